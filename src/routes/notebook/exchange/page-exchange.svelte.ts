import { fileName, letOut } from '$lib/egress';
import { readFront } from '$lib/notebook/format/front';
import { serializeNotebook } from '$lib/notebook/format/serialize';
import { newCell } from '$lib/notebook/edits';
import { page as words } from '$lib/messages/page';
import type { Arrival } from '../../handoff';
import type { PageState } from '../page-state.svelte';

export type ExchangeDialog = 'arrived' | 'link' | 'report' | 'print';

/** The notebook out of the page and into it: other programs' files, links. What does it is loaded when it is asked for. */
export class PageExchange {
  /** What became of the file that this notebook was read from. */
  arrived = $state.raw<Arrival['from']>();
  /** The line that says it was put away; the menu still has the report. */
  dismissed = $state(false);
  dialog = $state.raw<ExchangeDialog>();

  constructor(private readonly page: PageState) {}

  get title(): string {
    return readFront(this.page.session.notebook.front).front.title ?? words.untitled;
  }

  /** The notebook's text in our own format. */
  text(): string {
    const kinds = this.page.registry.kinds.map((kind) => kind.name);
    return serializeNotebook(this.page.session.notebook, kinds);
  }

  /** Saves the notebook as another program reads it. Never any data or results. */
  async save(ending: 'ipynb' | 'html'): Promise<void> {
    const { writeIpynb, writeKit } = await import('$lib/notebook/exchange');
    const { notebook } = this.page.session;
    const text = ending === 'ipynb' ? writeIpynb(notebook) : writeKit(notebook, words.untitled);
    const type = ending === 'ipynb' ? 'application/x-ipynb+json' : 'text/html';
    const name = fileName(this.title, ending);
    const { gate } = await import('$lib/messages/egress');
    await letOut({
      kind: 'notebook',
      name,
      content: new Blob([text], { type }),
      what: gate.kinds.notebook(this.title, ending === 'ipynb' ? 'Jupyter' : 'Notebook Kit'),
      notebook: this.title,
      texts: [{ name, text: this.text() }]
    });
  }

  /** Puts pictures and print of the file behind their cells, as one step of undo. */
  keepOutputs(): void {
    const { session } = this.page;
    const outputs = this.arrived?.imported.outputs ?? [];
    const cells = session.notebook.cells.flatMap((cell, index) => [
      cell,
      ...outputs.filter(({ after }) => after === index).map(({ text }) => newCell('markdown', text, undefined))
    ]);
    const first = outputs.filter(({ after }) => after < 0).map(({ text }) => newCell('markdown', text, undefined));
    session.apply({
      type: 'replace',
      notebook: { front: session.notebook.front, cells: [...first, ...cells] },
      undo: 'now'
    });
  }
}
