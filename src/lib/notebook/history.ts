import { applyEdit, type Edit, type NotebookChange } from './change';
import type { Notebook } from './model';

interface Step {
  /** What takes it back, to be done in this order. */
  edits: readonly Edit[];
  coalesce: string | undefined;
}

/** What an undo or redo did: the notebook after it, and the change as a value for everybody who follows changes. */
export interface Stepped {
  notebook: Notebook;
  edit: Edit;
}

/** The steps of one notebook's undo. Holds changes, never whole notebooks. */
export class History {
  #past: Step[] = [];
  #future: Step[] = [];
  #withNext: Edit[] = [];
  #sealed = false;

  get canUndo(): boolean {
    return this.#past.length > 0 || this.#withNext.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Remembers a change that was done. */
  record(change: NotebookChange, inverse: Edit): void {
    if (change.undo === 'never') return;
    this.#future = [];
    if (change.undo === 'with-next') {
      this.#withNext.unshift(inverse);
      return;
    }
    const { coalesce } = change;
    const last = this.#past.at(-1);
    const edits = [inverse, ...this.#withNext];
    this.#withNext = [];
    if (coalesce !== undefined && last?.coalesce === coalesce && !this.#sealed) {
      last.edits = joined(edits, last.edits);
    } else this.#past.push({ edits, coalesce });
    this.#sealed = false;
  }

  /** Ends a gesture: the next change is a step of its own. */
  seal(): void {
    this.#sealed = true;
  }

  undo(notebook: Notebook): Stepped | undefined {
    if (this.#withNext.length > 0) {
      this.#past.push({ edits: this.#withNext, coalesce: undefined });
      this.#withNext = [];
    }
    return this.#step(notebook, this.#past, this.#future);
  }

  redo(notebook: Notebook): Stepped | undefined {
    return this.#step(notebook, this.#future, this.#past);
  }

  #step(notebook: Notebook, from: Step[], to: Step[]): Stepped | undefined {
    const step = from.pop();
    if (!step) return undefined;
    this.#sealed = true;
    const edit: Edit = step.edits.length === 1 ? (step.edits[0] as Edit) : { type: 'several', edits: step.edits };
    // The way back is taken from the notebook as it is now: text typed since then is not lost.
    const { notebook: after, inverse } = applyEdit(notebook, edit);
    to.push({ edits: [inverse], coalesce: step.coalesce });
    return { notebook: after, edit };
  }
}

/** Newer before older; of edits of one cell's text in a row only the oldest is needed. */
function joined(newer: readonly Edit[], older: readonly Edit[]): readonly Edit[] {
  const [a] = newer;
  const [b] = older;
  const sameText = newer.length === 1 && a?.type === 'edit' && b?.type === 'edit' && a.key === b.key;
  return sameText ? older : [...newer, ...older];
}
