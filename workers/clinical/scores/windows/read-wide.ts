import { nearNames } from '../../../shared/near-names';
import type { Column } from '../../../shared/table';
import type { Pacer } from '../../shared/pacer';
import { Block, BLOCK_ROWS } from '../block';
import { fail } from '../errors';
import { openInput } from '../read-input';
import { failWindow } from './errors';
import type { Events } from './events';
import type { StayColumns } from './stays';
import type { ReadTally } from './tally';
import { variablePosition, WINDOW_VARIABLES } from './variables';

/** One column a variable, as an hourly table: each value that is there is an observation of that row's time. */
export interface WideObservations extends StayColumns {
  time: Column;
  /** By names of `WINDOW_VARIABLES`, or others by `names`. */
  variables: Readonly<Record<string, Column>>;
}

function positionOf(name: string): number {
  const position = variablePosition(name);
  if (position >= 0) return position;
  const known = WINDOW_VARIABLES.map((variable) => variable.name);
  const near = nearNames(name, known).join(', ');
  throw fail('score-input-unknown', { score: 'phoenix', input: name, near, known: known.join(', ') });
}

/** @throws `score-input-unknown`, `score-input-type`, `score-unit-unknown`, `windows-variable-twice`, `stopped` */
export async function readWide(
  { person, variables }: WideObservations,
  { names, units }: { names: Readonly<Record<string, string>>; units: Readonly<Record<string, string>> },
  { events, tally, pacer }: { events: Events; tally: ReadTally; pacer: Pacer }
): Promise<void> {
  const rows = person.values.length;
  const taken = new Set<number>();
  const readers = Object.entries(variables).map(([name, column]) => {
    const position = positionOf(names[name] ?? name);
    if (taken.has(position)) throw failWindow('windows-variable-twice', { input: WINDOW_VARIABLES[position]!.name });
    taken.add(position);
    if (column.values.length !== rows) {
      throw fail('score-rows-differ', { input: name, rows: column.values.length, expected: rows });
    }
    const reader = openInput(WINDOW_VARIABLES[position]!, position, column, units[name] ?? units[names[name] ?? name]);
    if (reader.assumed) tally.assume(position);
    return { position, reader };
  });
  const block = new Block({ inputs: WINDOW_VARIABLES });
  const values = new Float64Array(WINDOW_VARIABLES.length);
  for (let start = 0; start < rows; start += BLOCK_ROWS) {
    block.begin(Math.min(BLOCK_ROWS, rows - start));
    for (const { reader } of readers) reader.read(block, start);
    for (let row = 0; row < block.rows; row++) {
      for (const { position } of readers) {
        const value = block.at(position)[row] as number;
        if (Number.isNaN(value)) continue;
        events.push(start + row, position, value);
        values[position] = (values[position] as number) + 1;
      }
    }
    await pacer.step(start + block.rows);
  }
  for (const { position, reader } of readers) {
    tally.add(position, values[position]!, block.rejected[position]!, reader.reread);
  }
}
