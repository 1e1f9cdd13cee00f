import { trustedScript } from '$workers/shared/trusted-types';

/**
 * The one place that starts workers. Started from its own URL a worker would not have the page's policy (a `<meta>`
 * policy does not reach it) and could talk to the network; started from a blob that imports the file it inherits it.
 *
 * @param url of the bundled module worker (`?worker&url`), same origin
 * @param name shown in the browser's tools
 */
export function spawn(url: string, name: string): Worker {
  // A blob has no base: only whole addresses can be imported from it.
  const address = new URL(url, location.href).href;
  const starter = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  const worker = new Worker(trustedScript(starter), { type: 'module', name });
  // The starter is read when the worker begins; its first message says so.
  const release = () => URL.revokeObjectURL(starter);
  worker.addEventListener('message', release, { once: true });
  worker.addEventListener('error', release, { once: true });
  return worker;
}

/** A whole address for a worker, which may have a blob for its base. */
export function absolute(url: string): string {
  return new URL(url, location.href).href;
}
