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
        script.src = `${host}/script.js`;
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
    'a handler in markup',
    () => {
      const element = document.createElement('button');
      element.setAttribute('onclick', 'document.body.dataset.caught = "handler"');
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
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = ({ data }) => (worker.terminate(), resolve(data));
        worker.onerror = () => resolve('refused');
      })
  ],
  [
    'a worker of a blob that loads a script',
    (host) =>
      new Promise((resolve) => {
        const code = `try { importScripts(${JSON.stringify(`${host}/imported.js`)}) } catch {} postMessage(1)`;
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
        worker.onmessage = () => (worker.terminate(), resolve(1));
        worker.onerror = () => resolve(1);
      })
  ]
];
