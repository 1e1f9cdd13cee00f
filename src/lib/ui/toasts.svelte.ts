import { announcer } from './announcer.svelte';

export interface ToastMessage {
  /** A sentence; names between backticks are set as code. */
  text: string;
  action?: { label: string; run: () => void };
  /** How long it stays; default 8 s. */
  seconds?: number;
}

/** The one toast at the foot of the page: for undo and "done elsewhere", never for errors. */
export class Toasts {
  current = $state.raw<ToastMessage | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(message: ToastMessage): void {
    this.current = message;
    announcer.say(message.text);
    this.resume();
  }

  dismiss(): void {
    this.pause();
    this.current = undefined;
  }

  /** While pointed at or focused the time stands still; afterwards it begins anew. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  resume(): void {
    this.pause();
    if (!this.current) return;
    this.#timer = setTimeout(() => (this.current = undefined), (this.current.seconds ?? 8) * 1000);
  }

  act(): void {
    const action = this.current?.action;
    this.dismiss();
    action?.run();
  }
}

export const toasts = new Toasts();
