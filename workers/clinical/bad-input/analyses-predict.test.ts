import { expect } from 'vitest';
import { analyse, type Analysis } from '../../statistics';
import type { CellInput } from '../../shared/column-builder';
import type { Table } from '../../shared/table';
import { badInput, BIG, cannot, codesOf, column, gives, NEXT, otherwise, refused, tableOf, type Cells, type Given } from './matrix'; // prettier-ignore

const ROWS = 40;

interface Changed {
  rows?: number;
  all?: 'missing';
  y?: CellInput;
  /** Instead of some risks. */
  risk?: CellInput;
  id?: true;
}

/** Rows with an outcome, a risk and whose they are; the first has the outcome. */
function sample({ rows = ROWS, all, y, risk, id }: Changed = {}): Table {
  const cells = (of: (row: number) => CellInput) =>
    Array.from({ length: rows }, (_, row) => (all ? undefined : of(row)));
  const drawn = (row: number) => 0.05 + (((row * 7919) % 97) / 97) * 0.9;
  return tableOf(
    column('y', 'float64', cells((row) => (row === 1 && y !== undefined ? y : Number(row % 3 === 0)))), // prettier-ignore
    id
      ? column('risk', 'int64', cells((row) => (row % 2 ? BIG : NEXT))) // prettier-ignore
      : column('risk', 'float64', cells((row) => (row === 1 && risk !== undefined ? risk : drawn(row)))), // prettier-ignore
    column('person', 'int64', cells((row) => (row % 2 ? BIG : NEXT))) // prettier-ignore
  );
}

type Run = (given: Given, changed?: Changed) => Promise<Analysis>;
const asked = (method: string, request: object): Run => (given, changed) => analyse(method, given(sample(changed)), { outcome: 'y', ...request }); // prettier-ignore

const roc = asked('roc', { score: 'risk' });
const precisionRecall = asked('precision-recall', { score: 'risk', resamples: 20 });
const calibration = asked('calibration', { risk: 'risk' });
const decisionCurve = asked('decision-curve', { risk: 'risk' });
const classification = asked('classification', { score: 'risk', threshold: 0.3 });
const performance = asked('performance', { risk: 'risk', resamples: 20 });
const byPerson = asked('roc', { score: 'risk', person: 'person', resamples: 100 });

const percent = { risk: 20 };
const anyScore = cannot('a score has any unit; one in another is a far value of it');

function cells(run: Run, own: Pick<Cells, 'one row' | 'mixed units'>): Cells {
  return otherwise('no time of a row is read', {
    empty: refused('prediction-no-rows', (given) => run(given, { rows: 0 })),
    'all missing': refused('prediction-no-rows', (given) => run(given, { all: 'missing' })),
    'impossible values': refused('column-not-binary', (given) => run(given, { y: 2 })),
    'ids beyond 2^53': refused('column-not-exact', (given) => run(given, { id: true })),
    ...own
  });
}

const oneRow = (run: Run) =>
  gives(
    'what one row says, without an interval where there is none',
    (given) => run(given, { rows: 1 }),
    ({ n }) => expect(n).toBe(1)
  );

badInput(
  'analyses that predict',
  { roc, precisionRecall, calibration, decisionCurve, classification, performance, byPerson },
  {
    roc: cells(roc, { 'one row': refused('prediction-one-class', (given) => roc(given, { rows: 1 })), 'mixed units': anyScore }), // prettier-ignore
    precisionRecall: cells(precisionRecall, { 'one row': oneRow(precisionRecall), 'mixed units': anyScore }),
    calibration: cells(calibration, {
      'one row': refused('prediction-one-class', (given) => calibration(given, { rows: 1 })),
      'mixed units': refused('prediction-risk-range', (given) => calibration(given, percent))
    }),
    decisionCurve: cells(decisionCurve, {
      'one row': oneRow(decisionCurve),
      'mixed units': refused('prediction-risk-range', (given) => decisionCurve(given, percent))
    }),
    classification: cells(classification, { 'one row': oneRow(classification), 'mixed units': anyScore }),
    performance: cells(performance, {
      'one row': refused('prediction-one-class', (given) => performance(given, { rows: 1 })),
      'mixed units': gives(
        'what needs no probabilities, and says so',
        (given) => performance(given, percent),
        ({ remarks }) => expect(codesOf(remarks)).toContain('prediction-not-risks')
      )
    }),
    byPerson: {
      ...cells(byPerson, { 'one row': refused('prediction-one-class', (given) => byPerson(given, { rows: 1 })), 'mixed units': anyScore }), // prettier-ignore
      'ids beyond 2^53': gives(
        'two persons, told apart',
        (given) => byPerson(given),
        ({ facts }) => expect(facts).toContainEqual({ code: 'persons', value: 2, as: 'count' })
      )
    }
  }
);
