import { clock, dateLocale } from '$lib/messages/dates';
import { pages } from '$lib/messages/pages';

const day = 86_400_000;

/** A day as people say it: today, yesterday, else day and month. */
export function dayOf(at: number, now: number): string {
  const then = new Date(at);
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  if (at >= midnight.getTime()) return pages.today;
  if (at >= midnight.getTime() - day) return pages.yesterday;
  const sameYear = then.getFullYear() === midnight.getFullYear();
  return then.toLocaleDateString(dateLocale(), {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' })
  });
}

/** When something was opened, as people say it: today with the time; with `time` always with it. */
export function recency(at: number, now: number, time?: (at: number) => string): string {
  const said = dayOf(at, now);
  if (time) return `${said}, ${time(at)}`;
  if (said !== pages.today) return said;
  return `${said}, ${clock(at)}`;
}
