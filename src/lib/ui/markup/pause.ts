import { breathe } from '$workers/shared/breathe';

/** Lets others work where this has held the page long enough. */
export type Pause = () => Promise<void>;

/** Milliseconds at a stretch. A frame has sixteen. */
const stretch = 12;

export function breathing(signal: AbortSignal): Pause {
  let began = performance.now();
  return async () => {
    signal.throwIfAborted();
    if (performance.now() - began < stretch) return;
    await breathe();
    signal.throwIfAborted();
    began = performance.now();
  };
}
