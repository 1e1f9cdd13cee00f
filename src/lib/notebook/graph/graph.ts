import type { AppError } from '$workers/shared/errors';
import type { Cell, CellKey, Notebook } from '../model';
import type { Analyses, Analysis } from './analysis';
import { cyclePaths, type Parents } from './cycles';
import { Names } from './names';
import { isSystemTable } from './reserved';
import { circular, duplicated, reservedName, unknownName, vanishedName } from './problems';

/** One name that a cell waits for. */
export interface Input {
  /** As the cell wrote it. */
  name: string;
  sort: 'table' | 'value';
  /** The cell that defines it, and the name as that one spells it. */
  from: CellKey;
  defined: string;
}

/** One cell among the others. */
export interface CellNode {
  cell: Cell;
  /** From 0, in the page's order. */
  index: number;
  analysis: Analysis;
  inputs: readonly Input[];
  /** Cells it waits for, and cells that wait for it. */
  parents: readonly CellKey[];
  children: readonly CellKey[];
  /** Why it cannot run: its text, its name or a name it uses. */
  problem: AppError | undefined;
  /** The problem lies between cells (double name, cycle, name gone), so it shows without a run. */
  structural: boolean;
  /** It waits for itself, whatever else is wrong with it. */
  circular: boolean;
  /** Simulated data are among what it reads, however far above. */
  simulated: boolean;
}

export interface GraphOptions {
  /** Paths of the files at hand, for the hint that one was not imported. */
  files?: readonly string[];
  /** Names that were here earlier in this sitting: a cell that misses one is blocked, not mistaken. */
  vanished?: ReadonlySet<string>;
}

/** Who needs whom, as a value. Built anew after each change; cells that did not change are not read again. */
export class Graph {
  readonly nodes: ReadonlyMap<CellKey, CellNode>;
  /** Parents first; independent cells in the page's order. Members of cycles stand somewhere. */
  readonly order: readonly CellKey[];
  readonly names: Names;
  #rank: ReadonlyMap<CellKey, number>;

  constructor(notebook: Notebook, analyses: Analyses, options: GraphOptions = {}) {
    const { cells } = notebook;
    const read = cells.map((cell) => ({ cell, analysis: analyses.of(cell) }));
    this.names = new Names(read);
    const inputs = new Map<CellKey, Input[]>();
    const missing = new Map<CellKey, { name: string; sort: 'table' | 'value' }>();
    for (const { cell, analysis } of read) {
      const found: Input[] = [];
      const wanted: { name: string; sort: 'table' | 'value'; optional?: true }[] = [
        ...analysis.needs.tables.map((name) => ({ name, sort: 'table' as const })),
        ...analysis.needs.values.map((name) => ({ name, sort: 'value' as const })),
        ...(analysis.needs.tablesIfThere ?? []).map((name) => ({
          name,
          sort: 'table' as const,
          optional: true as const
        }))
      ];
      for (const { name, sort, optional } of wanted) {
        const definition = this.names.find(name, sort);
        if (definition) found.push({ name, sort, from: definition.key, defined: definition.name });
        else if (!optional && !(sort === 'table' && isSystemTable(name)) && !missing.has(cell.key)) {
          missing.set(cell.key, { name, sort });
        }
      }
      inputs.set(cell.key, found);
    }
    const parents: Parents = new Map(
      [...inputs].map(([key, found]) => [key, [...new Set(found.map((one) => one.from))]])
    );
    const children = new Map<CellKey, CellKey[]>(cells.map((cell) => [cell.key, []]));
    for (const [key, above] of parents) for (const parent of above) children.get(parent)?.push(key);

    const cycles = cyclePaths(parents);
    this.order = inOrder(cells, parents);
    const simulated = readsSimulated(
      this.order,
      parents,
      new Map(read.map(({ cell, analysis }) => [cell.key, analysis]))
    );
    const nodes = new Map<CellKey, CellNode>();
    read.forEach(({ cell, analysis }, index) => {
      const lack = missing.get(cell.key);
      const cycle = cycles.get(cell.key);
      const gone = lack && options.vanished?.has(lack.name.toLowerCase()) ? lack : undefined;
      const between =
        duplicated(cell, analysis, this.names) ??
        reservedName(cell, analysis, this.names) ??
        (cycle && circular(cell, cycle, inputs, analysis)) ??
        (gone && vanishedName(cell, gone, analysis));
      nodes.set(cell.key, {
        cell,
        index,
        analysis,
        inputs: inputs.get(cell.key) ?? [],
        parents: parents.get(cell.key) ?? [],
        children: children.get(cell.key) ?? [],
        problem:
          between ?? analysis.error ?? (lack && unknownName(cell, lack, analysis, this.names, options.files ?? [])),
        structural: between !== undefined,
        circular: cycle !== undefined,
        simulated: simulated.has(cell.key)
      });
    });
    this.nodes = nodes;
    this.#rank = new Map(this.order.map((key, rank) => [key, rank]));
  }

  node(key: CellKey): CellNode | undefined {
    return this.nodes.get(key);
  }

  /** Every cell these wait for, however far; parents first, without themselves. */
  ancestors(keys: Iterable<CellKey>): CellKey[] {
    return this.#reach(keys, (node) => node.parents);
  }

  /** Every cell that waits for one of these, however far; parents first, without themselves. */
  dependants(keys: Iterable<CellKey>): CellKey[] {
    return this.#reach(keys, (node) => node.children);
  }

  /** The same cells, parents first. */
  sorted(keys: Iterable<CellKey>): CellKey[] {
    return [...keys].sort((a, b) => (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0));
  }

  #reach(keys: Iterable<CellKey>, next: (node: CellNode) => readonly CellKey[]): CellKey[] {
    const start = new Set(keys);
    const found = new Set<CellKey>();
    const queue = [...start];
    for (const key of queue) {
      const node = this.nodes.get(key);
      for (const one of node ? next(node) : []) {
        if (found.has(one) || start.has(one)) continue;
        found.add(one);
        queue.push(one);
      }
    }
    return this.sorted(found);
  }
}

/** Cells that read what a simulation made. @param order parents first */
function readsSimulated(
  order: readonly CellKey[],
  parents: Parents,
  analyses: ReadonlyMap<CellKey, Analysis>
): ReadonlySet<CellKey> {
  const found = new Set<CellKey>();
  const makes = (key: CellKey) => {
    const analysis = analyses.get(key);
    return analysis?.kind?.simulates === true && !analysis.off;
  };
  for (const key of order) {
    if ((parents.get(key) ?? []).some((parent) => found.has(parent) || makes(parent))) found.add(key);
  }
  return found;
}

/** Depth first over the parents, in the page's order; without recursion. */
function inOrder(cells: readonly Cell[], parents: Parents): CellKey[] {
  const done = new Set<CellKey>();
  const entered = new Set<CellKey>();
  for (const cell of cells) {
    const stack = [cell.key];
    while (stack.length > 0) {
      const key = stack.at(-1) as CellKey;
      const waiting = entered.has(key)
        ? []
        : (parents.get(key) ?? []).filter((parent) => !done.has(parent) && !entered.has(parent));
      entered.add(key);
      if (waiting.length > 0) stack.push(...waiting.reverse());
      else {
        stack.pop();
        done.add(key);
      }
    }
  }
  return [...done];
}
