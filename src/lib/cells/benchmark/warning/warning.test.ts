import { beforeAll, describe, expect, test } from 'vitest';
import { warningStudy } from '$workers/clinical';
import type { Engines } from '$lib/engines';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../../node-context';
import { setField } from '../../task';
import { benchmark } from '..';
import { parseAnyBenchmark } from '../any-spec';
import { benchmarkFieldsFor } from '../fields';
import { curveTable } from './curve';
import { warningReport } from './report';
import type { WarningOutput } from './run';
import { groupRows, precisionText, scaleRows, warningCautions, warningText, warningTitle } from './shown';
import type { WarningSpec } from './spec';

const named = { id: 'w' };
const plain = 'from: hours\nmethod: sepsis-utility\nperson: id\ntime: hour\nlabel: label\n';

describe('the text of a benchmark of warnings', () => {
  test('names its tables; those of thresholds only with scores', () => {
    const calls = parseAnyBenchmark(`${plain}call: call`, named);
    expect(benchmark.defines(calls, 'w')).toEqual(['w', 'w_patients']);
    expect(benchmark.needs(calls)).toEqual({ tables: ['hours'], values: [] });
    const scores = parseAnyBenchmark(`${plain}score: p`, named);
    expect(benchmark.defines(scores, 'w')).toEqual(['w', 'w_patients', 'w_thresholds']);
    expect(scores).toMatchObject({ shift: 6, calls: { score: 'p' } });
  });

  test.each([
    ['from: h\nmethod: sepsis-utility\ntime: t\nlabel: l\ncall: c', 'benchmark-warning-needs', 1, 1],
    [plain, 'benchmark-call-none', 1, 1],
    [`${plain}call: c\nscore: s`, 'benchmark-call-two', 7, 8],
    [`${plain}call: c\nthreshold: 0.5`, 'benchmark-call-two', 7, 12],
    [`${plain}call: c\nrisk: p`, 'benchmark-not-here', 7, 7],
    [`${plain}call: c\nshift: 60`, 'task-number-range', 7, 8],
    ['from: h\noutcome: died', 'benchmark-hospital-none', 1, 1]
  ])('%j is refused at its place', (text, code, line, column) => {
    expect(() => parseAnyBenchmark(text, named)).toThrowError(
      expect.objectContaining({ code, place: expect.objectContaining({ line, column }) })
    );
  });

  test('has a form of its own, and follows a column that gets another name', () => {
    expect(Object.keys(benchmarkFieldsFor('method: sepsis-utility'))).not.toContain('risk');
    expect(Object.keys(benchmarkFieldsFor('method: hospitals'))).not.toContain('threshold');
    const change = { sort: 'column', table: 'hours', from: 'label', to: 'septic', shared: false } as const;
    expect(benchmark.rename?.(`${plain}call: c\n`, change)).toContain('label: septic\n');
    const text = setField(`${plain}score: p\n`, ['threshold'], 0.5);
    expect(parseAnyBenchmark(text, named)).toMatchObject({ calls: { score: 'p', threshold: 0.5 } });
  });
});

describe('running', () => {
  let cells: NodeCells;
  let inputs: Record<string, CellValue>;
  beforeAll(async () => {
    cells = await openCells();
    // Patients 1 to 6 are septic at hour 12: their labels begin at hour 6, and their scores rise from hour 4 on.
    const hours = `select 9007199254740992 + p as id, p % 2 + 1 as hospital, h::int as hour,
        timestamp '2024-01-01' + to_hours(h::int) as at,
        (p <= 6 and h >= 6)::int as label, (p <= 6 and h >= 4)::int as call,
        case when p <= 6 then h / 20.0 else 0.1 + p / 1000.0 end as score
      from range(1, 41) ps(p), range(0, 20) hs(h)`;
    inputs = { hours: { type: 'table', relation: await cells.table('hours', hours) } };
  });
  const run = async (text: string) => {
    const spec = parseAnyBenchmark(text, named) as WarningSpec;
    const context = cells.context(inputs, 'w');
    const engines = { ...context.engines, clinical: { warningStudy } } as unknown as Engines;
    const outcome = await benchmark.run(spec, { ...context, engines });
    return { spec, output: outcome.output as WarningOutput, values: outcome.values };
  };
  const read = async (sql: string) =>
    (await cells.data.query(sql)).columns.map((column) => [...column.values].map(Number));

  test('weighs calls by hour, also of timestamps', async () => {
    const { output, values } = await run(`${plain}call: call\nhospital: hospital\n`);
    expect([...values.keys()]).toEqual(['w', 'w_patients']);
    const { normalised } = output.study.utility;
    expect(normalised).toBeGreaterThan(0.8);
    expect(await read('select hospital, septic, patients from w order by hospital')).toEqual([
      [1, 2],
      [3, 3],
      [20, 20]
    ]);
    expect(await read('select count(*), count(onset_hour), max(onset_hour) from w_patients')).toEqual([
      [40],
      [6],
      [12]
    ]);
    expect(await read('select count(*) from w_patients where patient = 9007199254740993')).toEqual([[1]]);
    const stamped = await run(`${plain.replace('time: hour', 'time: at')}call: call\n`);
    expect(stamped.output.study.utility.normalised).toBeCloseTo(normalised, 12);
  });

  test('searches the threshold of scores and says that this flatters them', async () => {
    const { output, spec } = await run(`${plain}score: score\nhospital: hospital\n`);
    expect(warningTitle(output, false)).toMatch(/^Normalised utility 0\.\d\d$/);
    expect(warningText(output, false)).toContain('40 patients, 6 of them septic, with 800 hours');
    expect(warningCautions(output).join(' ')).toContain('On other patients it will be worth less.');
    expect(precisionText(output)).toMatch(/^Average precision 1; .* 0\.105\.$/);
    expect(scaleRows(output).at(-1)).toEqual(['Never a call', expect.any(String), '0.00']);
    expect(curveTable(output).rows).toBeGreaterThan(3);
    expect(groupRows(output, spec, false).map(({ name }) => name)).toEqual(['Hospital 1', 'Hospital 2']);
    const { blocks, individual } = await warningReport({ spec, output } as unknown as Parameters<
      typeof warningReport
    >[0]);
    expect(individual).toBe(false);
    // Six septic patients, three a hospital: no figure of theirs leaves the notebook.
    expect(groupRows(output, spec, true)[0]).toMatchObject({ septic: 'fewer than 10', normalised: '' });
    expect(JSON.stringify(blocks)).not.toContain('Normalised utility 0.');
  });

  test('tells episodes of a person apart', async () => {
    const { output } = await run(`${plain.replace('person: id', 'person: hospital')}episode: id\ncall: call\n`);
    expect(output.study.utility.patients).toBe(40);
  });

  test.each([
    [`${plain.replace('person: id', 'person: hospital')}call: call`, 'utility-hour-twice', 4],
    [`${plain}call: score`, 'utility-not-binary', 6],
    [`${plain.replace('label: label', 'label: at')}call: call`, 'utility-column-type', 5],
    [`${plain}call: cal`, 'no-column', 6]
  ])('%j: %s', async (text, code, line) => {
    await expect(run(text)).rejects.toMatchObject({ code, place: { line } });
  });
});
