import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { standardNames } from '../../workers/sandbox/contract';
import { root } from '../site/places.mjs';
import { readDeclarations } from './declarations';

describe('help for own code', () => {
  const made = readDeclarations();
  const find = (group: string, name: string) => made.groups[group]?.find(({ n }) => n === name);
  const names = (group: string) => (made.groups[group] ?? []).map(({ n }) => n);

  test('every name that code finds is there, and says what it is', () => {
    expect(names('')).toEqual(expect.arrayContaining(standardNames.filter((name) => name !== 'document')));
    expect(find('', 'display')).toMatchObject({ k: 'f', s: '<Value>(value: Value): Value' });
    expect(find('', 'sql')?.d).toMatch(/^Asks the data engine with one SELECT\./);
  });

  // Counted in the packages' own documentation of their exports.
  test('libraries with their functions and one sentence of each', () => {
    expect(names('Plot')).toEqual(
      expect.arrayContaining(['plot', 'dot', 'barY', 'binX', 'groupY', 'ruleY', 'legend', 'line'])
    );
    expect(names('d3')).toEqual(
      expect.arrayContaining(['mean', 'rollup', 'scaleLinear', 'timeParse', 'format', 'line', 'utcDay'])
    );
    expect(names('ss')).toEqual(expect.arrayContaining(['mean', 'median', 'linearRegression', 'tTest', 'quantile']));
    expect(find('Plot', 'dot')).toMatchObject({ k: 'f', s: '(data?: Data, options?: DotOptions): Dot' });
    expect(find('Plot', 'dot')?.d).toContain('scatterplot');
    expect(find('ss', 'median')?.d).toMatch(/median/i);
    expect(find('Math', 'max')?.s).toBe('(...values: number[]): number');
  });

  test('what the options of a mark may hold', () => {
    const dot = made.options[find('Plot', 'dot')?.o ?? -1] ?? [];
    expect(dot).toEqual(
      expect.arrayContaining(['x', 'y', 'r', 'fill', 'stroke', 'symbol', 'title', 'tip', 'fx', 'sort'])
    );
    const plot = made.options[find('Plot', 'plot')?.o ?? -1] ?? [];
    expect(plot).toEqual(expect.arrayContaining(['marks', 'width', 'color', 'x', 'y', 'title', 'marginLeft']));
  });

  test('tables, and rows in memory', () => {
    expect(names('table')).toEqual(expect.arrayContaining(['column', 'columns', 'rows', 'load', 'count']));
    expect(find('table', 'column')?.s).toBe('(name: string): Promise<Vector>');
    expect(names('rows')).toEqual(expect.arrayContaining(['filter', 'groupby', 'orderby', 'derive']));
    expect(names('list')).toEqual(expect.arrayContaining(['map', 'filter', 'reduce', 'toSorted']));
    expect(names('text')).not.toContain('blink');
  });

  test('is the same each time, in order, and small', () => {
    const again = JSON.stringify(readDeclarations());
    expect(again).toBe(JSON.stringify(made));
    expect(gzipSync(again).length).toBeLessThan(36_000);
    expect(again).not.toMatch(/import\(|node_modules/);
    expect(again).not.toContain(root);
    for (const group of Object.values(made.groups)) {
      const order = group.map(({ n }) => n);
      expect(order).toEqual([...new Set(order)].sort());
    }
  });
});
