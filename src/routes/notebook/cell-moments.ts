import { formatSeconds } from '$lib/messages/figures';
import { news as words } from '$lib/messages/news';
import { worded } from '$lib/messages/worded';
import type { Cell } from '$lib/notebook/model';
import { lookOf } from './cell-look';
import type { Moment } from './cell-news';
import type { PageState } from './page-state.svelte';

/** What can be told of the cells now. Prose has nothing to tell until it fails. */
export function momentsOf(page: PageState): Moment[] {
  return page.session.notebook.cells.flatMap((cell, index): Moment[] => {
    const life = page.session.state(cell.key);
    if (!life || (cell.kind === 'markdown' && life.result !== 'failed')) return [];
    const kind = page.registry.find(cell.kind);
    const seconds = life.seconds === undefined ? undefined : formatSeconds(life.seconds);
    return [
      {
        key: cell.key,
        name: cell.id ?? words.cell(kind?.title ?? cell.kind, index + 1),
        status: lookOf(cell, life, page.session.policy(cell.key)),
        startedAt: life.startedAt,
        facts: [sizeOf(page, cell), seconds].filter((fact) => fact !== undefined),
        after: seconds,
        line: life.error?.place?.file === undefined ? life.error?.place?.line : undefined,
        why: life.error && worded(life.error).message,
        blocker: life.blocker?.name,
        quiet: cell.kind === 'input'
      }
    ];
  });
}

function sizeOf(page: PageState, cell: Cell): string | undefined {
  const life = page.session.state(cell.key);
  const kind = page.registry.find(cell.kind);
  if (kind?.summary && life?.outputAt !== undefined && life.outputKind === kind.name) return kind.summary(life.output);
  const value = cell.id === undefined ? undefined : life?.values.get(cell.id);
  if (value?.type !== 'table' || value.relation.rows === undefined) return undefined;
  return words.rows(value.relation.rows);
}
