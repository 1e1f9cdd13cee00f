import type { Language } from './languages';

const separators = new Map<Language, { group: string; decimal: string }>();

function separatorsOf(language: Language): { group: string; decimal: string } {
  let known = separators.get(language);
  if (!known) {
    const parts = new Intl.NumberFormat(language).formatToParts(123456.5);
    const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    known = { group: sign('group'), decimal: sign('decimal') };
    separators.set(language, known);
  }
  return known;
}

/** A figure as `number-format` writes it, with the signs of a language: `1,204.5` → `1 204,5`. */
export function inLanguage(figure: string, language: Language): string {
  if (language === 'en') return figure;
  const { group, decimal } = separatorsOf(language);
  return figure.replace(/(?<=\d)[,.](?=\d)/g, (sign) => (sign === ',' ? group : decimal));
}
