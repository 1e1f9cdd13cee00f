import type { Relation } from '$workers/data/contract';
import type { RunContext } from '$lib/notebook/kind';
import { fail } from './failures';

/**
 * The relations that a cell reads, made tables first: a view would run its cell's query again for each reader.
 * @throws `needs-table` where a name stands for a value
 */
export async function tableInputs(names: readonly string[], context: RunContext): Promise<Relation[]> {
  const relations: Relation[] = [];
  for (const name of names) {
    const input = context.inputs.get(name);
    if (input === undefined) continue;
    if (input.type !== 'table') throw fail('needs-table', { table: name });
    const { relation } = input;
    const options = { signal: context.signal };
    relations.push(
      relation.kind === 'view' ? await context.engines.data.materialise(relation.name, options) : relation
    );
  }
  return relations;
}

/** The one table that a cell reads. */
export async function tableInput(name: string, context: RunContext): Promise<Relation> {
  const [relation] = await tableInputs([name], context);
  if (!relation) throw fail('needs-table', { table: name });
  return relation;
}
