import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from './server.mjs';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let folder: string;
let site: Awaited<ReturnType<typeof serveSite>>;

/** `fetch` would tidy `..` away and undo the compression, so the bare client. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET', port = site.port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('latin1')
        })
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

beforeAll(async () => {
  const outer = mkdtempSync(join(tmpdir(), 'phems-server-'));
  folder = join(outer, 'build');
  mkdirSync(join(folder, '_app/immutable'), { recursive: true });
  mkdirSync(join(folder, 'lesson'));
  writeFileSync(join(outer, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<h1>home</h1>');
  writeFileSync(join(folder, 'notebook.html'), '<h1>notebook</h1>');
  writeFileSync(join(folder, 'lesson/index.html'), '<h1>lesson</h1>');
  writeFileSync(join(folder, 'engine.wasm'), '0123456789');
  writeFileSync(join(folder, '.hidden'), 'hidden');
  writeFileSync(join(folder, 'name with space.csv'), 'a,b');
  writeFileSync(join(folder, '_app/immutable/a.js'), 'let a = 1;');
  writeFileSync(join(folder, '_app/immutable/a.js.br'), brotliCompressSync('let a = 1;'));
  writeFileSync(join(folder, '_app/immutable/a.js.gz'), gzipSync('let a = 1;'));
  symlinkSync(join(outer, 'secret.txt'), join(folder, 'way-out.txt'));
  site = await serveSite({ directory: folder });
});

afterAll(async () => {
  await site.close();
  rmSync(join(folder, '..'), { recursive: true });
});

describe('the server of the built site', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/notebook', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/notebook?sample=x', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/lesson/', 200, 'text/html; charset=utf-8', 'no-cache'],
    ['/engine.wasm', 200, 'application/wasm', 'no-cache'],
    ['/name%20with%20space.csv', 200, 'text/csv', 'no-cache'],
    ['/_app/immutable/a.js', 200, 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable']
  ])('%s answers %i as %s, kept: %s', async (path, status, type, cache) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['cache-control']).toBe(cache);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/lesson/../../secret.txt',
    '/way-out.txt',
    '/.hidden',
    '/%00',
    '/%E0%A4%A',
    '/lesson/nothing'
  ])('%s is not found and shows nothing', async (path) => {
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
    expect(answer.body).not.toContain('hidden');
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is refused', async (method) => {
    expect(await ask('/', {}, method)).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  test('HEAD sends the length and no body', async () => {
    const answer = await ask('/engine.wasm', {}, 'HEAD');
    expect(answer).toMatchObject({ status: 200, body: '', headers: { 'content-length': '10' } });
  });

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=0-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, undefined, 'bytes */10'],
    ['bytes=-0', 416, undefined, 'bytes */10'],
    ['bytes=4-2', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined]
  ])('Range %s answers %i', async (range, status, body, contentRange) => {
    const answer = await ask('/engine.wasm', { range });
    expect(answer.status).toBe(status);
    if (body !== undefined) expect(answer.body).toBe(body);
    expect(answer.headers['content-range']).toBe(contentRange);
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined]
  ])('Accept-Encoding %s gives %s', async (accepted, encoding) => {
    const answer = await ask('/_app/immutable/a.js', { 'accept-encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers.vary).toBe('Accept-Encoding');
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('a file that the browser has is not sent again, and its compressed form has a tag of its own', async () => {
    const first = await ask('/_app/immutable/a.js');
    const tag = String(first.headers.etag);
    expect(await ask('/_app/immutable/a.js', { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    const packed = await ask('/_app/immutable/a.js', { 'accept-encoding': 'br', 'if-none-match': tag });
    expect(packed.status).toBe(200);
  });

  test.each([
    ['/notebook/', '/notebook'],
    ['/notebook/?a=1', '/notebook?a=1'],
    ['/lesson', '/lesson/'],
    ['//notebook/', '/notebook']
  ])('%s goes to %s, where its relative links work', async (path, location) => {
    expect(await ask(path)).toMatchObject({ status: 308, headers: { location } });
  });

  test('every answer carries our headers, unless a header-less host is asked for', async () => {
    for (const path of ['/', '/nothing', '/engine.wasm']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
    const bare = await serveSite({ directory: folder, headers: false });
    const { headers } = await ask('/', {}, 'GET', bare.port);
    await bare.close();
    expect(headers['content-security-policy']).toBeUndefined();
  });

  test('a sub-folder is served under its name and nothing beside it', async () => {
    const below = await serveSite({ directory: folder, base: '/hospital/notebook' });
    const answers = await Promise.all(
      ['/hospital/notebook/', '/hospital/notebook', '/hospital/notebook/engine.wasm', '/'].map((path) =>
        ask(path, {}, 'GET', below.port)
      )
    );
    await below.close();
    expect(answers.map((answer) => answer.status)).toEqual([200, 308, 200, 404]);
    expect(below.url).toMatch(/\/hospital\/notebook$/);
  });

  test('a port that is taken gives way to a free one, unless it must be that one', async () => {
    const squatter = createServer();
    const taken = await new Promise<number>((resolve) =>
      squatter.listen(0, '127.0.0.1', () => resolve((squatter.address() as { port: number }).port))
    );
    const moved = await serveSite({ directory: folder, port: taken });
    expect(moved.port).not.toBe(taken);
    expect((await ask('/', {}, 'GET', moved.port)).status).toBe(200);
    await moved.close();
    await expect(serveSite({ directory: folder, port: taken, strict: true })).rejects.toMatchObject({
      code: 'EADDRINUSE'
    });
    await new Promise((resolve) => squatter.close(resolve));
  });
});
