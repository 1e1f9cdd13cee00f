/** What a mistake in our own code, or code that got in, could try. Each is refused by the page's policy. */
export const pageWays: [name: string, attempt: (host: string) => unknown][] = [
  ['fetch', (host) => fetch(`${host}/fetch`)],
  [
    'an old request',
    (host) =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.onload = resolve;
        request.onerror = reject;
        request.open('GET', `${host}/xhr`);
        request.send();
      })
  ],
  [
    'a beacon',
    (host) => {
      navigator.sendBeacon(`${host}/beacon`, 'x');
    }
  ],
  [
    'a socket',
    (host) =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(host.replace('http', 'ws'));
        socket.onopen = resolve;
        socket.onerror = reject;
      })
  ],
  [
    'events',
    (host) =>
      new Promise((resolve, reject) => {
        const source = new EventSource(`${host}/events`);
        source.onopen = resolve;
        source.onerror = () => (source.close(), reject(new Error('refused')));
      })
  ],
  [
    'an image',
    (host) =>
      new Promise((resolve, reject) => {
        const image = new Image();
        image.onload = resolve;
        image.onerror = reject;
        image.src = `${host}/image`;
      })
  ],
  [
    'a script',
    (host) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.onload = resolve;
        script.onerror = reject;
        // Code that got in may have a policy of Trusted Types in its hands: the address is refused all the same.
        script.src = window.trusted().createScriptURL(`${host}/script.js`);
        document.head.append(script);
      })
  ],
  [
    'a style sheet',
    (host) =>
      new Promise((resolve, reject) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.onload = resolve;
        link.onerror = reject;
        link.href = `${host}/style.css`;
        document.head.append(link);
      })
  ],
  ['a font', (host) => new FontFace('x', `url(${host}/font.woff2)`).load()],
  [
    'a frame',
    (host) => {
      const frame = document.createElement('iframe');
      frame.src = `${host}/frame`;
      document.body.append(frame);
    }
  ],
  [
    'a form',
    (host) => {
      const form = document.createElement('form');
      form.action = `${host}/form`;
      form.target = 'elsewhere';
      document.body.append(form);
      form.submit();
    }
  ],
  [
    'a hint to fetch ahead',
    (host) => {
      const link = document.createElement('link');
      link.rel = 'prefetch';
      link.href = `${host}/prefetch`;
      document.head.append(link);
    }
  ],
  [
    'eval',
    () =>
      // Later: what the test itself evaluates may do so even where the policy forbids it.
      new Promise((resolve) => {
        setTimeout(() => {
          try {
            // eslint-disable-next-line no-eval -- the very thing that has to be refused
            (0, eval)('document.body.dataset.caught = "eval"');
          } finally {
            resolve(1);
          }
        });
      })
  ],
  [
    'markup from a text',
    () => {
      const element = document.createElement('div');
      element.innerHTML = '<img src="data:," onerror="1">';
      document.body.dataset.caught = 'markup';
    }
  ],
  [
    'a worker from an address',
    () => {
      new Worker('/service-worker.js').terminate();
      document.body.dataset.caught = 'worker';
    }
  ],
  [
    'a policy of its own',
    () => {
      trustedTypes.createPolicy('anything', {});
      document.body.dataset.caught = 'policy';
    }
  ],
  [
    'a handler in markup',
    () => {
      const element = document.createElement('button');
      element.setAttribute('onclick', window.trusted().createScript('document.body.dataset.caught = "handler"'));
      document.body.append(element);
      element.click();
      element.remove();
    }
  ],
  [
    'a worker of a blob that fetches',
    (host) =>
      new Promise((resolve) => {
        const code = `fetch(${JSON.stringify(`${host}/worker`)}).then(() => postMessage('out'), () => postMessage('refused'))`;
        const worker = new Worker(
          window.trusted().createScriptURL(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
        );
        worker.onmessage = ({ data }) => (worker.terminate(), resolve(data));
        worker.onerror = () => resolve('refused');
      })
  ],
  [
    'a worker of a blob that loads a script',
    (host) =>
      new Promise((resolve) => {
        const code = `const same = (text) => text; try { importScripts(trustedTypes.createPolicy('phems', { createScriptURL: same }).createScriptURL(${JSON.stringify(`${host}/imported.js`)})) } catch {} postMessage(1)`;
        const worker = new Worker(
          window.trusted().createScriptURL(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
        );
        worker.onmessage = () => (worker.terminate(), resolve(1));
        worker.onerror = () => resolve(1);
      })
  ]
];

interface TrustedPolicy {
  createScriptURL(address: string): string;
  createScript(text: string): string;
}
declare global {
  interface Window {
    trusted(): TrustedPolicy;
  }
  /** Not in the library's types yet. */
  const trustedTypes: { createPolicy(name: string, rules: object): TrustedPolicy };
}

/** What code that got in holds at best: one of the policies of Trusted Types that the page's own policy names. */
export function holdPolicy(): void {
  let held: TrustedPolicy | undefined;
  window.trusted = () => {
    const same = (text: string) => text;
    for (const name of ['sveltekit-trusted-url', 'svelte-trusted-html', 'phems']) {
      try {
        held ??= trustedTypes.createPolicy(name, { createHTML: same, createScript: same, createScriptURL: same });
      } catch {
        // The page has it already.
      }
    }
    if (!held) throw new Error('no policy is left');
    return held;
  };
}
