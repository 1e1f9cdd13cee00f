import { expect, test } from 'vitest';
import { answerOf, drawn } from '../../shared/testing/extremes';
import { float64Column } from '../columns';
import { eggerTest, metaAnalysis, metaAnalysisOfCounts } from './index';

const floats = (...values: number[]) => float64Column('x', Float64Array.from(values));
const counts = (a: number, b: number, c: number) => ({
  events: floats(a, 3, 1),
  persons: floats(b, 10, 7),
  controlEvents: floats(c, 0, 2),
  controlPersons: floats(b, 12, 9)
});

const calls: Readonly<Record<string, (a: number, b: number, c: number) => unknown>> = {
  fixed: (a, b, c) => metaAnalysis({ estimate: floats(a, b, 0.2), se: floats(c, 1, 0.3) }, { method: 'fixed' }),
  'DerSimonian and Laird': (a, b, c) =>
    metaAnalysis({ estimate: floats(a, b, 0.2), se: floats(c, 1, 0.3) }, { method: 'dersimonian-laird' }),
  REML: (a, b, c) => metaAnalysis({ estimate: floats(a, 0.1, 0.2), se: floats(b, c, 0.3) }),
  'REML with Knapp and Hartung': (a, b, c) =>
    metaAnalysis({ estimate: floats(a, b, 0.2), se: floats(c, 1, 0.3) }, { knappHartung: true, level: 0.99 }),
  'Paule and Mandel': (a, b, c) =>
    metaAnalysis({ estimate: floats(a, b, 0.2), se: floats(c, 1, 0.3) }, { method: 'paule-mandel' }),
  level: (a) => metaAnalysis({ estimate: floats(0.1, 0.5, 0.2), se: floats(0.1, 1, 0.3) }, { level: a }),
  egger: (a, b, c) => eggerTest({ estimate: floats(a, 1, b, 0.4), se: floats(c, 0.3, 0.2, 0.1) }),
  'Mantel and Haenszel': (a, b, c) => metaAnalysisOfCounts(counts(a, b, c), { measure: 'odds-ratio' }),
  'Mantel and Haenszel of risks': (a, b, c) => metaAnalysisOfCounts(counts(a, b, c), { measure: 'risk-ratio' }),
  Peto: (a, b, c) => metaAnalysisOfCounts(counts(a, b, c), { measure: 'odds-ratio', method: 'peto' }),
  differences: (a, b, c) => metaAnalysisOfCounts(counts(a, b, c), { measure: 'risk-difference', method: 'reml' })
};

test.each(Object.entries(calls))('%s ends, with numbers or a reason', (name, call) => {
  const draw = drawn(23);
  for (let round = 0; round < 150; round++) {
    const [a = 0, b = 0, c = 0] = draw(3);
    const answer = answerOf(() => call(a, b, c));
    if ('numbers' in answer) expect(answer.numbers.every(Number.isFinite), `${name} of ${a}, ${b}, ${c}`).toBe(true);
  }
});
