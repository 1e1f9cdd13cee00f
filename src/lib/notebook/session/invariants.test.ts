import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NotebookChange } from '../change';
import { insertAt, moveBy, newCell, setAttribute } from '../edits';
import { digest, digestOf, fakeEngines, fakeRegistry, Log, noFiles as files } from '../fakes';
import type { CellNode } from '../graph/graph';
import type { Cell } from '../model';
import { breathe } from '$workers/shared/breathe';
import { countSequence, sequencesAsked } from '$workers/shared/sequences';
import { NotebookSession } from './session.svelte';

const names = ['a', 'b', 'c', 'd', 'e'];
const texts = [
  'select 1',
  'from a',
  'from b',
  'from a join c on true',
  'select ${x}',
  'from d',
  'boom',
  '!!',
  'from nowhere'
];
const event = fc.record({ what: fc.nat(15), a: fc.nat(99), b: fc.nat(99) });

function someCell(a: number, b: number): Cell {
  if (a % 7 === 0) return newCell('input', String(b), 'x');
  if (a % 7 === 1) return newCell('markdown', 'prose');
  return newCell(a % 7 === 2 ? 'load' : 'sql', texts[b % texts.length]!, names[a % names.length]);
}

/** Does one event; a tenth of a step of time passes or does not. */
async function happen(session: NotebookSession, log: Log, { what, a, b }: { what: number; a: number; b: number }) {
  const { cells } = session.notebook;
  const cell = cells[a % Math.max(cells.length, 1)];
  const apply = (change: NotebookChange) => session.apply(change);
  if (!cell || what === 0) apply({ ...insertAt(a % (cells.length + 1), [someCell(a, b)]), undo: 'now' });
  else if (what === 1) apply({ type: 'delete', keys: [cell.key], undo: 'now' });
  else if (what === 2) session.edit(cell.key, cell.kind === 'sql' ? texts[b % texts.length]! : String(b));
  else if (what === 3)
    session.edit(cell.key, cell.kind === 'sql' ? texts[b % texts.length]! : String(b), { run: true });
  else if (what === 4) apply({ type: 'set-id', key: cell.key, id: names[b % names.length], undo: 'now' });
  else if (what === 5) apply({ ...setAttribute(cell, 'off', b % 2 ? 'true' : undefined), undo: 'now' });
  else if (what === 6) session.undo();
  else if (what === 7) session.redo();
  else if (what === 8) session.run([cell.key]);
  else if (what === 9) session.run(b % 2 ? 'all' : 'stale');
  else if (what === 10) session.stop(b % 3 ? cell.key : undefined);
  else if (what === 11) session.tablesLost(b % 2 ? undefined : [names[b % names.length]!]);
  else if (what === 12) apply({ ...moveBy(session.notebook, [cell.key], (b % 5) - 2), undo: 'now' });
  else if (what === 13) apply({ type: 'set-kind', key: cell.key, kind: b % 2 ? 'sql' : 'load', undo: 'now' });
  else if (what === 14) session.hurry(cell.key);
  if (b % 3 === 0) await breathe();
  check(session, log);
}

/** A queue that does not empty is a failure with its cells, not a test that hangs. */
async function emptied(session: NotebookSession): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stuck = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`stuck: ${session.active.map((one) => `${one.key} ${one.run}`).join()}`)),
      3000
    );
  });
  await Promise.race([session.settled(), stuck]).finally(() => clearTimeout(timer));
}

/** What a cell's result was made of; prose and nameless cells make nothing. */
function madeOf(session: NotebookSession, { cell }: CellNode): string | undefined {
  const value = [...session.state(cell.key)!.values.values()][0];
  return value && digestOf(value);
}

/** What it would be made of, were everything run now. */
function meant(session: NotebookSession, node: CellNode): string | undefined {
  const { cell, inputs } = node;
  if (cell.id === undefined || cell.kind === 'markdown') return undefined;
  if (cell.kind === 'input') return String(Number(cell.text));
  const values = inputs.map(({ from }) => ({
    type: 'value' as const,
    value: meant(session, session.graph.node(from)!) ?? ''
  }));
  return digest(cell.text, values);
}

/** What must hold at every moment. */
function check(session: NotebookSession, log: Log): void {
  for (const node of session.graph.nodes.values()) {
    const state = session.state(node.cell.key)!;
    if (state.result === 'fresh') {
      for (const key of session.graph.ancestors([node.cell.key])) {
        const above = session.state(key)!;
        if (above.result !== 'fresh')
          throw new Error(`${node.cell.id} is fresh and ${session.cell(key)?.id} is ${above.result}`);
      }
    }
    if (state.result === 'fresh') expect(madeOf(session, node)).toBe(meant(session, node));
    if (state.result === 'blocked' && !state.error) throw new Error('blocked without a reason');
    if (state.result === 'failed' && !state.error) throw new Error('failed without a reason');
  }
  expect(session.states.size).toBe(session.notebook.cells.length);
  expect(log.mostInFlight).toBeLessThan(20);
}

test(
  'random events never leave a fresh cell above an old one, nor a queue that does not empty',
  { timeout: 120_000 },
  async (context) => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
        countSequence(context);
        const log = new Log();
        log.work = (run) => (run.text.length % 2 ? breathe() : Promise.resolve());
        const session = new NotebookSession({
          notebook: {
            front: '',
            cells: [newCell('input', '1', 'x'), newCell('sql', 'select ${x}', 'a'), newCell('sql', 'from a', 'b')]
          },
          registry: fakeRegistry(log),
          engines: fakeEngines,
          files,
          trusted: true,
          pauseMs: 1
        });
        session.start();
        for (const one of events) await happen(session, log, one);
        await emptied(session);
        check(session, log);
        for (const state of session.states.values()) expect(state.run).toBe('idle');
        expect(log.inFlight).toBe(0);
        // Running everything afterwards gives what the texts say, as if nothing had happened before.
        session.run('all');
        await emptied(session);
        for (const node of session.graph.nodes.values()) {
          const state = session.state(node.cell.key)!;
          if (node.analysis.off) continue;
          const expected = node.problem ? ['failed', 'blocked'] : ['fresh', 'failed', 'blocked'];
          expect(expected).toContain(state.result);
          const above = session.graph.ancestors([node.cell.key]).map((key) => session.state(key)!.result);
          const runs = !node.problem && !node.cell.text.includes('boom') && above.every((result) => result === 'fresh');
          if (runs) expect([state.result, state.output, state.edited]).toEqual(['fresh', node.cell.text, false]);
          else expect(state.result).not.toBe('fresh');
        }
        session.dispose();
      }),
      { seed: 6, numRuns: sequencesAsked(300) }
    );
  }
);
