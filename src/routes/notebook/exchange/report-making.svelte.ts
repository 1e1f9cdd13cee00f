import { version } from '$app/environment';
import { fileName, saveFile } from '$lib/egress';
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

  /** The file, saved by the browser where it saves files. @returns whether it was made */
  async save(): Promise<boolean> {
    try {
      const options = { code: this.code, withRows: this.#ticked, hidden: false, draw: drawOutOfSight };
      const { title, article } = await this.article(options);
      const content = new Blob([reportPage(title, spoken.language, article)], { type: 'text/html' });
      saveFile({ name: fileName(`${title}-report`, 'html'), content });
      return true;
    } catch (error) {
      this.problem = error;
      return false;
    }
  }

  /** The notebook as markup in which nothing runs. */
  async article(options: ReportOptions) {
    const { page } = this;
    const head = await reportHead({
      notebook: page.session.notebook,
      text: page.exchange.text(),
      engines: page.engines,
      appVersion: version,
      now: new Date()
    });
    const title = head.title || pageWords.untitled;
    return { title, article: await reportMarkup(this.parts ?? [], head, options) };
  }

  close(): void {
    this.#aborter.abort();
  }
}
