import { describe, expect, test } from 'vitest';
import { engineMethods } from '../../sandbox/contract';
import type { Table } from '../../shared/table';
import { byTable } from '../by-table';
import { float64Column, textColumn } from '../columns';
import { analyse, codeName, columnsOf } from './analyse';
import { MEASURES, QUESTIONS } from './contract';
import { analyses } from './methods';

const table: Table = {
  rows: 8,
  columns: [
    float64Column('days', Float64Array.of(3, 5, 7, 7, 9, 11, 12, 20)),
    float64Column('died', Float64Array.of(1, 1, 0, 1, 0, 1, 1, 0)),
    float64Column('age', Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6)),
    textColumn('arm', ['a', 'b', 'a', 'b', 'a', 'b', 'a', 'b']),
    textColumn('how', ['dead', 'dead', 'alive', 'dead', 'alive', 'dead', 'dead', 'alive'])
  ]
};

describe('analyses', () => {
  test('have names and questions of their own, and own code reaches each', () => {
    const names = analyses.map(({ name }) => codeName(name));
    expect(new Set(names).size).toBe(names.length);
    for (const { question, source } of analyses) {
      expect(QUESTIONS).toContain(question);
      expect(source).not.toBe('');
    }
    expect(engineMethods.statistics).toEqual(expect.arrayContaining(names));
  });

  test('give one shape, whose table is that of the estimates unless they have another', async () => {
    const found = await analyse('cox', table, { time: 'days', event: 'died', predictors: ['age'] });
    expect(found).toMatchObject({ method: 'cox', question: 'survive', n: 8, nDropped: 0, counted: 'rows' });
    expect(found.table.columns.map(({ name }) => name).slice(0, 3)).toEqual(['name', 'measure', 'estimate']);
    expect(found.table.rows).toBe(found.estimates.length);
    for (const { measure } of found.estimates) expect(MEASURES).toContain(measure);
    const shown = found.table.columns.find(({ name }) => name === 'estimate')?.values[0];
    expect(shown).toBeCloseTo(Math.exp(found.estimates[0]?.estimate ?? NaN), 12);
  });

  test('an event may be a word', async () => {
    const by = (request: object) => analyse('kaplan-meier', table, { time: 'days', ...request });
    const words = await by({ event: 'how', eventIs: 'dead' });
    expect(words.table).toEqual((await by({ event: 'died' })).table);
    await expect(by({ event: 'how', eventIs: 'Dead' })).rejects.toMatchObject({ code: 'event-absent' });
    await expect(by({ event: 'how' })).rejects.toMatchObject({ code: 'event-words' });
  });

  test('are called from own code by their names', async () => {
    const request = { time: 'days', event: 'died', formula: 'log(age) + arm' };
    expect(await byTable('cox', [table, request])).toEqual(await analyse('cox', table, request));
  });

  test('refuse what they do not take', async () => {
    await expect(analyse('coxx', table, {})).rejects.toMatchObject({ code: 'analysis-unknown' });
    await expect(analyse('cox', table, { time: 'days' })).rejects.toMatchObject({ code: 'call-argument' });
    const request = { time: 'days', event: 'died' };
    await expect(analyse('cox', table, { ...request, colour: 1 })).rejects.toMatchObject({ code: 'call-key' });
    await expect(analyse('cox', table, request)).rejects.toMatchObject({ code: 'predictors-none' });
    await expect(analyse('cox', table, { ...request, predictors: ['ag'] })).rejects.toMatchObject({
      code: 'formula-column'
    });
    await expect(analyse('cox', table, { ...request, predictors: ['age'], ties: 'exact' })).rejects.toMatchObject({
      code: 'choice-unknown'
    });
    await expect(byTable('cox', [7, request])).rejects.toMatchObject({ code: 'call-argument' });
  });

  test('say which columns they read', () => {
    const request = { time: 'days', event: 'died', formula: 'ns(age, 2) * arm', strata: 'site' };
    expect(columnsOf('cox', request)).toEqual(['days', 'died', 'site', 'age', 'arm']);
    expect(columnsOf('kaplan-meier', { time: 'days', event: 'died', level: 0.9 })).toEqual(['days', 'died']);
  });
});
