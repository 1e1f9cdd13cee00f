/**
 * What code can ask for where nothing holds it back, in a worker or on a page.
 * @param {string} at
 * @returns {import('./markup.mjs').Trick[]}
 */
export function code(at) {
  const socket = at.replace('http', 'ws');
  const stun = at.replace(/^http:\/\//, '').replace(/\/.*/, '');
  /** @type {Record<string, (url: string) => string>} */
  const tricks = {
    fetch: (url) => `fetch('${url}')`,
    'fetch-later': (url) => `(globalThis.fetchLater ?? fetch)('${url}')`,
    xhr: (url) => `const r = new XMLHttpRequest(); r.open('GET', '${url}'); r.send()`,
    beacon: (url) => `navigator.sendBeacon('${url}', 'x')`,
    websocket: () => `new WebSocket('${socket}websocket')`,
    'websocket-stream': () => `new WebSocketStream('${socket}websocket-stream')`,
    eventsource: (url) => `new EventSource('${url}')`,
    import: (url) => `import('${url}').catch(() => {})`,
    importscripts: (url) => `importScripts('${url}')`,
    'import-data': (url) => `import('data:text/javascript,fetch("${url}")').catch(() => {})`,
    'import-blob': (url) =>
      `import(URL.createObjectURL(new Blob(['fetch("${url}")'], {type: 'text/javascript'}))).catch(() => {})`,
    worker: (url) =>
      `globalThis.kept = new Worker(URL.createObjectURL(new Blob(['fetch("${url}")'], {type: 'text/javascript'})))`,
    'worker-data': (url) => `globalThis.kept2 = new Worker('data:text/javascript,fetch("${url}")')`,
    eval: (url) => `(0, eval)('fetch("${url}")')`,
    function: (url) => `new Function('fetch("${url}")')()`,
    'by-constructor': (url) => `(() => {}).constructor('fetch("${url}")')()`,
    timeout: (url) => `setTimeout('fetch("${url}")', 0)`,
    font: (url) => `new FontFace('z', 'url(${url})').load().catch(() => {})`,
    cache: (url) => `caches.open('x').then((c) => c.add('${url}')).catch(() => {})`,
    image: (url) => `new Image().src = '${url}'`,
    location: (url) => `location.href = '${url}'`,
    top: (url) => `top.location = '${url}'`,
    open: (url) => `open('${url}')`,
    frame: (url) => `const f = document.createElement('iframe'); f.src = '${url}'; document.body.append(f)`,
    script: (url) => `const s = document.createElement('script'); s.src = '${url}'; document.body.append(s)`,
    markup: (url) => `document.body.innerHTML = '<img src="${url}">'`,
    'parsed-xml': (url) =>
      `const d = document.implementation.createHTMLDocument(); d.write('<img src="${url}">'); document.body.append(d.body.firstChild)`,
    rtc: () =>
      `globalThis.pc = new RTCPeerConnection({iceServers: [{urls: 'stun:${stun}'}]}); pc.createDataChannel('x'); pc.createOffer().then((o) => pc.setLocalDescription(o))`
  };
  return Object.entries(tricks).map(([name, text]) => ({ name, text: text(at + name) }));
}

/** What of it is heard as a datagram and not by its path. */
export const datagrams = new Set(['rtc']);
