import type { KeepProblem } from './contract';

/**
 * `unknown` at first, and where nothing has to be said (a development server). `insecure`: plain http from another
 * machine. `unable`: the browser, or this private window, keeps no pages.
 */
export type OfflineKind = 'unknown' | 'insecure' | 'unable' | 'keeping' | 'ready';

/** What pages show of the copy that this browser keeps of the site. Filled by the client, once a page is at rest. */
class OfflineState {
  kind = $state<OfflineKind>('unknown');
  files = $state(0);
  of = $state(0);
  bytes = $state(0);
  ofBytes = $state(0);
  problem = $state.raw<KeepProblem>();
  /** Checking or mending at the moment. */
  busy = $state<'check' | 'repair'>();
  /** A newer version of the site lies ready. */
  update = $state(false);
}

export const offline = new OfflineState();
