import { fail } from '../errors';
import type {
  BinChange,
  BinnedCell,
  CellEdit,
  Kept,
  KeptFile,
  KeptLink,
  KeptText,
  KeptVersion,
  NotebookStore,
  TrustedCode
} from './contract';

type Journal = (CellEdit & { tenant: string | undefined })[];

/** Keeps notebooks as long as the window lives: where the browser refuses storage, and in tests. */
export class MemoryStore implements NotebookStore {
  #kept = new Map<string, Kept>();
  #texts = new Map<string, { text: string; edits: Journal }>();
  #files = new Map<string, Map<string, KeptFile>>();
  #versions = new Map<string, { version: KeptVersion; text: string }>();
  #bins = new Map<string, Map<string, BinnedCell>>();
  #links = new Map<string, KeptLink>();
  #trusted = new Map<string, TrustedCode>();

  constructor(readonly refusal: Error | undefined = undefined) {}

  recent(): Promise<Kept[]> {
    const kept = [...this.#kept.values()].filter((one) => one.deleted === undefined);
    return Promise.resolve(kept.sort((a, b) => b.opened - a.opened));
  }

  trashed(): Promise<Kept[]> {
    const kept = [...this.#kept.values()].filter((one) => one.deleted !== undefined);
    return Promise.resolve(kept.sort((a, b) => (b.deleted ?? 0) - (a.deleted ?? 0)));
  }

  find(id: string): Promise<Kept | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  read(id: string): Promise<KeptText | undefined> {
    const kept = this.#texts.get(id);
    const tenant = this.#kept.get(id)?.tenant;
    const edits = kept?.edits.filter((edit) => edit.tenant === tenant) ?? [];
    return Promise.resolve(kept && { text: kept.text, edits: edits.map(({ index, text }) => ({ index, text })) });
  }

  take(id: string, tenant: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (!kept) return Promise.resolve();
    for (const edit of this.#texts.get(id)?.edits ?? []) if (edit.tenant === kept.tenant) edit.tenant = tenant;
    this.#kept.set(id, { ...kept, tenant });
    return Promise.resolve();
  }

  write(kept: Kept, text: string, bin?: BinChange): Promise<void> {
    const known = this.#kept.get(kept.id);
    if (known && known.tenant !== kept.tenant) return Promise.reject(fail('store-taken'));
    this.#kept.set(kept.id, kept);
    this.#texts.set(kept.id, { text, edits: [] });
    return bin ? this.changeBin(kept.id, bin) : Promise.resolve();
  }

  append(id: string, edits: readonly CellEdit[], tenant?: string): Promise<void> {
    this.#texts.get(id)?.edits.push(...edits.map((edit) => ({ ...edit, tenant })));
    return Promise.resolve();
  }

  note(id: string, change: Partial<Omit<Kept, 'id'>>): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) this.#kept.set(id, { ...kept, ...change });
    return Promise.resolve();
  }

  trustedCode(): Promise<TrustedCode[]> {
    return Promise.resolve([...this.#trusted.values()]);
  }

  trustCode(code: TrustedCode): Promise<void> {
    this.#trusted.set(code.code, code);
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    for (const map of [this.#kept, this.#texts, this.#files, this.#bins, this.#links]) map.delete(id);
    for (const [key, { version }] of this.#versions) if (version.notebook === id) this.#versions.delete(key);
    return Promise.resolve();
  }

  versions(id: string): Promise<KeptVersion[]> {
    const mine = [...this.#versions.values()].filter(({ version }) => version.notebook === id);
    return Promise.resolve(mine.map(({ version }) => version).sort((a, b) => a.at - b.at));
  }

  versionText(version: string): Promise<string | undefined> {
    return Promise.resolve(this.#versions.get(version)?.text);
  }

  keepVersion(version: KeptVersion, text: string): Promise<void> {
    this.#versions.set(version.id, { version, text });
    return Promise.resolve();
  }

  noteVersion(version: string, change: Partial<Pick<KeptVersion, 'name' | 'lasting'>>): Promise<void> {
    const kept = this.#versions.get(version);
    if (kept) kept.version = { ...kept.version, ...change };
    return Promise.resolve();
  }

  dropVersions(versions: readonly string[]): Promise<void> {
    for (const version of versions) this.#versions.delete(version);
    return Promise.resolve();
  }

  binned(id: string): Promise<BinnedCell[]> {
    return Promise.resolve([...(this.#bins.get(id)?.values() ?? [])].sort((a, b) => b.at - a.at));
  }

  changeBin(id: string, { into, outOf }: BinChange): Promise<void> {
    const bin = this.#bins.get(id) ?? new Map<string, BinnedCell>();
    for (const cell of into) bin.set(cell.key, cell);
    for (const key of outOf) bin.delete(key);
    this.#bins.set(id, bin);
    return Promise.resolve();
  }

  link(id: string): Promise<KeptLink | undefined> {
    return Promise.resolve(this.#links.get(id));
  }

  keepLink(link: KeptLink): Promise<void> {
    this.#links.set(link.notebook, link);
    return Promise.resolve();
  }

  forgetLink(id: string): Promise<void> {
    this.#links.delete(id);
    return Promise.resolve();
  }

  files(id: string): Promise<KeptFile[]> {
    return Promise.resolve([...(this.#files.get(id)?.values() ?? [])]);
  }

  keepFiles(id: string, files: readonly KeptFile[]): Promise<void> {
    const known = this.#files.get(id) ?? new Map<string, KeptFile>();
    for (const file of files) known.set(file.path, file);
    this.#files.set(id, known);
    return Promise.resolve();
  }

  forgetFiles(id: string, paths: readonly string[]): Promise<void> {
    for (const path of paths) this.#files.get(id)?.delete(path);
    return Promise.resolve();
  }

  close(): void {}
}
