import { version } from '$app/environment';
import { fileName, letOut, type LeavingTable } from '$lib/egress';
import { gate } from '$lib/messages/egress';
import type { Table } from '$workers/shared/table';
import { page as pageWords } from '$lib/messages/page';
import { spoken } from '$lib/messages/language.svelte';
import type { CellKey } from '$lib/notebook/model';
import {
  drawOutOfSight,
  gatherReport,
  reportHead,
  reportMarkup,
  reportPage,
  type ReportOptions,
  type ReportPart
} from '$lib/notebook/report';
import type { PageState } from '../page-state.svelte';

/** Rows of a table in a report. */
const mostRows = 100;

/** What a report will hold: gathered when the dialog opens, ticked there, made when it is saved. */
export class ReportMaking {
  parts = $state.raw<readonly ReportPart[]>();
  problem = $state.raw<unknown>();
  code = $state(true);
  #ticked = $state.raw<ReadonlySet<CellKey>>(new Set());
  #aborter = new AbortController();

  readonly withRows = $derived(
    (this.parts ?? []).filter(({ reported, hidden }) => reported?.individual === true && !hidden)
  );
  readonly stale = $derived((this.parts ?? []).filter(({ staleSince }) => staleSince !== undefined).length);

  constructor(private readonly page: PageState) {}

  async gather(most = mostRows): Promise<readonly ReportPart[]> {
    const { session, registry, engines } = this.page;
    const { signal } = this.#aborter;
    try {
      return (this.parts = await gatherReport({ session, registry, engines, most, signal }));
    } catch (error) {
      if (!signal.aborted) this.problem = error;
      return [];
    }
  }

  isTicked(key: CellKey): boolean {
    return this.#ticked.has(key);
  }

  tick(key: CellKey, on: boolean): void {
    const ticked = new Set(this.#ticked);
    if (on) ticked.add(key);
    else ticked.delete(key);
    this.#ticked = ticked;
  }

  /** The file, by the gate. @returns whether it left */
  async save(): Promise<boolean> {
    try {
      const options = { code: this.code, withRows: this.#ticked, hidden: false, draw: drawOutOfSight };
      const made = async (parts: readonly ReportPart[]) => {
        const { title, article } = await this.article(options, parts);
        return { title, content: new Blob([reportPage(title, spoken.language, article)], { type: 'text/html' }) };
      };
      const parts = this.parts ?? [];
      const { title, content } = await made(parts);
      return await letOut({
        kind: 'report',
        name: fileName(`${title}-report`, 'html'),
        content,
        what: gate.kinds.report(title),
        notebook: title,
        tables: this.#tables(),
        remake: async (tables) => (await made(withTables(parts, this.#shows, tables))).content
      });
    } catch (error) {
      this.problem = error;
      return false;
    }
  }

  /** Whether a part's tables stand in the report. */
  #shows = ({ cell, reported, hidden }: ReportPart): boolean =>
    reported !== undefined && !hidden && (!reported.individual || this.isTicked(cell.key));

  /** Individual rows in it, of each table at most so many. */
  rowCount(most: number): number {
    const tables = this.withRows.flatMap(({ reported }) => reported?.blocks ?? []);
    return tables.reduce((sum, block) => sum + (block.type === 'table' ? Math.min(most, block.table.rows) : 0), 0);
  }

  /** Every table that stands in it. */
  #tables(): LeavingTable[] {
    return (this.parts ?? []).filter(this.#shows).flatMap(({ cell, number, reported }) => {
      const tables = (reported?.blocks ?? []).filter((block) => block.type === 'table');
      return tables.map(({ table, title }, at) => ({
        // Two tables of one cell are two.
        name: `${cell.id ?? title ?? number}${at === 0 ? '' : ` ${at + 1}`}`,
        table,
        individual: reported?.individual ?? true
      }));
    });
  }

  /** The notebook as markup in which nothing runs. */
  async article(options: ReportOptions, parts: readonly ReportPart[] = this.parts ?? []) {
    const { page } = this;
    const head = await reportHead({
      notebook: page.session.notebook,
      text: page.exchange.text(),
      engines: page.engines,
      appVersion: version,
      now: new Date()
    });
    const title = head.title || pageWords.untitled;
    return { title, article: await reportMarkup(parts, head, options) };
  }

  close(): void {
    this.#aborter.abort();
  }
}

/** The parts with other tables in the places of their own, in their order. */
function withTables(
  parts: readonly ReportPart[],
  shows: (part: ReportPart) => boolean,
  tables: readonly Table[]
): ReportPart[] {
  let at = 0;
  return parts.map((part) => {
    if (!part.reported || !shows(part)) return part;
    const blocks = part.reported.blocks.map((block) => {
      if (block.type !== 'table') return block;
      const table = tables[at++] ?? block.table;
      return { ...block, table, of: table.rows < block.table.rows ? table.rows : block.of };
    });
    return { ...part, reported: { ...part.reported, blocks } };
  });
}
