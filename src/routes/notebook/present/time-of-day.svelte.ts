import { clock } from '$lib/messages/dates';

/** Hours and minutes, now and while it is watched. */
export class TimeOfDay {
  text = $state(clock(Date.now()));

  watch(): () => void {
    const timer = setInterval(() => (this.text = clock(Date.now())), 5000);
    return () => clearInterval(timer);
  }
}
