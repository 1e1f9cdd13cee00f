import { pages } from '$lib/messages/pages';

/** When something was opened, as people say it: today with the time, yesterday, else day and month. */
export function recency(at: number, now: number): string {
  const then = new Date(at);
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  const day = 86_400_000;
  if (at >= midnight.getTime()) {
    return `${pages.today}, ${then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
  }
  if (at >= midnight.getTime() - day) return pages.yesterday;
  const sameYear = then.getFullYear() === midnight.getFullYear();
  return then.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', ...(sameYear ? {} : { year: 'numeric' }) });
}
