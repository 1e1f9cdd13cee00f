import { beforeAll, describe, expect, test } from 'vitest';
import type { CellKey } from '$lib/notebook/model';
import { openCells, type NodeCells } from '../node-context';
import { profile } from './index';
import { agesSentence, columnSentence, groupsSentence, missingSentence, overviewSentence } from './sentences';
import { report } from './report';
import type { ProfileOutput } from './run';

let cells: NodeCells;
let last = 0;

beforeAll(async () => {
  cells = await openCells();
});

const cell = (text: string) => ({ key: 'k1' as CellKey, id: 'p', kind: 'profile', attributes: [], text });

async function profiled(sql: string, more = ''): Promise<ProfileOutput> {
  const relation = await cells.table(`t${++last}`, sql);
  const text = `from: ${relation.name}\n${more}`;
  const context = cells.context({ [relation.name]: { type: 'table', relation } });
  return (await profile.run(profile.parse(text, cell(text)), context)).output;
}

describe('what is missing together', () => {
  test('is counted by pattern, the complete rows among them', async () => {
    const { missingness, rows } = await profiled(
      `SELECT 1 AS always, CASE WHEN range < 30 THEN NULL ELSE 1 END AS a, CASE WHEN range < 20 OR range >= 90 THEN NULL ELSE 'x' END AS b FROM range(100)`
    );
    expect(rows).toBe(100);
    expect(missingness).toEqual({
      columns: [
        { name: 'a', n: 30 },
        { name: 'b', n: 30 }
      ],
      patterns: [
        { missing: [false, false], n: 60 },
        { missing: [true, true], n: 20 },
        { missing: [false, true], n: 10 },
        { missing: [true, false], n: 10 }
      ],
      all: 4,
      others: 0
    });
    expect(missingSentence(missingness!, rows)).toBe(
      '`a` lacks most: 30 % of the rows. 60 % of the rows are complete in these columns.'
    );
  });

  test('is nothing where all is there', async () => {
    expect((await profiled('SELECT range AS n FROM range(20)')).missingness).toBeUndefined();
  });
});

describe('groups', () => {
  const sql = `SELECT CASE WHEN range < 4 THEN 'a' ELSE 'b' END AS arm,
    [1.0, 2, 3, 4, 3, 5, 7, 9][1 + range]::DOUBLE AS score, ['m', 'm', 'm', 'f', 'm', 'f', 'f', 'f'][1 + range] AS sex FROM range(8)`;

  test('are compared by the standardised difference of means and shares', async () => {
    const { comparison } = await profiled(sql, 'group: arm\n');
    expect(comparison?.groups).toEqual([
      { name: 'a', n: 4 },
      { name: 'b', n: 4 }
    ]);
    const [first, second] = comparison?.columns ?? [];
    // Means 2.5 and 6, variances 5/3 and 20/3: −3.5 / √(25/6).
    const score = [first, second].find((one) => one?.column === 'score');
    expect(score?.smd).toBeCloseTo(-3.5 / Math.sqrt(25 / 6), 12);
    expect(score?.of === 'numbers' && score.groups[1]).toMatchObject({ n: 4, mean: 6, median: 6, p25: 4.5, p75: 7.5 });
    // Shares of f: 1/4 and 3/4: 0.5 / √(3/16).
    const sex = [first, second].find((one) => one?.column === 'sex');
    expect(sex?.smd).toBeCloseTo(0.5 / Math.sqrt(3 / 16), 12);
    expect(sex?.of === 'levels' && [sex.levels, sex.groups.map(({ counts }) => counts)]).toEqual([
      ['f', 'm'],
      [
        [1, 3],
        [3, 1]
      ]
    ]);
    expect(groupsSentence(comparison!)).toContain('differs most (−1.71)');
  });

  test('of more than six values are refused at the place in the text', async () => {
    await expect(profiled('SELECT range % 7 AS g, range AS n FROM range(70)', 'group: g\n')).rejects.toMatchObject({
      code: 'profile-groups',
      place: { line: 2 }
    });
  });

  test('rows without a group are counted apart', async () => {
    const { comparison } = await profiled(
      'SELECT nullif(range % 3, 2) AS g, range::DOUBLE AS n FROM range(30)',
      'group: g\n'
    );
    expect(comparison).toMatchObject({ ungrouped: 10, groups: [{ name: '0' }, { name: '1' }] });
  });

  test('one group alone says that there is nothing to compare', async () => {
    const { comparison } = await profiled("SELECT 'a' AS g, range::DOUBLE AS n FROM range(30)", 'group: g\n');
    expect(groupsSentence(comparison!)).toBe('All rows have the same `g`: there is nothing to compare.');
  });
});

