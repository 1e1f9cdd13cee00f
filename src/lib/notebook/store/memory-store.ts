import type { CellEdit, Kept, KeptFile, KeptText, NotebookStore } from './contract';

/** Keeps notebooks as long as the window lives: where the browser refuses storage, and in tests. */
export class MemoryStore implements NotebookStore {
  #kept = new Map<string, Kept>();
  #texts = new Map<string, { text: string; edits: CellEdit[] }>();
  #files = new Map<string, Map<string, KeptFile>>();

  constructor(readonly refusal: Error | undefined = undefined) {}

  recent(): Promise<Kept[]> {
    return Promise.resolve([...this.#kept.values()].sort((a, b) => b.opened - a.opened));
  }

  find(id: string): Promise<Kept | undefined> {
    return Promise.resolve(this.#kept.get(id));
  }

  read(id: string): Promise<KeptText | undefined> {
    const kept = this.#texts.get(id);
    return Promise.resolve(kept && { text: kept.text, edits: [...kept.edits] });
  }

  write(kept: Kept, text: string): Promise<void> {
    this.#kept.set(kept.id, kept);
    this.#texts.set(kept.id, { text, edits: [] });
    return Promise.resolve();
  }

  append(id: string, edits: readonly CellEdit[]): Promise<void> {
    this.#texts.get(id)?.edits.push(...edits);
    return Promise.resolve();
  }

  note(id: string, change: Partial<Omit<Kept, 'id'>>): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept) this.#kept.set(id, { ...kept, ...change });
    return Promise.resolve();
  }

  remove(id: string): Promise<void> {
    for (const map of [this.#kept, this.#texts, this.#files]) map.delete(id);
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
