import type { How, Place } from './attempt';

/**
 * The list, as text: what a place runs is exactly what stands here. In each text `url` is an address of nobody,
 * `own` one of this very site, and:
 *
 *   need(name)   what the place has by that name, behind anything put in front of it; ends as `absent` where there is none
 *   held(word)   ends as `held`: looked afterwards, nothing had happened
 *   settled(x)   waits for `load`, `open` or `error` of an element or a request
 *   until(ms)    waits so long, or until the browser says that it refused it
 *   put(tag, …)  an element in the page until the attempt ends
 *   nested(code) runs code in a worker of a blob and tells what that saw
 *
 * An attempt that ends without an error went through.
 */
export interface Attempt {
  name: string;
  places: readonly Place[];
  text: string;
  /** Asks the own host. */
  own?: true;
  /** The policy names no address for it: `inline`, `eval`, nothing at all. */
  inline?: true;
}

const everywhere: readonly Place[] = ['page', 'worker', 'cell'];
const page: readonly Place[] = ['page'];
const workers: readonly Place[] = ['worker', 'cell'];
const cell: readonly Place[] = ['cell'];

export const attempts: readonly Attempt[] = [
  { name: 'fetch', places: everywhere, text: `await need('fetch')(url, {mode: 'no-cors'});` },
  {
    name: 'xhr',
    places: everywhere,
    text: `const r = new (need('XMLHttpRequest'))(); r.open('GET', url); const end = settled(r); r.send(); await end;`
  },
  {
    name: 'beacon',
    places: everywhere,
    text: `if (!g.navigator?.sendBeacon) absent('sendBeacon'); g.navigator.sendBeacon(url, 'self-test'); await until(300);`
  },
  {
    name: 'websocket',
    places: everywhere,
    text: `const s = new (need('WebSocket'))(url.replace('https', 'wss')); try { await settled(s); } finally { s.close(); }`
  },
  {
    name: 'eventsource',
    places: everywhere,
    text: `const s = new (need('EventSource'))(url); try { await settled(s); } finally { s.close(); }`
  },
  {
    name: 'webtransport',
    places: everywhere,
    text: `const t = new (need('WebTransport'))(url); t.closed.catch(() => {}); try { await t.ready; } finally { try { t.close(); } catch {} }`
  },
  { name: 'webrtc', places: everywhere, text: `new (need('RTCPeerConnection'))().close();` },
  {
    name: 'import',
    places: everywhere,
    text: `await import(/* @vite-ignore */ url);`
  },
  { name: 'importscripts', places: cell, text: `need('importScripts')(url);` },
  {
    name: 'script',
    places: page,
    text: `await settled(put('script', {src: url}));`
  },
  {
    name: 'worker',
    places: everywhere,
    text: `const w = new (need('Worker'))(url); try { await settled(w); } finally { w.terminate(); }`
  },
  { name: 'nested', places: everywhere, text: `await nested("await fetch(url, {mode: 'no-cors'})");` },
  { name: 'font', places: everywhere, text: `await new (need('FontFace'))('self-test', 'url(' + url + ')').load();` },
  { name: 'image', places: page, text: `await settled(put('img', {src: url}));` },
  {
    name: 'css',
    places: page,
    text: `put('div', {style: 'position:fixed;left:0;top:0;width:1px;height:1px;opacity:0;background:url(' + url + ')'}); await until(600);`
  },
  { name: 'stylesheet', places: page, text: `await settled(put('link', {rel: 'stylesheet', href: url}));` },
  { name: 'media', places: page, text: `await settled(put('video', {src: url, preload: 'auto'}));` },
  { name: 'frame', places: page, text: `await settled(put('iframe', {src: url, hidden: ''}));` },
  { name: 'object', places: page, text: `await settled(put('object', {data: url, type: 'text/html'}));` },
  { name: 'embed', places: page, text: `await settled(put('embed', {src: url, type: 'text/html'}));` },
  {
    name: 'form',
    places: page,
    text: `put('iframe', {name: 'self-test', hidden: ''}); const f = put('form', {action: url, target: 'self-test', hidden: ''}); f.submit(); await until(600);`
  },
  { name: 'prefetch', places: page, text: `await settled(put('link', {rel: 'prefetch', href: url}));` },
  {
    name: 'ping',
    places: page,
    text: `put('iframe', {name: 'self-test', hidden: ''}); put('a', {href: 'about:blank', target: 'self-test', ping: url, hidden: ''}).click(); await until(600);`
  },
  {
    name: 'base',
    places: page,
    inline: true,
    text: `const before = document.baseURI; const b = put('base', {href: url}); const after = document.baseURI; b.remove(); if (after === before) { await until(300); held('base'); }`
  },
  {
    name: 'handler',
    places: page,
    inline: true,
    text: `const b = put('button', {onclick: 'document.documentElement.dataset.selfTest = 1', hidden: ''}); b.click(); const ran = 'selfTest' in document.documentElement.dataset; delete document.documentElement.dataset.selfTest; if (!ran) { await until(300); held('handler'); }`
  },
  { name: 'eval', places: everywhere, inline: true, text: `(0, g.eval)('1');` },
  {
    name: 'function',
    places: everywhere,
    inline: true,
    text: `(() => {}).constructor('return 1')();`
  },
  {
    name: 'open',
    places: workers,
    text: `need('open')(url);`
  },
  {
    name: 'navigate',
    places: workers,
    text: `const before = String(g.location); try { g.location.href = url; } catch {} try { g.location = url; } catch {} if (String(g.location) === before) held('location');`
  },
  { name: 'own-fetch', places: cell, own: true, text: `await need('fetch')(own, {mode: 'no-cors'});` },
  { name: 'own-importscripts', places: cell, own: true, text: `need('importScripts')(own);` },
  {
    name: 'own-font',
    places: cell,
    own: true,
    text: `await new (need('FontFace'))('self-test', 'url(' + own + ')').load();`
  },
  {
    name: 'parent',
    places: cell,
    text: `for (const name of ['parent', 'top', 'opener', 'window', 'frames']) if (g[name] !== undefined) return; absent('parent');`
  },
  {
    name: 'indexeddb',
    places: cell,
    text: `const o = need('indexedDB').open('self-test'); await new Promise((resolve, reject) => { o.onsuccess = resolve; o.onerror = () => reject(o.error); }); o.result.close(); need('indexedDB').deleteDatabase('self-test');`
  },
  {
    name: 'caches',
    places: cell,
    text: `await need('caches').open('self-test'); await need('caches').delete('self-test');`
  },
  {
    name: 'localstorage',
    places: cell,
    text: `need('localStorage').setItem('self-test', '1'); need('localStorage').removeItem('self-test');`
  },
  {
    name: 'files',
    places: cell,
    text: `if (!g.navigator?.storage?.getDirectory) absent('getDirectory'); await g.navigator.storage.getDirectory();`
  },
  {
    name: 'cookie',
    places: cell,
    text: `await need('cookieStore').set('self-test', '1'); await need('cookieStore').delete('self-test');`
  },
  {
    name: 'channel',
    places: cell,
    text: `new (need('BroadcastChannel'))('phems-self-test').postMessage('self-test');`
  },
  {
    name: 'locks',
    places: cell,
    text: `if (!g.navigator?.locks) absent('locks'); await g.navigator.locks.request('self-test', () => 1);`
  }
];