describe('plausibility by age', () => {
  const sql = `SELECT * FROM (VALUES (0.5, 181.0), (0.5, 99), (0.5, 150), (30, 141), (30, 90), (200, 110), (200, 111), (200, 301), (200, 10), (NULL, 80), (300, 80), (30, NULL)) AS q(age_months, heart_rate)`;

  test('counts what is low and high for the age, and impossible at any', async () => {
    const { ages } = await profiled(sql, 'age: age_months\n');
    expect(ages).toHaveLength(1);
    expect(ages?.[0]).toMatchObject({ column: 'heart_rate', range: { low: 20, high: 300 } });
    expect(ages?.[0]?.bands).toEqual([
      { from: 0, to: 1, n: 3, median: 150, impossible: 0, low: 1, high: 1 },
      { from: 24, to: 72, n: 2, median: 115.5, impossible: 0, low: undefined, high: 1 },
      { from: 156, to: 216, n: 4, median: 110.5, impossible: 2, low: undefined, high: 2 }
    ]);
    expect(agesSentence(ages ?? [])).toBe('2 values are impossible, of 9.');
  });

  test('reads the unit of the age, or asks for it', async () => {
    const days = sql.replace('age_months', 'age').replaceAll('0.5,', '15,').replaceAll('30,', '913,');
    await expect(profiled(days, 'age: age\n')).rejects.toMatchObject({ code: 'profile-age-unit', place: { line: 2 } });
    const { ages } = await profiled(days, 'age: age\nage_unit: days\n');
    expect(ages?.[0]?.bands[0]).toMatchObject({ from: 0, to: 1, n: 3 });
    await expect(profiled("SELECT 'old' AS age_months", 'age: age_months\n')).rejects.toMatchObject({
      code: 'profile-age-type'
    });
  });
});

describe('the page', () => {
  test('says each column in a sentence, and shows no identifier', async () => {
    const output = await profiled(
      `SELECT range % 40 AS person_id, CASE WHEN range < 50 THEN NULL ELSE (range % 11)::DOUBLE END AS lactate, ['ward', 'ward', 'icu'][1 + range % 3] AS place, range % 4 = 0 AS died FROM range(100)`
    );
    const said = output.columns.map((details) => columnSentence(details, { hidesRows: false }));
    expect(said).toEqual([
      'complete · identifier, 40 values, none shown',
      '50 % missing · median 5.5, half between 2.25 and 8',
      'complete · 2 values · most often ward (67 %)',
      'complete · 25 % true'
    ]);
    // 350 of 400 values; a lactate of 0 is none.
    expect(overviewSentence(output)).toBe('88 % of all values are there. Worth a look: 1 column.');
  });

  test('of an empty table says so, and of one without columns of any kind nothing wrong', async () => {
    const output = await profiled('SELECT 1 AS n, NULL::VARCHAR AS t WHERE false');
    expect(output.rows).toBe(0);
    expect(profile.summary?.(output)).toBe('0 rows, 2 columns');
  });

  test('in a report shows no group of few rows', async () => {
    const output = await profiled(
      "SELECT CASE WHEN range < 3 THEN NULL ELSE 1 END AS a, CASE WHEN range < 2 THEN 'rare' ELSE 'usual' END AS b FROM range(50)"
    );
    const reported = await report({ output, spec: profile.parse('from: t', cell('')), most: 100 } as never);
    expect(reported.individual).toBe(false);
    expect(JSON.stringify(reported)).not.toContain('missing: a');
    expect(JSON.stringify(reported)).not.toContain('rare');
  });

  test('stops', async () => {
    const relation = await cells.table('long', 'SELECT range AS a, range AS b FROM range(1000)');
    const controller = new AbortController();
    controller.abort();
    const context = { ...cells.context({ long: { type: 'table', relation } }), signal: controller.signal };
    const text = 'from: long\n';
    await expect(profile.run(profile.parse(text, cell(text)), context)).rejects.toThrow();
  });
});

test('a renamed table or column is called by its new name, and all else stays as written', () => {
  const text = "from: stays # of stays\ngroup: sex\nage: 'age_months'\ntitle: sex of stays\n";
  const renamed = (change: Parameters<NonNullable<typeof profile.rename>>[1]) => profile.rename?.(text, change);
  expect(renamed({ sort: 'table', from: 'stays', to: 'visits' })).toBe(text.replace('from: stays', 'from: visits'));
  expect(renamed({ sort: 'column', table: 'Stays', from: 'age_months', to: 'age', shared: false })).toBe(
    text.replace("'age_months'", 'age')
  );
  expect(renamed({ sort: 'column', table: 'other', from: 'sex', to: 'gender', shared: false })).toBe(text);
});
