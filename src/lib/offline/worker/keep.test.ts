import { createHash, webcrypto } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Site } from '../contract';
import { FakeCaches } from './fake-caches';
import { Keep, KeepError } from './keep';

const scope = 'https://host.example/a/';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function siteOf(version: string, texts: Record<string, string>): Site {
  return {
    version,
    hash: sha256(version),
    files: Object.entries(texts).map(([path, text]) => ({ path, hash: sha256(text), bytes: text.length })),
    types: { '.html': 'text/html', '.js': 'text/javascript' },
    headers: { 'X-Wall': 'up' },
    live: ['config.json'],
    passing: []
  };
}

const large = 'w'.repeat(700_000);
const texts = { 'index.html': '<p>', 'notebook.html': '<b>', '_app/immutable/a.js': 'a', 'engine.wasm': large };

let caches: FakeCaches;
/** What the host has, by whole address; a number is a status. */
let host: Map<string, string | number>;
let asked: string[];
/** The host takes requests and says nothing. */
let silent: boolean;

beforeEach(() => {
  silent = false;
  caches = new FakeCaches();
  asked = [];
  host = new Map(Object.entries(texts).map(([path, text]) => [scope + path, text]));
});

const keepOf = (site: Site, folder = scope) =>
  new Keep(site, folder, {
    caches: caches as unknown as CacheStorage,
    digest: (bytes) => webcrypto.subtle.digest('SHA-256', bytes),
    fetch: (url, given) => {
      asked.push(String(url));
      if (silent)
        return new Promise((_, refuse) => given?.signal?.addEventListener('abort', () => refuse(new Error('aborted'))));
      const found = host.get(String(url));
      if (found === undefined) return Promise.reject(new TypeError('failed'));
      return Promise.resolve(typeof found === 'number' ? new Response('', { status: found }) : new Response(found));
    }
  });

const problemOf = (error: unknown) => (error instanceof KeepError ? error.problem : error);

describe('keeping a build', () => {
  test('brings the shell first, then the large files one by one', async () => {
    const keep = keepOf(siteOf('1', texts));
    await keep.bringShell();
    expect(await keep.kept()).toEqual({ files: 3, of: 4, bytes: 7, ofBytes: 700_007 });
    expect(await keep.bringNext()).toEqual({ files: 4, of: 4, bytes: 700_007, ofBytes: 700_007 });
    expect(await keep.check()).toEqual({ missing: [], damaged: [] });
  });

  test('gives every file its own type and the walls, whatever the host said', async () => {
    const keep = keepOf(siteOf('1', texts));
    await keep.bringShell();
    const page = await keep.get(keep.site.files[0]!);
    expect(page?.headers.get('content-type')).toBe('text/html');
    expect(page?.headers.get('x-wall')).toBe('up');
  });

  test('one file that does not come fails the shell; the others are not asked for again', async () => {
    host.set(`${scope}_app/immutable/a.js`, 500);
    const keep = keepOf(siteOf('1', texts));
    const error = await keep.bringShell().catch(problemOf);
    expect(error).toEqual({ reason: 'status', path: '_app/immutable/a.js' });
    host.set(`${scope}_app/immutable/a.js`, 'a');
    asked = [];
    await keep.bringShell();
    expect(asked).toEqual([`${scope}_app/immutable/a.js`]);
  });

  test('a file of another build is never kept', async () => {
    host.set(`${scope}_app/immutable/a.js`, 'b');
    const error = await keepOf(siteOf('1', texts)).bringShell().catch(problemOf);
    expect(error).toEqual({ reason: 'differs', path: '_app/immutable/a.js' });
  });

  test('a page is asked for as the host spells it: bare, or as a file', async () => {
    host = new Map<string, string | number>([
      [scope, '<p>'],
      [`${scope}notebook`, 404],
      [`${scope}notebook.html`, '<b>'],
      [`${scope}_app/immutable/a.js`, 'a']
    ]);
    const keep = keepOf(siteOf('1', texts));
    await keep.bringShell();
    expect((await keep.kept()).files).toBe(3);
  });

  test('a host that does not answer, and a full disk, are told apart', async () => {
    const keep = keepOf(siteOf('1', texts));
    await keep.bringShell();
    host.delete(`${scope}engine.wasm`);
    expect((await keep.bringNext()).problem).toEqual({ reason: 'unreachable', path: 'engine.wasm' });
    host.set(`${scope}engine.wasm`, large);
    caches.full = true;
    expect((await keep.bringNext()).problem).toEqual({ reason: 'full', path: 'engine.wasm' });
    caches.full = false;
    expect(await keep.bringNext()).not.toHaveProperty('problem');
  });

  test('asks once for what two ask for at once', async () => {
    const keep = keepOf(siteOf('1', texts));
    const file = keep.site.files[3]!;
    const [one, two] = await Promise.all([keep.bring(file), keep.bring(file)]);
    expect(await one.text()).toBe(await two.text());
    expect(asked).toHaveLength(1);
  });
});

