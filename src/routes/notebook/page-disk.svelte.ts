import { fileName, following, letOut } from '$lib/egress';
import { keeping as words } from '$lib/messages/keeping';
import type { DiskLink } from '$lib/notebook/disk';
import type { Notebook } from '$lib/notebook/model';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PageKeeping } from './page-keeping.svelte';
import type { PageState } from './page-state.svelte';

/** The file on disk that a notebook is also saved to, on the page. */
export class PageDisk {
  /** Absent until there is one: most notebooks have none. */
  link = $state.raw<DiskLink>();
  /** What looks through all that is written there. */
  #following: Awaited<ReturnType<typeof following>> | undefined;

  constructor(
    private readonly keeping: PageKeeping,
    private readonly page: PageState
  ) {
    void this.#restore();
  }

  /** Asks where, and saves there from now on. */
  async choose(): Promise<void> {
    await this.keeping.doing(async () => {
      const { pickPlace } = await import('$lib/notebook/disk');
      const handle = await pickPlace(fileName(this.page.exchange.title, 'md'));
      if (!handle) return;
      await this.#throughGate(handle.name, (link) => link.link(handle));
    });
  }

  /** Shows what keeps the text from being written, and writes it once nothing does. */
  async look(): Promise<void> {
    const { link } = this;
    if (link) await this.keeping.doing(() => this.#throughGate(link.name, () => link.again()));
  }

  async unlink(): Promise<void> {
    const { link } = this;
    if (!link) return;
    await this.keeping.doing(() => link.unlink());
    this.#done();
  }

  /** What the file holds, as a notebook. */
  get theirs(): Notebook | undefined {
    const text = this.link?.theirs;
    return text === undefined ? undefined : this.keeping.read(text);
  }

  /** Mine goes into the file; what it held stays as a version. */
  async keepMine(): Promise<void> {
    const { theirs, link } = this;
    if (!theirs || !link) return;
    await this.keeping.doing(async () => {
      await this.keeping.opened.versions.keep(theirs, 'file');
      await this.keeping.opened.versions.keep(this.page.session.notebook, 'saved');
      await link.settle();
      this.#done();
      toasts.show({ text: words.diskKeptMine(link.name) });
    });
  }

  async takeTheirs(): Promise<void> {
    const { theirs, link } = this;
    if (!theirs || !link) return;
    await this.#putIn(theirs, link);
    this.keeping.told(words.diskTook(link.name));
  }

  async keepBoth(): Promise<void> {
    const { theirs, link } = this;
    if (!theirs || !link) return;
    const { mergedNotebook } = await import('$lib/notebook/disk');
    await this.#putIn(mergedNotebook(this.keeping.read(link.base), this.page.session.notebook, theirs), link);
    this.keeping.told(words.diskMerged(link.name));
  }

  #putIn(notebook: Notebook, link: DiskLink): Promise<void> {
    return this.keeping.doing(async () => {
      await this.keeping.replace(notebook, 'before-replace');
      await link.settle();
      this.#done();
    });
  }

  #done(): void {
    if (this.keeping.shown === 'disk') this.keeping.shown = undefined;
  }

  async #restore(): Promise<void> {
    const { opened } = this.keeping;
    if (opened.readOnly || !opened.autosave || !(await opened.store.link(opened.first.kept.id))) return;
    const link = await this.#newLink();
    await link.restore();
    this.link = link;
  }

  async #newLink(): Promise<DiskLink> {
    const [{ DiskLink }, { gate }, passing] = await Promise.all([
      import('$lib/notebook/disk'),
      import('$lib/messages/egress'),
      following()
    ]);
    this.#following = passing;
    const { opened } = this.keeping;
    const link: DiskLink = new DiskLink({
      store: opened.store,
      id: opened.first.kept.id,
      text: () => this.page.exchange.text(),
      mayWrite: (text) => {
        const notebook = this.page.exchange.title;
        return passing.mayWrite(text, { to: link.name, notebook, what: gate.kinds.notebook(notebook, 'Markdown') });
      }
    });
    opened.follow(link);
    return link;
  }

  /** What is written into a file again and again leaves by the gate the first time. */
  async #throughGate(name: string, write: (link: DiskLink) => Promise<void>): Promise<void> {
    const { gate } = await import('$lib/messages/egress');
    const text = this.page.exchange.text();
    await letOut({
      kind: 'notebook',
      name,
      content: new Blob([text], { type: 'text/markdown' }),
      what: gate.kinds.followed(this.page.exchange.title),
      notebook: this.page.exchange.title,
      texts: [{ name, text }],
      release: async () => {
        this.link ??= await this.#newLink();
        await this.#following?.passed(text, name);
        await write(this.link);
        return true;
      }
    });
  }
}
