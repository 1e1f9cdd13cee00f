export type Language = 'en' | 'fi';

/** Each by its own name, in the order of the settings page. */
export const languages: Readonly<Record<Language, string>> = { en: 'English', fi: 'Suomi' };

/** The first of the wished languages (`navigator.languages`) that there is; English where there is none. */
export function languageOf(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const base = wish.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(languages, text);
}
