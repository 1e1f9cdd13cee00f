import type { rooms } from './fi';
import type { Language } from './languages';

type Rooms = typeof rooms;

/** English is the source and in the bundle; every other language is one chunk that comes when it is chosen. */
const chunks: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ rooms: Rooms }>>> = {
  fi: () => import('./fi')
};

/** The language of the interface. Texts read through `follow` change with it, on the page at once. */
class Spoken {
  #language = $state<Language>('en');
  #rooms = $state.raw<Rooms | undefined>(undefined);
  #turn = 0;

  get language(): Language {
    return this.#language;
  }

  /** The texts of the language; undefined for English. */
  get rooms(): Rooms | undefined {
    return this.#rooms;
  }

  /** Changes the language. Of two calls the later holds, also where its texts come sooner. */
  async speak(language: Language): Promise<void> {
    const turn = ++this.#turn;
    const rooms = language === 'en' ? undefined : (await chunks[language]()).rooms;
    if (turn !== this.#turn) return;
    this.#language = language;
    this.#rooms = rooms;
    // A wrong one makes screen readers read everything with the sounds of another language.
    if (typeof document !== 'undefined') document.documentElement.lang = language;
  }
}

export const spoken = new Spoken();
