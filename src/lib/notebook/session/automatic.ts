import type { Graph } from '../graph/graph';
import type { CellKey } from '../model';
import type { Difference } from './difference';

export interface Automatic {
  now: CellKey[];
  /** Whose run a step of undo or redo overtook: it goes on with the text of now, also where a person started it. */
  again: CellKey[];
  /** After a pause of typing. */
  soon: CellKey[];
}

export interface AutomaticOptions {
  /** By undo or redo: then code comes back as it had run. */
  travelled: boolean;
  hasRun(key: CellKey): boolean;
  /** Queued or running. */
  isComing(key: CellKey): boolean;
}

/**
 * Which cells a change makes run unasked (as far as their policy allows): Markdown at once, forms after a pause,
 * code only when it comes back, is renamed, or its inputs changed. What has a problem waits for more typing.
 */
export function automaticRuns(
  graph: Graph,
  change: Difference,
  { travelled, hasRun, isComing }: AutomaticOptions
): Automatic {
  const runnable = (key: CellKey) => {
    const node = graph.node(key);
    return node !== undefined && !node.problem && !node.analysis.off;
  };
  const language = (key: CellKey) => graph.node(key)?.analysis.kind?.language;
  const isCode = (key: CellKey) => language(key) !== 'markdown' && language(key) !== 'yaml';
  const now = [
    ...change.added.filter((key) => travelled || !isCode(key)),
    ...change.text.filter((key) => language(key) === 'markdown' || (travelled && !isCode(key))),
    ...change.identity,
    ...change.inputs.filter(hasRun),
    ...change.mended.filter(hasRun)
  ];
  const soon = travelled ? [] : change.text.filter((key) => language(key) === 'yaml');
  const again = travelled ? change.text.filter((key) => language(key) === 'yaml' && isComing(key)) : [];
  const unasked = new Set(now.filter((key) => !again.includes(key)));
  return { now: [...unasked].filter(runnable), again: again.filter(runnable), soon: soon.filter(runnable) };
}
