import { describe, expect, test } from 'vitest';
import { TableBuilder, type CellInput } from '../../shared/column-builder';
import type { ColumnType, Table } from '../../shared/table';
import { expectedRisks, readRiskModel } from '../index';

function table(columns: Record<string, Exclude<ColumnType, 'decimal'>>, rows: CellInput[][]): Table {
  const builder = new TableBuilder(Object.entries(columns).map(([name, type]) => ({ name, type })));
  for (const row of rows) builder.push(...row);
  return builder.finish();
}

const shape = { term: 'text', level: 'text', kind: 'text', coefficient: 'float64' } as const;
const coefficients = table(shape, [
  ['intercept', undefined, undefined, -3],
  ['age', undefined, 'linear', -0.1],
  ['preterm', undefined, 'binary', 0.4],
  ['procedure', 'Norwood', undefined, 2],
  ['procedure', 'VSD', undefined, 0]
]);
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('a risk model from a table of coefficients', () => {
  test('is read with its kinds', () => {
    const model = readRiskModel(coefficients);
    expect(model.intercept).toBe(-3);
    expect(model.terms).toEqual([
      { kind: 'linear', column: 'age', coefficient: -0.1 },
      { kind: 'binary', column: 'preterm', coefficient: 0.4 },
      {
        kind: 'category',
        column: 'procedure',
        levels: new Map([
          ['Norwood', 2],
          ['VSD', 0]
        ])
      }
    ]);
  });

  test('gives the expected probabilities by hand, and none where a term is missing', () => {
    const patients = table({ age: 'float64', preterm: 'bool', procedure: 'text' }, [
      [2, true, 'Norwood'],
      [10, false, 'VSD'],
      [undefined, false, 'VSD'],
      [3, undefined, 'VSD'],
      [3, true, undefined]
    ]);
    const { risk, used, dropped } = expectedRisks(readRiskModel(coefficients), patients);
    expect([used, dropped]).toEqual([2, 3]);
    expect(risk.values[0]).toBeCloseTo(logistic(-3 - 0.2 + 0.4 + 2), 14);
    expect(risk.values[1]).toBeCloseTo(logistic(-4), 14);
    expect(risk.validity?.[0]).toBe(0b00011);
  });

  test('levels may be numbers and truths, as they are written', () => {
    const model = readRiskModel(
      table(shape, [
        ['(Intercept)', undefined, undefined, 0],
        ['category', '1', undefined, 0],
        ['category', '2', undefined, 1],
        ['bypass', 'true', undefined, 0.5],
        ['bypass', 'false', undefined, 0]
      ])
    );
    const { risk } = expectedRisks(model, table({ category: 'int32', bypass: 'bool' }, [[2, true]]));
    expect(risk.values[0]).toBeCloseTo(logistic(1.5), 14);
  });

  test('with an intercept only, everyone has the same risk; a table without rows has none', () => {
    const model = { intercept: -2, terms: [] };
    expect(expectedRisks(model, { rows: 2, columns: [] }).risk.values).toEqual(
      Float64Array.of(expectedRisks(model, { rows: 1, columns: [] }).risk.values[0] ?? NaN, logistic(-2))
    );
    expect(expectedRisks(model, { rows: 0, columns: [] })).toMatchObject({ used: 0, dropped: 0 });
  });

  test.each<[string, CellInput[][], string]>([
    ['no intercept', [['age', undefined, undefined, 1]], 'risk-intercept-missing'],
    [
      'two intercepts',
      [
        ['intercept', undefined, undefined, 1],
        ['Intercept', undefined, undefined, 1]
      ],
      'risk-term-twice'
    ],
    [
      'a term twice',
      [
        ['intercept', undefined, undefined, 1],
        ['age', undefined, undefined, 1],
        ['age', undefined, undefined, 2]
      ],
      'risk-term-twice'
    ],
    [
      'a level twice',
      [
        ['intercept', undefined, undefined, 1],
        ['sex', 'm', undefined, 1],
        ['sex', 'm', undefined, 2]
      ],
      'risk-term-twice'
    ],
    ['a category without a level', [['sex', undefined, 'category', 1]], 'risk-level-missing'],
    ['another kind', [['sex', undefined, 'spline', 1]], 'risk-kind-unknown'],
    ['a term without a name', [[undefined, undefined, undefined, 1]], 'risk-term-unnamed'],
    ['a term without a coefficient', [['age', undefined, undefined, undefined]], 'risk-coefficient-missing'],
    ['no row', [], 'risk-intercept-missing']
  ])('%s is refused', (_, rows, code) => {
    expect(() => readRiskModel(table(shape, rows))).toThrowError(expect.objectContaining({ code }));
  });

  test('a table of coefficients without its columns is refused by the name of what it lacks', () => {
    expect(() => readRiskModel(table({ coefficient: 'float64' }, []))).toThrowError('has no column term');
    expect(() => readRiskModel(table({ term: 'text' }, []))).toThrowError('has no column coefficient');
  });

  test('a term the data lack is named, with what it may be called there', () => {
    const patients = table({ age: 'float64', pretern: 'bool' }, [[1, true]]);
    expect(() => expectedRisks(readRiskModel(coefficients), patients)).toThrowError(
      expect.objectContaining({
        code: 'risk-term-missing',
        message: 'The data have no column preterm, which the risk model needs.',
        hint: 'Did you mean pretern?'
      })
    );
  });

  test.each<[string, CellInput[], string]>([
    ['a level without a coefficient', [1, 0, 'ASD'], 'risk-level-unknown'],
    ['a yes of 2', [1, 2, 'VSD'], 'risk-binary'],
    ['an age in seconds', [1e9, 0, 'VSD'], 'risk-extreme']
  ])('%s is refused', (_, row, code) => {
    const patients = table({ age: 'float64', preterm: 'float64', procedure: 'text' }, [row]);
    expect(() => expectedRisks(readRiskModel(coefficients), patients)).toThrowError(expect.objectContaining({ code }));
  });
});
