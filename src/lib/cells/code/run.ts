import { at } from '$workers/shared/errors';
import type { CodeReading } from '$workers/sandbox/analysis';
import type { CodeInput, CodeOutput, CodeSoFar } from '$workers/sandbox/contract';
import type { CellValue, Outcome, RunContext } from '$lib/notebook/kind';
import { tellBlocked } from '$lib/egress';
import { tableInputs } from '../inputs';
import { whileMarked } from './culprit';
import { failureOf } from './failure';
import { roomOf } from './room';
import { Soon } from './soon';

/** What a run gave, as the output draws it. Places count in the cell's own text. */
export interface CodeShown {
  output: CodeOutput;
  reading: CodeReading;
  /** Room that it was made for, px. */
  width: number;
  /**
   * For other room: drawings that took theirs from the cell are made again where they are. No code runs, and nobody who
   * uses the cell hears of it. Code that names `width` itself is to run again instead.
   * @returns what is shown then; undefined where nothing changes
   */
  resize?(width: number): Promise<CodeOutput | undefined>;
}

/** What is done before shows nothing in between: it comes whole, and nothing flickers. */
const quietMilliseconds = 150;

/** Runs the cell in the sandbox; its values stay there, plain ones are known here, too. */
export async function runCode(reading: CodeReading, context: RunContext): Promise<Outcome<CodeShown>> {
  const { engines, signal, key, id } = context;
  const { code } = reading;
  const client = await engines.code.client();
  client.onrefused ??= ({ rule, address, cell }) => void tellBlocked({ rule, address, ...(cell && { cell }) });
  // What its queries read would else run again for each of them.
  await tableInputs(code.tables, context);
  const inputs: Record<string, CodeInput> = {};
  for (const [name, value] of context.inputs) inputs[name] = inputOf(value);
  let width = roomOf(key);
  const resize = (other: number) => client.resize(key, (width = other));
  const outcome = (output: CodeOutput): Outcome<CodeShown> => ({
    output: { output, reading, width, resize },
    values: valuesOf(output, reading, context)
  });
  let shown: CodeOutput = { parts: [], console: { lines: [], left: 0 }, defined: [], milliseconds: 0, turn: 0 };
  const tell = () => {
    if (shown.parts.length + shown.console.lines.length === 0) return;
    context.partial({ output: shown, reading, width } satisfies CodeShown);
  };
  const telling = new Soon(quietMilliseconds, tell);
  const partial = (soFar: CodeSoFar) => {
    shown = { ...shown, ...soFar };
    telling.ask();
  };
  const request = { key, id, code, inputs, width, seed: 1 };
  const running = whileMarked(code.javascript, () =>
    client.run(request, {
      signal,
      partial,
      changed: (next) => context.changed(next && outcome(next)),
      simulates: () => context.simulates()
    })
  );
  // Stopped: what was shown by then stays.
  const output = await running
    .finally(() => telling.end())
    .catch((error: unknown) => {
      tell();
      throw error;
    });
  if (output.error) {
    shown = { ...shown, ...output };
    tell();
    const failure = client.saidBefore(output.error);
    throw failure ? at(failure, placeOf(output, reading)) : failureOf(output.error, reading);
  }
  return outcome(output);
}

function placeOf({ error }: CodeOutput, { own }: CodeReading) {
  return error?.place ? own(error.place) : {};
}

/** A plain value goes along; what is more than that is used where it is. */
function inputOf(value: CellValue): CodeInput {
  if (value.type === 'table') return { type: 'table', relation: value.relation };
  if (value.type === 'live') return { type: 'live', live: value.live };
  const isList = typeof value.value === 'object' && value.value !== null;
  return isList && value.live ? { type: 'live', live: value.live } : { type: 'value', value: value.value };
}

/** Only names that the cell's text declares: what comes from the sandbox claims no others. */
function valuesOf(output: CodeOutput, { code }: CodeReading, { key, id }: RunContext): Map<string, CellValue> {
  const own = new Set<string | undefined>(code.body === 'program' ? code.defines : [id]);
  const values = new Map<string, CellValue>();
  for (const { name, value } of output.defined) {
    if (!own.has(name)) continue;
    const live = { key, name };
    values.set(name, value === undefined ? { type: 'live', live } : { type: 'value', value, live });
  }
  return values;
}
