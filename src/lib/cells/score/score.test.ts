import { beforeAll, describe, expect, test } from 'vitest';
import { score as scoreInNode } from '$workers/clinical';
import { SCORES } from '$workers/clinical/contract';
import type { Table } from '$workers/shared/table';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../node-context';
import { score } from '.';
import { choose } from './choose';
import { quartilesText, whatIsMissing } from './shown';
import { parseScore, type ScoreSpec } from './spec';
import { headingOf, warningsOf } from './usable';

const named = { id: 'scored' };
const float = (name: string, ...values: (number | null)[]) => ({
  name,
  type: 'float64' as const,
  values: Float64Array.from(values, (value) => value ?? 0),
  validity: Uint8Array.of(values.reduce<number>((bits, value, row) => (value === null ? bits : bits | (1 << row)), 0))
});
const hours: Table = {
  rows: 4,
  columns: [
    { name: 'person_id', type: 'int64', values: BigInt64Array.of(9007199254740993n, 9007199254740995n, 3n, 4n) },
    float('age_months', 30, 30, 30, 30),
    float('spo2', 90, 98, 90, 120),
    float('fio2', 0.5, 0.5, null, 0.5),
    float('support', 1, 1, 1, 1),
    { ...float('lactate', 45.05, 10, null, 10), unit: 'mg/dL' },
    float('platelets', 99, 100, 101, 50),
    float('mean_pressure', 31, 44, 45, null)
  ]
};