describe('a newer build', () => {
  test('takes what has not changed from the older one', async () => {
    const old = keepOf(siteOf('1', texts));
    await old.bringShell();
    await old.bringNext();
    asked = [];
    host.set(scope, '<p>new');
    const keep = keepOf(siteOf('2', { ...texts, 'index.html': '<p>new' }));
    await keep.bringShell();
    await keep.bringNext();
    expect(await keep.kept()).toMatchObject({ files: 4, of: 4 });
    expect(asked).toEqual([scope]);
  });

  test('still gives a tab of the older one its hashed files, and nothing else, until they are let go', async () => {
    await keepOf(siteOf('1', texts)).bringShell();
    const keep = keepOf(siteOf('2', { 'index.html': '<p>' }));
    await keep.bringShell();
    expect(await (await keep.fromOlder('_app/immutable/a.js'))?.text()).toBe('a');
    expect(await keep.fromOlder('notebook.html')).toBeUndefined();
    await keep.forgetOlder();
    expect(await keep.fromOlder('_app/immutable/a.js')).toBeUndefined();
  });

  test('is not let go by the older one, which is still at work', async () => {
    const old = keepOf(siteOf('1', texts));
    await old.bringShell();
    const keep = keepOf(siteOf('2', { 'index.html': '<p>' }));
    await keep.bringShell();
    await old.forgetOlder();
    expect(await caches.keys()).toEqual([old.name, keep.name]);
    expect(await old.fromOlder('_app/immutable/a.js')).toBeUndefined();
    await keep.forgetOlder();
    expect(await caches.keys()).toEqual([keep.name]);
  });

  test('a site in another folder of the same host is left alone', async () => {
    await keepOf(siteOf('1', {}), 'https://host.example/b/').kept();
    const keep = keepOf(siteOf('2', texts));
    await keep.bringShell();
    await keep.forgetOlder();
    expect(await caches.keys()).toHaveLength(2);
  });
});

describe('checking and mending', () => {
  test('finds what is missing and what was changed, and brings only that', async () => {
    const keep = keepOf(siteOf('1', texts));
    await keep.bringShell();
    const store = caches.stores.get(keep.name)!;
    store.set(`${scope}index.html`, new Response('<x>'));
    const checked = await keep.check();
    expect(checked).toEqual({ missing: ['engine.wasm'], damaged: ['index.html'] });
    asked = [];
    expect(await keep.repair(checked)).toMatchObject({ files: 4, of: 4 });
    expect(asked).toHaveLength(3);
    expect(await keep.check()).toEqual({ missing: [], damaged: [] });
  });
});

describe('what may change after the build', () => {
  test('is as the host has it, else as it was last, else not there', async () => {
    const keep = keepOf(siteOf('1', texts));
    expect(await keep.live('config.json')).toBeUndefined();
    host.set(`${scope}config.json`, '{"a":1}');
    expect(await (await keep.live('config.json'))?.text()).toBe('{"a":1}');
    host.delete(`${scope}config.json`);
    expect(await (await keep.live('config.json'))?.text()).toBe('{"a":1}');
  });

  test('is asked of the host each time', async () => {
    const keep = keepOf(siteOf('1', texts));
    for (const text of ['{"a":1}', '{"a":2}', '{"a":3}']) {
      host.set(`${scope}config.json`, text);
      expect(await (await keep.live('config.json'))?.text()).toBe(text);
    }
    expect(asked).toHaveLength(3);
  });

  test('outlives a newer build that came while the host did not answer for it', async () => {
    host.set(`${scope}config.json`, '{"a":1}');
    await keepOf(siteOf('1', texts)).bringLive();
    host.delete(`${scope}config.json`);
    const newer = keepOf(siteOf('2', texts));
    await newer.bringShell();
    await newer.bringLive();
    await newer.forgetOlder();
    expect(await (await newer.live('config.json'))?.text()).toBe('{"a":1}');
  });

  test('is as it was last where the host is out of order, and gone where the host says so', async () => {
    const keep = keepOf(siteOf('1', texts));
    host.set(`${scope}config.json`, '{"a":1}');
    await keep.live('config.json');
    host.set(`${scope}config.json`, 503);
    expect(await (await keep.live('config.json'))?.text()).toBe('{"a":1}');
    host.set(`${scope}config.json`, 404);
    expect((await keep.live('config.json'))?.status).toBe(404);
  });

  test('is given though it cannot be kept', async () => {
    const keep = keepOf(siteOf('1', texts));
    host.set(`${scope}config.json`, '{"a":1}');
    caches.full = true;
    expect(await (await keep.live('config.json'))?.text()).toBe('{"a":1}');
  });

  test('is as it was last where the host takes the request and says nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const keep = keepOf(siteOf('1', texts));
      host.set(`${scope}config.json`, '{"a":1}');
      await keep.live('config.json');
      silent = true;
      const answer = keep.live('config.json');
      await vi.waitUntil(() => vi.getTimerCount() > 0);
      await vi.runAllTimersAsync();
      expect(await (await answer)?.text()).toBe('{"a":1}');
    } finally {
      vi.useRealTimers();
    }
  });
});
