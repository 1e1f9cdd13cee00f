import { base } from '$app/paths';
import { version } from '$app/environment';
import { trustedScript } from '$workers/shared/trusted-types';
import { ask } from './ask';
import { whichVersion, type Checked, type Kept } from './contract';
import { offline } from './state.svelte';
import { apply, fulfilWish } from './update';

/** A worker that a file did not come for is asked again after this long. */
const againMilliseconds = 60_000;
/** How often a page that stays open looks for a newer version, at most. */
const lookMilliseconds = 3_600_000;

let started: Promise<void> | undefined;
let registration: ServiceWorkerRegistration | undefined;

/** Lets the browser keep the site. Once a page; what comes of it stands in `offline`. */
export function startOffline(): Promise<void> {
  return (started ??= start());
}

async function start(): Promise<void> {
  if (!globalThis.isSecureContext) {
    offline.kind = 'insecure';
    return;
  }
  registration = await register();
  if (!registration) {
    offline.kind = 'unable';
    return;
  }
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data, ports }) => {
    if (data === whichVersion) ports[0]?.postMessage(version);
  });
  serviceWorker.startMessages();
  watchForUpdates(registration);
  fulfilWish(registration);
  await serviceWorker.ready;
  await hello();
  await fill();
}

/** Undefined where the browser keeps no pages: without service workers, or in a private window without caches. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    await caches.keys();
    return await navigator.serviceWorker.register(trustedScript(`${base}/service-worker.js`), {
      scope: `${base}/`,
      updateViaCache: 'none'
    });
  } catch {
    return undefined;
  }
}

function watchForUpdates(registered: ServiceWorkerRegistration): void {
  const look = () => {
    offline.update = registered.waiting !== null && registered.active !== null;
  };
  const watch = (worker: ServiceWorker | null) => worker?.addEventListener('statechange', look);
  look();
  watch(registered.installing);
  registered.addEventListener('updatefound', () => watch(registered.installing));
  let last = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || !navigator.onLine || Date.now() - last < lookMilliseconds) return;
    last = Date.now();
    registered.update().catch(() => undefined);
  });
}

async function hello(): Promise<void> {
  if (registration?.active) show(await ask(registration.active, 'hello', { version }));
}

function show(kept: Kept): void {
  offline.kind = kept.files === kept.of ? 'ready' : 'keeping';
  offline.files = kept.files;
  offline.of = kept.of;
  offline.bytes = kept.bytes;
  offline.ofBytes = kept.ofBytes;
  offline.problem = kept.problem;
}

/** File by file, each in a pause of the page: whatever the person does comes first. */
async function fill(): Promise<void> {
  while (offline.kind === 'keeping') {
    await pause();
    if (!registration?.active) return;
    const before = offline.files;
    show(await ask(registration.active, 'next', {}));
    if (offline.files <= before && offline.kind === 'keeping')
      await new Promise((go) => setTimeout(go, againMilliseconds));
  }
}

function pause(): Promise<unknown> {
  return new Promise((go) => {
    // Safari has no idle callbacks.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(go, { timeout: 3000 });
    else setTimeout(go, 200);
  });
}

/** Reads all kept files and compares them with the build. */
export async function check(): Promise<Checked | undefined> {
  await startOffline();
  const active = registration?.active;
  if (!active) return undefined;
  offline.busy = 'check';
  try {
    return await ask(active, 'check', {});
  } finally {
    offline.busy = undefined;
  }
}

/** Brings again what is missing or damaged. */
export async function repair(checked: Checked): Promise<void> {
  const active = registration?.active;
  if (!active) return;
  offline.busy = 'repair';
  try {
    show(await ask(active, 'repair', { missing: [...checked.missing], damaged: [...checked.damaged] }));
  } finally {
    offline.busy = undefined;
  }
}

/** Loads the newer version in this tab. Other tabs go on with theirs until they load again. */
export async function applyUpdate(): Promise<void> {
  if (registration) await apply(registration);
}
