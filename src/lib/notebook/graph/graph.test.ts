import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf, fakeRegistry, Log } from '../fakes';
import type { Cell, CellKey } from '../model';
import { Analyses } from './analysis';
import { Graph, type GraphOptions } from './graph';

const analyses = () => new Analyses(fakeRegistry(new Log()));
const graphOf = (lines: string, options: GraphOptions = {}) =>
  new Graph({ front: '', cells: cellsOf(lines) }, analyses(), options);
const problems = (graph: Graph) => [...graph.nodes.values()].map((node) => node.problem?.code);
const messageOf = (graph: Graph, key: string) => graph.node(key as CellKey)?.problem?.message;

describe('Graph', () => {
  const lines = `
    sql hourly: select * from RAW where x < \${most}
    input most: 3
    sql raw: select 1
    sql daily: select * from Hourly
    sql other: select 2`;

  test('order puts parents first and otherwise follows the page', () => {
    expect(graphOf(lines).order).toEqual(['sql-raw', 'input-most', 'sql-hourly', 'sql-daily', 'sql-other']);
  });

  test('ancestors and dependants reach as far as they go, parents first', () => {
    const graph = graphOf(lines);
    expect(graph.ancestors(['sql-daily' as CellKey])).toEqual(['sql-raw', 'input-most', 'sql-hourly']);
    expect(graph.dependants(['sql-raw' as CellKey])).toEqual(['sql-hourly', 'sql-daily']);
    expect(problems(graph)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  });

  test('whatever reads simulated data is known to, however far below, and only that', () => {
    const registry = fakeRegistry(new Log());
    const simulating = {
      ...registry,
      find: (name: string) => {
        const kind = registry.find(name);
        return kind && (name === 'load' ? { ...kind, simulates: true as const } : kind);
      }
    };
    const of = (text: string) =>
      [...new Graph({ front: '', cells: cellsOf(text) }, new Analyses(simulating)).nodes.values()]
        .filter(({ simulated }) => simulated)
        .map(({ cell }) => cell.key);
    expect(of('sql c: from b\nload a: x\nsql b: from a\nsql d: select 1\nsql e: from d')).toEqual(['sql-c', 'sql-b']);
    expect(of('sql a: from b\nsql b: from a')).toEqual([]);
  });

  test('tables are found without case, values only with it', () => {
    const graph = graphOf('input Most: 3\nsql a: select ${most}\nsql b: select * from A');
    expect(problems(graph)).toEqual([undefined, 'name-unknown-value', undefined]);
    expect(graph.node('sql-a' as CellKey)?.problem?.values.near).toBe('Most');
    expect(graph.node('sql-b' as CellKey)?.inputs[0]).toMatchObject({ name: 'A', defined: 'a' });
  });

  test('a double name fails in every defining cell, and names the others', () => {
    const graph = graphOf(
      'sql twin: select 1\nmarkdown: x\nsql Twin: select 2\nsql twin_2: select 3\nsql d: from twin'
    );
    expect(problems(graph)).toEqual(['name-duplicate', undefined, 'name-duplicate', undefined, undefined]);
    expect(messageOf(graph, 'sql-twin')).toBe('Cells 1 and 3 make the same name, `twin`.');
    expect(graph.node('sql-twin' as CellKey)?.problem?.values.free).toBe('twin_3');
    expect(graph.node('sql-d' as CellKey)?.parents).toEqual(['sql-twin']);
  });

  test('a cycle fails in each member and prints its path', () => {
    const graph = graphOf('sql a: from c\nsql b: from a\nsql c: from b\nsql d: from a\nsql self: from self');
    expect(problems(graph)).toEqual(['name-cycle', 'name-cycle', 'name-cycle', undefined, 'name-cycle']);
    expect(messageOf(graph, 'sql-a')).toContain('a → c → b → a');
    expect(messageOf(graph, 'sql-self')).toContain('self → self');
    expect([...graph.order].sort()).toEqual(['sql-a', 'sql-b', 'sql-c', 'sql-d', 'sql-self']);
  });

  test('an unknown name says where it stands and what is near', () => {
    const graph = graphOf('sql hourly: select 1\nsql a: select * from hourli where x');
    const problem = graph.node('sql-a' as CellKey)?.problem;
    expect(problem).toMatchObject({
      code: 'name-unknown',
      place: { cell: 'a', line: 1, column: 15 },
      values: { near: 'hourly' }
    });
    expect(graph.node('sql-a' as CellKey)?.structural).toBe(false);
  });

  test('a file of that name that was not imported is pointed out', () => {
    const graph = graphOf('sql a: from person', { files: ['extract/PERSON.csv.gz'] });
    expect(graph.node('sql-a' as CellKey)?.problem).toMatchObject({
      code: 'name-is-a-file',
      values: { file: 'extract/PERSON.csv.gz' }
    });
  });

  test('a name that was here before blocks instead', () => {
    const graph = graphOf('sql a: from gone', { vanished: new Set(['gone']) });
    expect(messageOf(graph, 'sql-a')).toBe('Waits for `gone`, which no longer exists.');
    expect(graph.node('sql-a' as CellKey)?.structural).toBe(true);
  });

  test.each([
    ['sql order: select 1', 'name-reserved'],
    ['sql Order: select 1', 'name-reserved'],
    ['sql plot: select 1', undefined],
    ['input Plot: 1', 'name-reserved'],
    ['later x: 1', 'cell-kind-unknown'],
    ['sql x: select !!', 'fake-text'],
    ['sql x: from information_schema.tables', undefined]
  ])('%s: %s', (line, code) => {
    expect(problems(graphOf(line))[0]).toBe(code);
  });

  test('a cell that is off defines nothing, so it can be the double of another', () => {
    expect(problems(graphOf('sql a off: select 1\nsql a: select 2'))).toEqual([undefined, undefined]);
    expect(problems(graphOf('sql a off: select 1\nsql b: from a'))).toEqual([undefined, 'name-unknown']);
  });

  test('a table that is only wanted if it is there comes first where it is, and is not missed where it is not', () => {
    const registry = fakeRegistry(new Log());
    const kind = { ...registry.find('sql')!, needs: () => ({ tables: [], values: [], tablesIfThere: ['a', 'B'] }) };
    const read = new Analyses({ ...registry, find: (name) => (name === 'load' ? kind : registry.find(name)) });
    const graph = new Graph({ front: '', cells: cellsOf('load x: some\nsql b: select 1') }, read);
    expect(problems(graph)).toEqual([undefined, undefined]);
    expect(graph.order).toEqual(['sql-b', 'load-x']);
    expect(graph.node('load-x' as CellKey)?.inputs).toMatchObject([{ name: 'B', defined: 'b' }]);
  });

  test('while a text cannot be read its cell still stands for its names', () => {
    const read = analyses();
    const cells = cellsOf('sql a: select 1\nsql b: from a');
    new Graph({ front: '', cells }, read);
    const slip = cells.with(0, { ...cells[0]!, text: 'select !!' });
    expect(problems(new Graph({ front: '', cells: slip }, read))).toEqual(['fake-text', undefined]);
  });

  test('order holds for any graph without cycles', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(19), { maxLength: 4 }), { maxLength: 20 }), (needs) => {
        const shuffled = needs.map((list, at) => ({ at, needs: list.filter((one) => one < at) }));
        const cells: Cell[] = shuffled
          .sort((a, b) => ((a.at * 7) % 11) - ((b.at * 7) % 11))
          .map(({ at, needs }) => ({
            key: `k${at}` as CellKey,
            kind: 'sql',
            id: `c${at}`,
            attributes: [],
            text: `select * from t ${needs.map((one) => `join c${one} on true`).join(' ')}`.replace(
              'from t ',
              needs.length ? 'from c' + needs[0] + ' ' : ''
            )
          }));
        const graph = new Graph({ front: '', cells }, analyses());
        const rank = new Map(graph.order.map((key, at) => [key, at]));
        expect(graph.order.length).toBe(cells.length);
        for (const node of graph.nodes.values()) {
          for (const parent of node.parents) expect(rank.get(parent)!).toBeLessThan(rank.get(node.cell.key)!);
        }
      }),
      { seed: 5, numRuns: 300 }
    );
  });

  test('300 cells in a chain are ordered within 2 ms a cell, again without reading them', () => {
    const cells = cellsOf(
      Array.from({ length: 300 }, (_, at) => `sql c${at}: select * from c${at - 1 < 0 ? '299x' : at - 1}`).join('\n')
    );
    const read = analyses();
    new Graph({ front: '', cells }, read);
    const start = performance.now();
    const graph = new Graph({ front: '', cells: cells.with(299, { ...cells[299]!, text: 'from c7' }) }, read);
    expect(performance.now() - start).toBeLessThan(600);
    expect(graph.order.length).toBe(300);
  });
});
