import { spoken } from './language.svelte';

/** How each language writes a date and a time of day; English as the British do. */
const locales = { en: 'en-GB', fi: 'fi' } as const;

/** For dates of the interface: "17 November". Dates of data are ISO and do not pass here. */
export function dateLocale(): string {
  return locales[spoken.language];
}

/** Hours and minutes on the person's own clock: 14:02, in Finnish 14.02. */
export function clock(at: number): string {
  const locale = dateLocale();
  if (clocks?.locale !== locale)
    clocks = { locale, format: new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }) };
  return clocks.format.format(at);
}

/** A day of the interface with its time: 17 November 2026, 14:02. */
export function dayAndTime(at: number): string {
  return new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** Made once: it is asked after every key, when that is saved. */
let clocks: { locale: string; format: Intl.DateTimeFormat } | undefined;
