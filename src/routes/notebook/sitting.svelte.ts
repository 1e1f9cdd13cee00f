import { tick } from 'svelte';
import { registry } from '$lib/cells';
import { createEngines, type Engines } from '$lib/engines';
import { Shelf } from '$lib/notebook/files/shelf.svelte';
import { readFront } from '$lib/notebook/format/front';
import type { Notebook } from '$lib/notebook/model';
import { NotebookSession } from '$lib/notebook/session/session.svelte';
import { MemoryStore } from '$lib/notebook/store/memory-store';
import { keepNew, type Opened } from '$lib/notebook/store/keep';
import { openStore } from '$lib/notebook/store/open-store';
import type { NotebookStore } from '$lib/notebook/store/contract';
import { page as words } from '$lib/messages/page';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Address } from '../addresses';
import { isNotebookFile, takeOver } from '../handoff';
import { openAddress } from './open-address';
import { OpenedNotebook } from './opened.svelte';
import { PageState } from './page-state.svelte';
import { EngineWatch } from './engine-watch.svelte';

const kinds = registry.kinds.map((kind) => kind.name);

/** One notebook open on the page, from its address to its end: store, engines, files, session. */
export class Sitting {
  page = $state.raw<PageState>();
  opened = $state.raw<OpenedNotebook>();
  problem = $state.raw<unknown>();
  runner = $state(false);
  #engines: Engines | undefined;
  #store: NotebookStore | undefined;
  #watch = $state.raw<EngineWatch>();
  /** The address shown for what is open, so that showing it does not open it again. */
  #shown: string | undefined;
  #turn = 0;
  /** Data files that came with the address. */
  #given: ReturnType<typeof takeOver> = [];

  readonly #front = $derived(this.page?.session.notebook.front);
  readonly title = $derived((this.#front && readFront(this.#front).front.title) ?? words.untitled);

  /** @param show puts the address of a kept notebook into the bar, so that a reload finds it again */
  constructor(private readonly show: (id: string) => void) {}

  get watch(): EngineWatch {
    if (!this.#watch) throw new Error('nothing is open');
    return this.#watch;
  }

  async open(address: Address): Promise<void> {
    if (address.open === 'kept' && address.id === this.#shown) return;
    const turn = ++this.#turn;
    await this.close();
    this.problem = undefined;
    try {
      if (address.open === 'runner') return await this.#openRunner();
      const store = await openStore();
      const first = await this.#firstOf(address, store);
      if (turn !== this.#turn) return store.close();
      this.#store = store;
      this.#shown = first.kept.id;
      await this.#begin(first, store, { runAsk: false });
      this.show(first.kept.id);
      // A sample was asked to run: what waits for a click there runs too.
      if (address.open === 'shipped' && address.run) this.page?.session.run('all', { byHand: true });
      else this.page?.session.start();
      await this.page?.data.take(this.#given);
    } catch (error) {
      this.problem = error;
    }
  }

  async close(): Promise<void> {
    const { opened, page } = this;
    this.page = undefined;
    this.opened = undefined;
    this.#shown = undefined;
    page?.data.closeDialog();
    page?.session.dispose();
    this.#engines?.close();
    this.#engines = undefined;
    await opened?.close();
    this.#store?.close();
    this.#store = undefined;
  }

  /** A notebook's file handed over by the gallery is opened; everything else is what the address says. */
  async #firstOf(address: Exclude<Address, { open: 'runner' }>, store: NotebookStore): Promise<Opened> {
    if (address.open !== 'new') return openAddress(address, store, kinds);
    const given = takeOver();
    const notebook = given.find(({ path }) => isNotebookFile(path));
    if (notebook && given.length === 1) {
      return keepNew(store, await notebook.file.text(), kinds, { trusted: false });
    }
    this.#given = given;
    return openAddress(address, store, kinds);
  }

  async #begin(first: Opened, store: NotebookStore, { runAsk }: { runAsk: boolean }): Promise<PageState> {
    const engines = createEngines();
    const files = new Shelf({ store, id: first.kept.id });
    await files.restore();
    const opened = new OpenedNotebook(first, store, kinds);
    const session = new NotebookSession({
      notebook: first.notebook,
      registry,
      engines,
      files,
      trusted: first.kept.trusted,
      runAsk,
      ...(opened.autosave ? { store: opened.autosave } : {})
    });
    engines.data.onrestart(({ gone }) => {
      session.tablesLost(gone);
      toasts.show({ text: words.restarted });
    });
    this.#engines = engines;
    this.#watch = new EngineWatch(engines.data);
    this.opened = opened;
    return (this.page = new PageState({
      session,
      registry,
      engines,
      files,
      flush: async () => opened.autosave?.compact()
    }));
  }

  async #openRunner(): Promise<void> {
    const { pageRunner } = await import('./runner');
    this.runner = true;
    const show = async (notebook: Notebook) => {
      await this.close();
      const store = new MemoryStore(undefined);
      const first = await keepNew(store, '', kinds, { trusted: true });
      const page = await this.#begin({ ...first, notebook }, store, { runAsk: true });
      await tick();
      return page;
    };
    window.phemsRunner = pageRunner({ show, kinds });
  }
}
