import { aboutFiles, partsOf, type FilePiece, type MadePart } from '$workers/clinical/contract';
import { AppError } from '$workers/shared/errors';
import { gate as gateWords } from '$lib/messages/egress';
import { formatBytes } from '$lib/messages/figures';
import { simulateWords } from '$lib/messages/simulate';
import { simulatePageWords as words } from '$lib/messages/simulate-page';
import type { ClinicalClient } from '$lib/engines/clinical';
import { folderName, mostInNotebook, usualChoices, type Choices } from './choices';

/** What is going on. */
export interface Working {
  stage: 'making' | 'packing' | 'gate';
  /** Counted from 1. */
  part: number;
  parts: number;
  /** Persons gone through, of those asked for. */
  done: number;
  persons: number;
}

/** The file that says what the others are. */
const aboutName = 'about.txt';

/** The page that makes simulated data: what is chosen, what is being made, what came of it. */
export class SimulateState {
  choices = $state.raw<Choices>(usualChoices());
  /** Where files go, where somebody chose; else what suits the size. */
  intoChosen = $state.raw<'zip' | 'folder'>();
  /** Why what stands in a field is no number, by field. */
  typing = $state.raw<Readonly<Partial<Record<'persons' | 'seed', string | undefined>>>>({});
  working = $state.raw<Working>();
  /** What came of it; a sentence. */
  said = $state.raw('');
  problem = $state.raw<unknown>();

  /** Whether this browser lets a page fill a folder. */
  readonly canFill = typeof window !== 'undefined' && 'showDirectoryPicker' in window;
  readonly into = $derived(
    this.intoChosen ?? (this.canFill && this.choices.persons > mostInNotebook ? 'folder' : 'zip')
  );
  readonly isRight = $derived(
    !this.typing.persons &&
      !this.typing.seed &&
      this.choices.hospitals.length > 0 &&
      (this.choices.layout === 'hackathon' || this.choices.tables.length > 0)
  );
  readonly opens = $derived(this.isRight && !this.working && this.choices.persons <= mostInNotebook);
  readonly saves = $derived(this.isRight && !this.working);

  #clinical: ClinicalClient | undefined;
  #stop: AbortController | undefined;

  set(change: Partial<Choices>): void {
    this.choices = { ...this.choices, ...change };
    this.said = '';
    this.problem = undefined;
  }

  stop(): void {
    this.#stop?.abort();
  }

  /** Leaves nothing running. */
  close(): void {
    this.stop();
    this.#clinical?.close();
    this.#clinical = undefined;
  }

  async save(): Promise<void> {
    if (!this.saves) return;
    const { choices, into } = this;
    this.said = '';
    this.problem = undefined;
    const egress = await import('$lib/egress/simulated');
    try {
      // First: the browser opens its window only for a click that was just made.
      const parent = into === 'folder' ? await egress.pickFolderToFill(folderName(choices)) : undefined;
      if (into === 'folder' && !parent) return;
      this.#stop = new AbortController();
      if (parent) await this.#intoFolder(choices, parent, egress);
      else await this.#intoZip(choices, egress);
    } catch (error) {
      if (error instanceof AppError && error.code === 'stopped') this.said ||= words.stopped;
      else this.problem = error;
    } finally {
      this.working = undefined;
      this.#stop = undefined;
    }
  }

  /** Everything is made, then looked at as it is. The browser keeps large pieces on its disk. */
  async #intoZip(choices: Choices, egress: Egress): Promise<void> {
    const files = new Map<string, Blob[]>([[aboutName, [aboutBlob(choices)]]]);
    const parts = partsOf(choices).length;
    let persons = 0;
    for (let part = 0; part < parts; part++) {
      const made = await this.#make(choices, part);
      persons += made.persons;
      for (const { path, content } of made.pieces) files.set(path, [...(files.get(path) ?? []), content]);
    }
    this.#tell({ stage: 'packing' });
    const folder = folderName(choices);
    const whole = [...files].map(([path, pieces]) => ({ path, content: new Blob(pieces) }));
    const content = await (await this.#engine()).packFiles(folder, whole, this.#job());
    this.#tell({ stage: 'gate' });
    const name = `${folder}.zip`;
    const left = await egress.letOutSimulated({ name, what: whatOf(choices), content });
    this.said = left ? words.saved(persons, files.size, formatBytes(content.size), name) : words.kept;
  }

  /** The first part says how large it becomes; what is written is forgotten before the next part is made. */
  async #intoFolder(choices: Choices, parent: FileSystemDirectoryHandle, egress: Egress): Promise<void> {
    const parts = partsOf(choices);
    const name = folderName(choices);
    let made = await this.#make(choices, 0);
    const [first = [0, 1]] = parts;
    const bytes = Math.round((sizeOf(made.pieces) * choices.persons) / (first[1] - first[0]));
    this.#tell({ stage: 'gate' });
    const content = aboutBlob(choices);
    const leaving = { name, what: whatOf(choices), content, first: aboutName, parts: { count: parts.length, bytes } };
    const folder = await egress.letOutIntoFolder(parent, leaving);
    if (!folder) {
      this.said = words.kept;
      return;
    }
    const written = { parts: 0, persons: 0, bytes: content.size, files: new Set([aboutName]) };
    try {
      for (let part = 0; part < parts.length; part++) {
        if (part > 0) made = await this.#make(choices, part);
        await folder.write(gateWords.kinds.part(part + 1, parts.length), made.pieces);
        written.parts += 1;
        written.persons += made.persons;
        written.bytes += sizeOf(made.pieces);
        for (const { path } of made.pieces) written.files.add(path);
      }
    } catch (error) {
      this.said = words.stoppedIn(written.parts, parts.length, name);
      throw error;
    } finally {
      await folder.end();
    }
    this.said = words.saved(written.persons, written.files.size, formatBytes(written.bytes), `${name}/`);
  }

  async #make(choices: Choices, part: number): Promise<MadePart> {
    const parts = partsOf(choices);
    const [first] = parts[part] as [number, number];
    this.working = { stage: 'making', part: part + 1, parts: parts.length, done: first, persons: choices.persons };
    const job = this.#job((done) => this.#tell({ done: first + done }));
    return (await this.#engine()).makeFiles(choices, part, job);
  }

  #job(progress: (done: number) => void = () => undefined) {
    const signal = this.#stop?.signal ?? new AbortController().signal;
    return { signal, progress: ({ done }: { done?: number }) => done !== undefined && progress(done) };
  }

  #tell(change: Partial<Working>): void {
    if (this.working) this.working = { ...this.working, ...change };
  }

  async #engine(): Promise<ClinicalClient> {
    const { ClinicalClient } = await import('$lib/engines/clinical');
    return (this.#clinical ??= new ClinicalClient());
  }
}

type Egress = typeof import('$lib/egress/simulated');

const aboutBlob = (choices: Choices): Blob => new Blob([aboutFiles(choices)], { type: 'text/plain' });

const sizeOf = (pieces: readonly FilePiece[]): number => pieces.reduce((sum, { content }) => sum + content.size, 0);

function whatOf({ useCase, persons, seed }: Choices): string {
  const uses = {
    'picu-sepsis': simulateWords.usePicuSepsis,
    'cardiac-surgery': simulateWords.useCardiacSurgery,
    haemophilia: simulateWords.useHaemophilia
  };
  return gateWords.kinds.simulated(persons, uses[useCase], seed);
}
