import { trustedMarkup } from '$workers/shared/trusted-types';
import { clock } from '$lib/messages/dates';
import { present as words } from '$lib/messages/present';
import type { Slide } from '$lib/notebook/slides';
import { renderMarkdown } from '$lib/ui/prose/markdown';
import style from './notes.css?raw';
import tokens from '$lib/ui/tokens.css?raw';

/** The speaker's own window, of this very page: notes, what comes next, the time. Keys pressed in it turn the slides. */
export class NotesWindow {
  #window: Window | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  get isOpen(): boolean {
    return this.#window?.closed === false;
  }

  /** @returns whether the browser gave a window */
  open(onkeydown: (event: KeyboardEvent) => void): boolean {
    const opened = window.open('', 'phems-notes', 'popup,width=520,height=640');
    if (!opened) return false;
    this.#window = opened;
    const { document: page } = opened;
    page.documentElement.lang = document.documentElement.lang;
    const theme = document.documentElement.dataset.theme;
    if (theme !== undefined) page.documentElement.dataset.theme = theme;
    const look = page.createElement('style');
    look.textContent = tokens + style;
    page.head.replaceChildren(look);
    page.title = words.notes;
    opened.addEventListener('keydown', onkeydown);
    this.#timer = setInterval(() => this.#tellTime(), 10_000);
    return true;
  }

  show(slide: Slide | undefined, next: Slide | undefined, at: { number: number; of: number }): void {
    const page = this.isOpen ? this.#window?.document : undefined;
    if (!page) return;
    const make = (tag: string, look: string, text: string) => {
      const element = page.createElement(tag);
      element.className = look;
      element.textContent = text;
      return element;
    };
    const head = make('header', 'head', '');
    head.append(make('span', 'slide', words.slide(at.number, at.of)), make('time', 'clock', clock(Date.now())));
    const notes = make('main', 'notes', '');
    if (slide?.notes) notes.innerHTML = trustedMarkup(renderMarkdown(slide.notes).html);
    else notes.append(make('p', 'faint', words.noNotes));
    const following = next ? words.nextIs(next.title || words.goTo(at.number + 1, '')) : words.last;
    page.body.replaceChildren(head, make('h1', '', slide?.title ?? ''), notes, make('footer', 'faint', following));
  }

  close(): void {
    clearInterval(this.#timer);
    this.#window?.close();
    this.#window = undefined;
  }

  #tellTime(): void {
    const time = this.#window?.document.querySelector('time');
    if (time) time.textContent = clock(Date.now());
  }
}