describe('the text of a score cell', () => {
  test('says the score and the table; the rest is recognised', () => {
    const spec = parseScore('score: phoenix\nfrom: hours', named);
    expect(spec).toMatchObject({ name: 'scored', from: 'hours', prefix: 'phoenix_' });
    expect(spec.score.title).toBe('Phoenix sepsis score');
    expect(score.needs(spec)).toEqual({ tables: ['hours'], values: [] });
    expect(score.defines(spec, 'scored')).toEqual(['scored']);
  });

  test.each([
    ['score: fenix\nfrom: h', 'task-choice', 1, 8],
    ['score: phoenix', 'task-missing', 1, 1],
    ['score: phoenix\nfrom: h\ncolumns:\n  spo: sat', 'score-no-input', 4, 8],
    ['score: phoenix\nfrom: h\nunits: { lactat: mg/dL }', 'score-no-input', 3, 18],
    ['score: phoenix\nfrom: h\nwithout: [suport]', 'score-no-input', 3, 11],
    ['score: phoenix\nfrom: h\nprefix: a b', 'score-prefix', 3, 9]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parseScore(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('without a name has no table', () => {
    expect(() => parseScore('score: phoenix\nfrom: h', { id: undefined })).toThrowError(
      expect.objectContaining({ code: 'score-needs-name' })
    );
  });

  test('follows a column that gets another name', () => {
    const text = 'score: phoenix\nfrom: hours\ncolumns:\n  map: mean_pressure\n';
    const change = { sort: 'column', table: 'hours', from: 'mean_pressure', to: 'map', shared: false } as const;
    expect(score.rename?.(text, change)).toContain('map: map');
  });
});

describe('the form', () => {
  const plain = 'score: phoenix # one\nfrom: hours\n';
  const specOf = (text: string) => parseScore(text, named);

  test('writes a column, another one, none, and takes it back to what it was', () => {
    const one = choose(plain, specOf(plain), 'map', { column: 'mean_pressure' });
    expect(specOf(one).columns).toEqual(new Map([['map', 'mean_pressure']]));
    const two = choose(one, specOf(one), 'lactate', 'left out');
    expect(specOf(two)).toMatchObject({ without: ['lactate'], columns: new Map([['map', 'mean_pressure']]) });
    const three = choose(two, specOf(two), 'map', 'recognised');
    expect(specOf(three).columns).toEqual(new Map());
    expect(choose(three, specOf(three), 'lactate', 'recognised')).toBe(plain);
  });
});

describe('running', () => {
  let cells: NodeCells;
  beforeAll(async () => {
    cells = await openCells();
    const relation = await cells.data.insert('hours', hours);
    table = { type: 'table', relation };
  });
  let table: CellValue;
  /** The engine itself, in this process instead of its worker. */
  const run = (spec: ScoreSpec) => {
    const context = cells.context({ hours: table }, 'scored');
    const engines = { ...context.engines, clinical: { score: scoreInNode } } as unknown as Engines;
    return score.run(spec, { ...context, engines });
  };
  const texts = async (sql: string) => {
    const { columns } = await cells.data.query(sql);
    return columns.map((column) =>
      [...column.values].map((value) => (column.type === 'text' ? column.dictionary[Number(value)] : Number(value)))
    );
  };

  test('puts the points beside the rows, in units as the columns say, and tells what was missing or impossible', async () => {
    const { output, values } = await run(
      parseScore('score: phoenix\nfrom: hours\ncolumns: { map: mean_pressure }', named)
    );
    expect([...values.keys()]).toEqual(['scored']);
    expect(output.rows).toBe(4);
    // Lactate 45.05 mg/dL is 5 mmol/L: 1 point; MAP 31 at 30 months: 2; S/F 180 with support: 1.
    const sql =
      'select phoenix_respiratory, phoenix_cardiovascular, phoenix_coagulation, phoenix_total, coalesce(lactate, -1) from scored order by age_months, person_id desc';
    expect(await texts(sql)).toEqual([
      [0, 1, 0, 0],
      [1, 3, 0, 0],
      [0, 1, 1, 0],
      [1, 5, 1, 0],
      [10, 45.05, 10, -1]
    ]);
    expect(await texts('select count(*) from scored where person_id = 9007199254740993 and phoenix_total = 5')).toEqual(
      [[1]]
    );
    const of = (name: string) => output.summary.find((one) => one.name === name);
    expect(of('spo2')).toMatchObject({ given: true, missing: 1, rejected: 1 });
    expect(of('gcs')).toMatchObject({ given: false, missing: 4 });
    expect(output.results[0]).toMatchObject({ kind: 'points', name: 'total', counts: expect.arrayContaining([1, 2]) });
    expect(output.remarks.map(({ code }) => code)).toContain('infection-not-established');
  });

  test('tells a probability in per cent, a z-score as it is', () => {
    const of = (name: string) =>
      quartilesText({ name, label: '', missing: 0, kind: 'number', quartiles: [0.0041, 0.0129, 0.5] });
    expect(of('probability')).toBe('Median 1.3\u00a0% (quartiles 0.4\u00a0% and 50\u00a0%)');
    expect(of('z')).toBe('Median 0.0129 (quartiles 0.0041 and 0.5)');
  });

  test('says that what is missing counts nothing only where points are added up', () => {
    const said = SCORES.filter((score) => whatIsMissing(score) !== '').map(({ name }) => name);
    expect(said).toEqual(['phoenix', 'phoenix-8', 'psofa', 'pelod-2', 'sirs']);
  });

  test('leaves out what it is told to', async () => {
    const { output } = await run(parseScore('score: phoenix\nfrom: hours\nwithout: [lactate]', named));
    expect(output.summary.find(({ name }) => name === 'lactate')).toMatchObject({ given: false });
  });

  test.each([
    ['score: pim3\nfrom: hours\nwithout: [fio2]', 'score-no-inputs'],
    ['score: phoenix\nfrom: hours\ncolumns: { map: mean_presure }', 'no-column'],
    ['score: phoenix\nfrom: hours\nunits: { lactate: kPa }', 'score-unit-unknown'],
    ['score: phoenix\nfrom: hours\nprefix: ""\ncolumns: { map: mean_pressure }', undefined]
  ])('%j: %s', async (text, code) => {
    if (code === undefined) await expect(run(parseScore(text, named))).resolves.toBeDefined();
    else await expect(run(parseScore(text, named))).rejects.toMatchObject({ code });
  });

  describe('a table of other things', () => {
    const operations: Table = {
      rows: 3,
      columns: [
        { name: 'person_id', type: 'int32', values: Int32Array.of(1, 2, 3) },
        {
          name: 'procedure',
          type: 'text',
          values: Int32Array.of(0, 1, 0),
          dictionary: ['Norwood operation', 'closure of a septal defect']
        },
        { name: 'elective', type: 'text', values: Int32Array.of(0, 1, 0), dictionary: ['yes', 'no'] },
        float('base_excess', -3, -900, 2),
        float('sbp', 900, 900, 900)
      ]
    };
    const runOn = async (columns: readonly string[], text: string) => {
      const name = `t${columns.length}_${text.length}`;
      const kept = operations.columns.filter((column) => columns.includes(column.name));
      const relation = await cells.data.insert(name, { rows: 3, columns: kept });
      const context = cells.context({ operations: { type: 'table', relation } }, 'scored');
      const engines = { ...context.engines, clinical: { score: scoreInNode } } as unknown as Engines;
      const spec = parseScore(`score: pim3\nfrom: operations\n${text}`, named);
      return { spec, ...(await score.run(spec, { ...context, engines })) };
    };

    test('issue 5: words that mean something else are not taken, and give no probability of death', async () => {
      await expect(runOn(['person_id', 'procedure'], '')).rejects.toMatchObject({
        code: 'score-nothing-usable',
        values: expect.objectContaining({ columns: '`procedure`' }),
        place: expect.objectContaining({ line: 2 })
      });
    });

    test('issue 5: beside others they are not taken, which is said, as is how many inputs were found', async () => {
      const { spec, output } = await runOn(['procedure', 'elective', 'base_excess', 'sbp'], '');
      expect([...output.inputs.keys()]).toEqual(['elective', 'base_excess', 'sbp']);
      expect(output.summary.find(({ name }) => name === 'procedure')).toMatchObject({ given: false, rejected: 0 });
      expect(headingOf(spec, output)).toBe('PIM3 of `operations`: 3 rows, 3 of 12 inputs found');
      const [impossible, strange, ...more] = warningsOf(spec, output);
      expect(impossible).toContain('Every value of `sbp` is impossible');
      expect(strange).toContain('`procedure` bears the name of “Recovery from a procedure”');
      expect(more).toEqual([]);
    });

    test('issue 5: what is written is taken, and its impossible values are told', async () => {
      const { spec, output } = await runOn(['procedure', 'elective'], 'columns: { procedure: procedure }');
      expect(output.inputs.has('procedure')).toBe(true);
      expect(warningsOf(spec, output)[0]).toContain('Every value of `procedure` is impossible');
    });

    test.each([
      [['procedure'], 'columns: { procedure: procedure }'],
      [['sbp'], ''],
      [['sbp', 'procedure'], '']
    ])('issue 5: a score of nothing but impossible values is refused: %j', async (columns, text) => {
      await expect(runOn(columns, text)).rejects.toMatchObject({ code: 'score-nothing-usable' });
    });
  });

  test('does not write over a column of the table', async () => {
    const again: CellValue = {
      type: 'table',
      relation: (await run(parseScore('score: phoenix\nfrom: hours', named))).output.relation
    };
    const context = cells.context({ scored: again }, 'twice');
    const engines = { ...context.engines, clinical: { score: scoreInNode } } as unknown as Engines;
    const spec = parseScore('score: phoenix\nfrom: scored', { id: 'twice' });
    await expect(score.run(spec, { ...context, engines })).rejects.toMatchObject({ code: 'score-column-there' });
  });
});
