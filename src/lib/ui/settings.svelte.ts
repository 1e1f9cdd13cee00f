import { spoken } from '$lib/messages/language.svelte';
import { isLanguage, languageOf, type Language } from '$lib/messages/languages';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** What a person may set for this browser. Adding one is a line here and a line in `readSettings`. */
export interface Chosen {
  /** Light or dark: as the system wants, until the person chooses. */
  theme: ThemeChoice;
  /** Undefined: the first of the browser's languages that there is. */
  language: Language | undefined;
  /** Commands by one letter, such as `b`. Off, only keys with Ctrl, ⌘ or Alt, arrows and Enter do something. */
  singleKeys: boolean;
}

export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Where the browser keeps them. `localStorage`, so that they are there before the first paint. */
export const settingsKey = 'phems-settings';

const usual: Chosen = { theme: 'system', language: undefined, singleKeys: true };

/** What was kept, with the usual in place of everything that is missing or makes no sense. */
export function readSettings(text: string | null): Chosen {
  const kept = parsed(text);
  return {
    theme: themeChoices.find((choice) => choice === kept.theme) ?? usual.theme,
    language: isLanguage(kept.language) ? kept.language : usual.language,
    singleKeys: typeof kept.singleKeys === 'boolean' ? kept.singleKeys : usual.singleKeys
  };
}

function parsed(text: string | null): Partial<Record<keyof Chosen, unknown>> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The settings of this browser: kept when they change, and taken over from other tabs. */
class Settings {
  #chosen = $state.raw<Chosen>(usual);

  get theme(): ThemeChoice {
    return this.#chosen.theme;
  }

  /** The language that is spoken: the chosen one, or the browser's. */
  get language(): Language {
    return spoken.language;
  }

  get singleKeys(): boolean {
    return this.#chosen.singleKeys;
  }

  /** Reads what is kept and applies it. Call once; resolves when the texts of the language are there. */
  start(): Promise<void> {
    window.addEventListener('storage', (event) => {
      if (event.key === settingsKey || event.key === null) void this.#apply(readSettings(event.newValue));
    });
    return this.#apply(readSettings(read()));
  }

  /** Changes some of them, at once and for the next visits. */
  set(change: Partial<Chosen>): Promise<void> {
    const chosen = { ...this.#chosen, ...change };
    write(JSON.stringify(chosen));
    return this.#apply(chosen);
  }

  /** The theme button's way: first the opposite of what is shown, then back to the system. */
  nextTheme(systemDark = matchMedia('(prefers-color-scheme: dark)').matches): void {
    const opposite: ThemeChoice = systemDark ? 'light' : 'dark';
    const same: ThemeChoice = systemDark ? 'dark' : 'light';
    const next = this.theme === 'system' ? opposite : this.theme === opposite ? same : 'system';
    void this.set({ theme: next });
  }

  async #apply(chosen: Chosen): Promise<void> {
    this.#chosen = chosen;
    const page = document.documentElement;
    if (chosen.theme === 'system') delete page.dataset.theme;
    else page.dataset.theme = chosen.theme;
    await spoken.speak(chosen.language ?? languageOf(navigator.languages));
  }
}

// A private window may refuse storage; settings then last as long as the page.
function read(): string | null {
  try {
    return localStorage.getItem(settingsKey);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(settingsKey, text);
  } catch {
    return;
  }
}

export const settings = new Settings();
