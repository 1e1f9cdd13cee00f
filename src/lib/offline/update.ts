import { ask } from './ask';

/** An older worker comes to rest within it, and a newer one takes over. */
const restMilliseconds = 5_000;
/** Under this key a tab remembers, across a load, that it wishes for the newer version, and which load it is. */
const wishKey = 'phems-newer-version';
const mostLoads = 3;

/**
 * Lets a waiting worker take over, and loads the page anew. The older worker is asked to come to rest first: Chromium ends
 * it then, and drops the wish if something is asked of it at that moment (the click itself sets off some requests). Should
 * another tab do that, a load of the page makes the wish count again.
 */
export async function apply(registration: ServiceWorkerRegistration): Promise<void> {
  const { active, waiting } = registration;
  if (!waiting) return;
  if (active) await within(restMilliseconds, ask(active, 'rest', {}));
  reloadWith(waiting);
  await within(restMilliseconds, ask(waiting, 'apply', {}));
  await wishAgain(registration, waiting, 1);
}

/** A wish that the last load of this tab carried over: the newer version has come in the meantime, or is about to. */
export function fulfilWish(registration: ServiceWorkerRegistration): void {
  const load = takeWish();
  if (load === 0) return;
  const { waiting } = registration;
  if (!waiting) return location.reload();
  reloadWith(waiting);
  void wishAgain(registration, waiting, load + 1);
}

/** Where a worker still waits after a moment. */
async function wishAgain(registration: ServiceWorkerRegistration, waiting: ServiceWorker, load: number): Promise<void> {
  await new Promise((go) => setTimeout(go, restMilliseconds));
  if (registration.waiting !== waiting || load > mostLoads) return;
  try {
    sessionStorage.setItem(wishKey, String(load));
  } catch {
    return;
  }
  location.reload();
}

/** @returns which load it was remembered for, 0 where nothing was */
function takeWish(): number {
  try {
    const load = Number(sessionStorage.getItem(wishKey));
    sessionStorage.removeItem(wishKey);
    return load;
  } catch {
    return 0;
  }
}

/** Loads the page anew when a worker takes over. */
function reloadWith(worker: ServiceWorker): void {
  let over = false;
  const look = () => {
    if (over || (worker.state !== 'activating' && worker.state !== 'activated')) return;
    over = true;
    location.reload();
  };
  worker.addEventListener('statechange', look);
  look();
}

/** A worker of an older build may not know the question, and a dead one does not answer. */
const within = (milliseconds: number, answer: Promise<unknown>) =>
  Promise.race([answer.catch(() => undefined), new Promise((go) => setTimeout(go, milliseconds))]);
