import { at, type AppError } from '$workers/shared/errors';
import type { Progress } from '$workers/shared/job';
import type { Engines } from '$lib/engines';
import { fail } from '../errors';
import { asFailure } from '../graph/analysis';
import type { CellNode } from '../graph/graph';
import type { CellValue, FileShelf, Outcome, Warning } from '../kind';

export interface RunEnvironment {
  engines: Engines;
  files: FileShelf;
  signal: AbortSignal;
  progress(progress: Progress): void;
  warn(words: Warning): void;
  partial(output: unknown): void;
  changed(outcome: Outcome<unknown> | undefined): Promise<void>;
  simulates(): void;
}

/** An engine has 700 ms to end by itself and then is ended; a kind that hears nothing is left behind. */
const longestStopMs = 950;

function valueUnder(values: ReadonlyMap<string, CellValue>, name: string): CellValue | undefined {
  const exact = values.get(name);
  if (exact) return exact;
  for (const [key, value] of values) if (key.toLowerCase() === name.toLowerCase()) return value;
  return undefined;
}

/** @throws `cell-lost-value` where a parent did not make what it defines */
export function inputsOf(
  node: CellNode,
  valuesOf: (input: CellNode['inputs'][number]) => ReadonlyMap<string, CellValue>
): Map<string, CellValue> {
  const inputs = new Map<string, CellValue>();
  for (const input of node.inputs) {
    const value = valueUnder(valuesOf(input), input.defined);
    if (!value) throw fail('cell-lost-value', { name: input.defined });
    inputs.set(input.name, value);
  }
  return inputs;
}

function leftBehind(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => setTimeout(() => reject(fail('cell-stopped')), longestStopMs), {
      once: true
    });
  });
}

/** Runs one cell with fresh inputs. Ends within a second of an abort, whatever the kind does. */
export async function runCell(
  node: CellNode,
  inputs: ReadonlyMap<string, CellValue>,
  { engines, files, signal, ...telling }: RunEnvironment
): Promise<{ outcome: Outcome<unknown> } | { error: AppError }> {
  const { cell, analysis } = node;
  const { kind } = analysis;
  if (!kind) throw new Error('a cell without a kind runs');
  const place = cell.id === undefined ? {} : { cell: cell.id };
  try {
    const context = { key: cell.key, id: cell.id, signal, inputs, engines, files, ...telling };
    const running = kind.run(analysis.spec, context);
    // Left behind, its late failure is nobody's.
    running.catch(() => {});
    return { outcome: await Promise.race([running, leftBehind(signal)]) };
  } catch (error) {
    return { error: at(asFailure(error, cell.kind), place) };
  }
}
