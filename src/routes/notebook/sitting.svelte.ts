import { tick } from 'svelte';
import { AppError } from '$workers/shared/errors';
import { registry } from '$lib/cells';
import { createEngines, type Engines } from '$lib/engines';
import { Shelf } from '$lib/notebook/files/shelf.svelte';
import { readFront } from '$lib/notebook/format/front';
import type { Notebook } from '$lib/notebook/model';
import { NotebookSession } from '$lib/notebook/session/session.svelte';
import { MemoryStore } from '$lib/notebook/store/memory-store';
import { keepNew, openKept } from '$lib/notebook/store/keep';
import { inWindow, openStore } from '$lib/notebook/store/open-store';
import type { NotebookStore } from '$lib/notebook/store/contract';
import { Tenancy } from '$lib/notebook/store/tenancy.svelte';
import { Versions } from '$lib/notebook/versions/versions.svelte';
import { page as words } from '$lib/messages/page';
import { tellAll } from '$lib/ui/code-editor/after-frame';
import { toasts } from '$lib/ui/toasts.svelte';
import type { Address } from '../addresses';
import { takeOver } from '../handoff';
import { fail, keepForeign, placeOf, shipped, type KeptAddress } from './open-address';
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
  #tenancy: Tenancy | undefined;
  #watch = $state.raw<EngineWatch>();
  /** The address shown for what is open, so that showing it does not open it again. */
  #shown: string | undefined;
  /** Counts what was asked for: what is still opening when something else is, or when the page is left, comes to nothing. */
  #turn = 0;
  /** What was open before is written down before anything else is opened: it may be the same notebook. */
  #ending: Promise<unknown> = Promise.resolve();
  /** Data files, or a notebook and the report of it, that came with the address. */
  #handed: ReturnType<typeof takeOver> | undefined;

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
    await this.#end();
    if (turn !== this.#turn) return;
    this.problem = undefined;
    this.#handed = address.open === 'new' ? takeOver() : undefined;
    try {
      if (address.open === 'runner') return await this.#openRunner();
      if (address.open === 'original') return await this.#openOriginal(address.path, turn);
      const { store, id, tenancy } = await this.#enterSomewhere(address);
      if (turn !== this.#turn) {
        tenancy?.close();
        return store.close();
      }
      this.#store = store;
      this.#tenancy = tenancy;
      this.#shown = id;
      const page = await this.#openHere(id, store, { isNew: address.open !== 'kept', turn });
      if (!page) return;
      this.show(id);
      page.exchange.arrived = this.#handed?.arrival?.from;
      // A sample was asked to run: what waits for a click there runs too.
      if (address.open === 'shipped' && address.run) page.session.run('all', { byHand: true });
      else page.session.start();
      await page.data.take(this.#handed?.files ?? []);
    } catch (error) {
      if (turn === this.#turn) this.problem = error;
    }
  }

  /** Puts the address of what is open back into the bar. */
  showAgain(): void {
    if (this.#shown !== undefined) this.show(this.#shown);
  }

  /** What is open as a file. */
  async download(): Promise<void> {
    if (this.page) await this.opened?.download(this.page.session.notebook);
  }

  async close(): Promise<void> {
    this.#turn++;
    await this.#end();
  }

  async #end(): Promise<void> {
    const tenancy = this.#tenancy;
    const store = this.#store;
    this.#tenancy = undefined;
    this.#store = undefined;
    // At once: who comes back to it before it has ended gets it opened again.
    this.#shown = undefined;
    const before = this.#ending;
    // Only then: what was typed last is written while the notebook is still ours.
    const ended = this.#leave().finally(() => {
      tenancy?.close();
      store?.close();
    });
    this.#ending = Promise.allSettled([before, ended]);
    await before;
    await ended;
  }

  /** Ends what is on the page, and keeps hold of store and notebook. */
  async #leave(): Promise<void> {
    tellAll();
    const { opened, page } = this;
    this.page = undefined;
    this.opened = undefined;
    page?.data.closeDialog();
    page?.session.dispose();
    this.#engines?.close();
    this.#engines = undefined;
    await opened?.close();
  }

  /** Where the browser has no room for a new notebook, it begins in this window. */
  async #enterSomewhere(address: KeptAddress) {
    const store = await openStore();
    try {
      return { store, ...(await this.#enter(address, store)) };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'store-full' || store.refusal) throw error;
      store.close();
      const here = inWindow(error);
      return { store: here, ...(await this.#enter(address, here)) };
    }
  }

  /** Finds or makes what the address asks for, and asks whether another tab has it. */
  async #enter(address: KeptAddress, store: NotebookStore): Promise<{ id: string; tenancy: Tenancy | undefined }> {
    const id = await this.#placeOf(address, store);
    if (store.refusal) return { id, tenancy: undefined };
    const tenancy = this.#newTenancy(id);
    await tenancy.enter();
    if (tenancy.owns || address.open === 'kept') return { id, tenancy };
    // A sample that another tab has open: this one gets a copy of its own.
    tenancy.close();
    const own = await placeOf(address, store, kinds, { fresh: true });
    const other = this.#newTenancy(own);
    await other.enter();
    return { id: own, tenancy: other };
  }

  #newTenancy(id: string): Tenancy {
    return new Tenancy({
      id,
      onlosing: tellAll,
      onlost: async () => {
        if (this.page) await this.opened?.handOver(this.page.session.notebook);
      },
      onowned: () => void this.#readAgain(id)
    });
  }

  /** The notebook came over from another tab: what that one wrote last is read. */
  async #readAgain(id: string): Promise<void> {
    const store = this.#store;
    if (!store || this.#shown !== id) return;
    const turn = ++this.#turn;
    try {
      await this.#leave();
      if (turn !== this.#turn) return;
      (await this.#openHere(id, store, { isNew: false, turn }))?.session.start();
    } catch (error) {
      if (turn === this.#turn) this.problem = error;
    }
  }

  /**
   * @returns undefined where something else was asked for meanwhile
   * @throws `notebook-gone`
   */
  async #openHere(
    id: string,
    store: NotebookStore,
    { isNew, turn }: { isNew: boolean; turn: number }
  ): Promise<PageState | undefined> {
    const tenancy = this.#tenancy;
    const tenant = tenancy?.owns === false ? {} : { tenant: tenancy?.tenant ?? 'window' };
    const leftAt = (await store.find(id))?.changed ?? Date.now();
    const [first, versions] = await Promise.all([
      openKept(store, id, kinds, tenant),
      Versions.open({ store, id, kinds })
    ]);
    if (!first) throw fail('notebook-gone');
    const opened = new OpenedNotebook({ first, store, kinds, versions, tenancy });
    const page = await this.#begin(opened, { runAsk: false, turn });
    // Not waited for: how it was left can be kept while one already reads.
    if (page && !isNew && !opened.readOnly) void versions.opened(first.notebook, leftAt).catch(() => {});
    return page;
  }

  /** A notebook's file handed over by the gallery is opened; everything else is what the address says. */
  async #placeOf(address: KeptAddress, store: NotebookStore): Promise<string> {
    if (address.open !== 'new') return placeOf(address, store, kinds);
    const arrival = this.#handed?.arrival;
    if (arrival) return (await keepForeign(store, arrival.text, kinds)).kept.id;
    return placeOf(address, store, kinds);
  }

  /** A sample as the site ships it, to be read beside one's copy. */
  async #openOriginal(path: string, turn: number): Promise<void> {
    const store = new MemoryStore();
    const { text, origin } = await shipped(path);
    const first = await keepNew(store, text, kinds, { trusted: true, origin });
    const versions = await Versions.open({ store, id: first.kept.id, kinds });
    const page = await this.#begin(new OpenedNotebook({ first, store, kinds, versions, original: true }), {
      runAsk: false,
      turn
    });
    page?.session.start();
  }

  /** @returns undefined where something else was asked for meanwhile */
  async #begin(
    opened: OpenedNotebook,
    { runAsk, turn }: { runAsk: boolean; turn: number }
  ): Promise<PageState | undefined> {
    const { first, store } = opened;
    // Cells are read when the session begins: the code of their kinds has to be here.
    await registry.ready?.(first.notebook.cells.map(({ kind }) => kind));
    const engines = createEngines();
    const files = new Shelf({ store, id: first.kept.id });
    await files.restore();
    if (turn !== this.#turn) {
      engines.close();
      await opened.close();
      return undefined;
    }
    // Who moves or types is about to add something: by then all kinds are here.
    for (const sign of ['pointermove', 'pointerdown', 'keydown'])
      addEventListener(sign, () => void fetchKinds(), { once: true, passive: true });
    const session = new NotebookSession({
      notebook: first.notebook,
      registry,
      engines,
      files,
      trusted: first.kept.trusted,
      runAsk,
      readOnly: () => opened.readOnly !== undefined,
      store: opened
    });
    engines.data.onrestart(({ gone }) => {
      session.tablesLost(gone);
      toasts.show({ text: words.restarted });
    });
    this.#engines = engines;
    this.#watch = new EngineWatch(engines);
    this.opened = opened;
    return (this.page = new PageState({
      session,
      registry,
      engines,
      files,
      opened
    }));
  }

  async #openRunner(): Promise<void> {
    const { pageRunner } = await import('./runner');
    this.runner = true;
    const show = async (notebook: Notebook) => {
      await this.close();
      const store = new MemoryStore(undefined);
      const first = await keepNew(store, '', kinds, { trusted: true });
      const versions = await Versions.open({ store, id: first.kept.id, kinds });
      const opened = new OpenedNotebook({ first: { ...first, notebook }, store, kinds, versions });
      const page = await this.#begin(opened, { runAsk: true, turn: this.#turn });
      if (!page) throw new Error('another notebook was shown meanwhile');
      await tick();
      return page;
    };
    window.phemsRunner = pageRunner({ show, kinds });
  }
}

/** One after the other: all at once would hold the page in the middle of a movement. */
async function fetchKinds(): Promise<void> {
  for (const { name } of registry.kinds) await registry.ready?.([name]).catch(() => undefined);
}