/** What a browser does not tell about, or what cannot be tried without doing it. Said, not tried. */
export const untold: readonly { name: string; place: Place; how: How }[] = [
  { name: 'preconnect', place: 'page', how: 'silent' },
  { name: 'open', place: 'page', how: 'leads' },
  { name: 'navigate', place: 'page', how: 'leads' }
];

/**
 * Ways by which DuckDB reads or writes outside of itself. What is one SELECT goes to the engine as it stands, past what
 * a cell is looked through for; the others as a cell of SQL.
 */
export const statements: readonly { name: string; sql: (host: string) => string; asCell?: true }[] = [
  { name: 'read-csv', sql: (host) => `select * from read_csv('https://${host}/a.csv')` },
  { name: 'read-parquet', sql: (host) => `select * from read_parquet('https://${host}/a.parquet')` },
  { name: 'read-text', sql: (host) => `select * from read_text('https://${host}/a')` },
  { name: 'from-address', sql: (host) => `select * from 'https://${host}/a.csv'` },
  { name: 'read-disk', sql: () => `select * from read_text('/etc/passwd')` },
  { name: 'copy-to', sql: (host) => `copy (select 1) to 'https://${host}/a.csv'`, asCell: true },
  { name: 'attach', sql: (host) => `attach 'https://${host}/a.db' as self_test`, asCell: true },
  { name: 'load', sql: () => 'load httpfs', asCell: true },
  { name: 'load-address', sql: (host) => `load 'https://${host}/a.duckdb_extension.wasm'`, asCell: true },
  { name: 'unlock', sql: () => 'set enable_external_access = true', asCell: true }
];

/** How many a whole run makes. */
export const attemptCount = attempts.reduce((sum, { places }) => sum + places.length, 0) + statements.length;
