import { fileName } from '$lib/egress';
import { keeping as words } from '$lib/messages/keeping';
import { page as pageWords } from '$lib/messages/page';
import { readFront } from '$lib/notebook/format/front';
import { serializeNotebook } from '$lib/notebook/format/serialize';
import type { DiskLink } from '$lib/notebook/disk';
import type { Notebook } from '$lib/notebook/model';
import { toasts } from '$lib/ui/toasts.svelte';
import type { PageKeeping } from './page-keeping.svelte';
import type { PageState } from './page-state.svelte';

/** The file on disk that a notebook is also saved to, on the page. */
export class PageDisk {
  /** Absent until there is one: most notebooks have none. */
  link = $state.raw<DiskLink>();

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
      const title = readFront(this.page.session.notebook.front).front.title ?? pageWords.untitled;
      const handle = await pickPlace(fileName(title, 'md'));
      if (!handle) return;
      this.link ??= await this.#newLink();
      await this.link.link(handle);
    });
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
    const { DiskLink } = await import('$lib/notebook/disk');
    const { opened } = this.keeping;
    const kinds = this.page.registry.kinds.map(({ name }) => name);
    const text = () => serializeNotebook(this.page.session.notebook, kinds);
    const link = new DiskLink({ store: opened.store, id: opened.first.kept.id, text });
    opened.follow(link);
    return link;
  }
}
