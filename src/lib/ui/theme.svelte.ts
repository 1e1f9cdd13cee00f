export type ThemeChoice = 'system' | 'light' | 'dark';

const key = 'phems-theme';
const choices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

/** Light or dark: the system's wish until the person chooses; the choice is kept by this browser. */
class Theme {
  choice = $state<ThemeChoice>('system');

  /** Reads the kept choice and applies it. Call once, before the first paint. */
  start(): void {
    const kept = read();
    this.#apply(choices.find((choice) => choice === kept) ?? 'system');
  }

  set(choice: ThemeChoice): void {
    this.#apply(choice);
    write(choice);
  }

  /** The button's way: first the opposite of what is shown, then back to the system. */
  next(systemDark = matchMedia('(prefers-color-scheme: dark)').matches): void {
    const opposite: ThemeChoice = systemDark ? 'light' : 'dark';
    this.set(
      this.choice === 'system' ? opposite : this.choice === opposite ? (systemDark ? 'dark' : 'light') : 'system'
    );
  }

  #apply(choice: ThemeChoice): void {
    this.choice = choice;
    if (choice === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  }
}

// A private window may refuse storage; the theme then lasts as long as the page.
function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(choice: ThemeChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    return;
  }
}

export const theme = new Theme();
