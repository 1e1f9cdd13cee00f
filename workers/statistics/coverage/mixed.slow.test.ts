import { describe, test } from 'vitest';
import type { RandomStream } from '../../shared/random';
import type { Table } from '../../shared/table';
import { float64Column } from '../columns';
import { linearMixedModel, logisticMixedModel } from '../mixed';
import { coverageOf, expectCover, named } from './cover';

const WITHIN = 0.5;
const BETWEEN = -0.7;

interface Study {
  groups: number;
  /** Rows of a group: 2 up to so many. */
  most: number;
  spread: number;
}

/** x varies within groups, z between them; y and e are the outcomes. */
function drawn(stream: RandomStream, { groups, most, spread }: Study): Table {
  const cells: Record<'h' | 'x' | 'z' | 'y' | 'e', number[]> = { h: [], x: [], z: [], y: [], e: [] };
  for (let group = 0; group < groups; group++) {
    const [z, own] = [stream.normal(), spread * stream.normal()];
    const rows = stream.integer(2, most + 1);
    for (let row = 0; row < rows; row++) {
      const x = stream.normal();
      const eta = WITHIN * x + BETWEEN * z + own;
      cells.h.push(group);
      cells.x.push(x);
      cells.z.push(z);
      cells.y.push(eta + stream.normal());
      cells.e.push(Number(stream.uniform() < 1 / (1 + Math.exp(0.5 - eta))));
    }
  }
  const columns = Object.entries(cells).map(([name, values]) => float64Column(name, Float64Array.from(values)));
  return { rows: cells.h.length, columns };
}

describe('mixed models', { timeout: 600_000 }, () => {
  const linear = { groups: 12, most: 10, spread: 1 };
  const fitLinear = (stream: RandomStream, criterion: 'reml' | 'ml' = 'reml') =>
    linearMixedModel(drawn(stream, linear), 'y ~ x + z + (1 | h)', { criterion });

  test('coverage | linear mixed model, a column within groups', (context) =>
    expectCover(context, 'mixed-linear-within', { truth: WITHIN, study: async (s) => named(await fitLinear(s), 'x') }));

  test('coverage | linear mixed model, a column between 12 groups, by Satterthwaite', (context) =>
    expectCover(context, 'mixed-linear-between', {
      truth: BETWEEN,
      study: async (s) => named(await fitLinear(s), 'z')
    }));

  const logistic = { groups: 40, most: 12, spread: 1 };
  const fitLogistic = (stream: RandomStream) =>
    logisticMixedModel(drawn(stream, logistic), 'e ~ x + z + (1 | h)', { quadrature: 7 });

  test('coverage | logistic mixed model, a column within groups', (context) =>
    expectCover(context, 'mixed-logistic-within', {
      truth: WITHIN,
      study: async (s) => named(await fitLogistic(s), 'x')
    }));

  test('coverage | logistic mixed model, a column between 40 groups', (context) =>
    expectCover(context, 'mixed-logistic-between', {
      truth: BETWEEN,
      study: async (s) => named(await fitLogistic(s), 'z')
    }));
});

test('intraclass correlation of 12 groups, by its profile', { timeout: 600_000 }, async (context) => {
  await coverageOf(context, 'mixed-icc', {
    truth: 0.5,
    study: async (stream) =>
      (await linearMixedModel(drawn(stream, { groups: 12, most: 10, spread: 1 }), 'y ~ x + z + (1 | h)')).icc
  });
});
