import type { CellKey } from '$lib/notebook/model';
import { slidesOf, type Slide } from '$lib/notebook/slides';
import { settings } from '$lib/ui/settings.svelte';
import type { PageState } from '../page-state.svelte';
import { NotesWindow } from './notes-window';
import { lookAhead } from './row-watch.svelte';
import { belongsElsewhere, fieldAt, slideAction, type SlideAction } from './slide-keys';

/** Which slide is shown and how: what the keys of a presentation change. */
export class Slideshow {
  index = $state(0);
  blank = $state(false);
  pointer = $state(false);
  /** The window could not open: the notes stand under the slide. */
  notesBelow = $state(false);
  /** Digits typed so far, for a jump. */
  digits = $state('');
  readonly slides: readonly Slide[] = $derived.by(() => slidesOf(this.page.session.notebook.cells));
  readonly slide: Slide | undefined = $derived(this.slides[Math.min(this.index, this.slides.length - 1)]);
  readonly number = $derived(Math.min(this.index + 1, this.slides.length));
  readonly #start: number;
  readonly #notes = new NotesWindow();

  constructor(private readonly page: PageState) {
    const from = page.presenting.from;
    this.#start = from === undefined ? 0 : Math.max(0, indexOf(this.slides, from));
    this.index = this.#start;
    const cells = this.slides.flatMap(({ pieces }) =>
      pieces.flatMap(({ type, key }) => (type === 'cell' ? [key] : []))
    );
    void lookAhead(page, cells);
  }

  go(index: number): void {
    this.index = Math.min(Math.max(index, 0), Math.max(0, this.slides.length - 1));
    this.digits = '';
    this.tellNotes();
  }

  press(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    if (event.defaultPrevented || belongsElsewhere(target, event.key)) return;
    if (event.key.toLowerCase() === 'p' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      // The browser would print the one slide that is seen.
      this.page.exchange.dialog = 'print';
      return event.preventDefault();
    }
    if (this.blank && event.key !== 'Escape') {
      this.blank = false;
      return event.preventDefault();
    }
    const action = slideAction(event, { singleKeys: settings.singleKeys });
    if (!action) return;
    event.preventDefault();
    // The first Esc leaves a field of the slide, the next one the presentation.
    const field = fieldAt(target);
    if (action.do === 'leave' && field) return (target as HTMLElement).blur();
    this.#act(action);
  }

  /** Back to the cell that it began with, or to where it has come meanwhile. */
  leave(): void {
    const moved = this.index !== this.#start;
    void this.page.presenting.stop(moved ? this.slide?.first : (this.page.presenting.from ?? this.slide?.first));
  }

  tellNotes(): void {
    this.#notes.show(this.slide, this.slides[this.index + 1], { number: this.number, of: this.slides.length });
  }

  close(): void {
    this.#notes.close();
    if (document.fullscreenElement) void document.exitFullscreen();
  }

  #act(action: SlideAction): void {
    switch (action.do) {
      case 'next':
        return this.go(this.index + 1);
      case 'previous':
        return this.go(this.index - 1);
      case 'first':
        return this.go(0);
      case 'last':
        return this.go(this.slides.length - 1);
      case 'digit':
        this.digits = `${this.digits}${action.digit}`.slice(-3);
        return;
      case 'jump':
        return this.digits === '' ? undefined : this.go(Number(this.digits) - 1);
      case 'blank':
        this.blank = true;
        return;
      case 'pointer':
        this.pointer = !this.pointer;
        return;
      case 'notes':
        return this.#toggleNotes();
      case 'fullscreen':
        return void this.#toggleFullscreen();
      case 'leave':
        return this.leave();
    }
  }

  #toggleNotes(): void {
    if (this.notesBelow || this.#notes.isOpen) {
      this.notesBelow = false;
      return this.#notes.close();
    }
    // Without a second window (it was blocked, or there is none) the notes stand under the slide.
    this.notesBelow = !this.#notes.open((event) => this.press(event));
    this.tellNotes();
  }

  async #toggleFullscreen(): Promise<void> {
    try {
      await (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } catch {
      // Refused by the browser: the presentation goes on in its window.
    }
  }
}

function indexOf(slides: readonly Slide[], key: CellKey): number {
  return slides.findIndex(({ pieces }) => pieces.some((piece) => piece.key === key));
}
