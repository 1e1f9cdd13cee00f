import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compressFolder } from './compress.mjs';
import { securityHeaders } from './headers.mjs';
import { writeDownload, writeSiteList } from './site-list.mjs';
import { writeStick } from './stick.mjs';
import { addressSaid, unfold } from './unfolded';

let folder: string;
let site: string;
let unfolded: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phems-stick-'));
  site = join(folder, 'build');
  makeSite(site);
  await finish(site);
  unfolded = join(folder, 'out');
  await unfold(join(site, 'phems-notebook.zip'), unfolded);
});

afterAll(() => {
  for (const server of started) server.kill();
  rmSync(folder, { recursive: true });
});

function makeSite(to: string): void {
  const files: Record<string, string> = {
    'index.html': '<p>home',
    'notebook.html': '<p>notebook',
    _headers: '/*',
    'data/a.csv': 'a\n1\n',
    '_app/immutable/big.js': 'let a = 1;\n'.repeat(500),
    'config.json': '{"format":"phems-config/1"}',
    'service-worker.js': 'keep(self, `%PHEMS_SITE%`);'
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), text);
  }
}

async function finish(directory: string) {
  writeSiteList(directory, '1.0.0+abc');
  await compressFolder(directory);
  const zip = writeStick(directory);
  writeDownload(directory, zip);
  return zip;
}

function start(program: string, ...given: string[]): Promise<string> {
  const server = spawn(program, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(server);
  return addressSaid(server);
}

const hasPython = spawnSync('python3', ['-c', 'import http.server']).status === 0;
const servers: [name: string, program: () => [string, ...string[]], there: boolean][] = [
  ['start.sh', () => [join(unfolded, 'phems-notebook/start.sh')], process.platform !== 'win32'],
  ['Python', () => ['python3', join(unfolded, 'phems-notebook/server/stick/serve.py')], hasPython],
  ['Node', () => [process.execPath, join(unfolded, 'phems-notebook/server/stick/serve.mjs')], true]
];

describe('the site as a zip', () => {
  test('holds every file of the site once, uncompressed forms only, and no link to itself', () => {
    const at = (path: string) => readFileSync(join(unfolded, 'phems-notebook', path), 'utf8');
    expect(at('site/notebook.html')).toBe('<p>notebook');
    expect(at('site/_app/immutable/big.js')).toBe('let a = 1;\n'.repeat(500));
    expect(at('site/service-worker.js')).toBe(readFileSync(join(site, 'service-worker.js'), 'utf8'));
    expect(JSON.parse(at('site/download.json'))).toEqual({ zip: null });
    expect(at('site/config.json')).toBe('{"format":"phems-config/1"}');
    expect(at('start.cmd')).toContain('\r\n');
    const listed = at('SHA256SUMS')
      .split('\n')
      .map((line) => line.slice(66));
    expect(listed.filter((path) => /\.(gz|br|zip)$|_headers/.test(path))).toEqual([]);
  });

  test('its list of sums is right', () => {
    const output = execFileSync('sha256sum', ['-c', 'SHA256SUMS'], {
      cwd: join(unfolded, 'phems-notebook'),
      encoding: 'utf8'
    });
    expect(
      output
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK'))
    ).toBe(true);
  });

  test('is the same for the same site, whenever and wherever it is made', async () => {
    const other = join(folder, 'another/deeper/build');
    makeSite(other);
    expect((await finish(other)).hash).toBe(JSON.parse(readFileSync(join(site, 'download.json'), 'utf8')).zip.hash);
  });

  test.each(servers)('%s serves it on this machine with every header', async (_, program, there) => {
    if (!there) return;
    const url = await start(...program(), '--no-open', '--port', '0');
    const home = await fetch(`${url}/`);
    expect(await home.text()).toBe('<p>home');
    for (const [name, value] of Object.entries(securityHeaders())) expect(home.headers.get(name)).toBe(value);
    expect(home.headers.get('content-type')).toMatch(/^text\/html/);
    expect(home.headers.get('cache-control')).toBe('no-cache');
    expect(await (await fetch(`${url}/notebook`)).text()).toBe('<p>notebook');
    const slashed = await fetch(`${url}/notebook/`, { redirect: 'manual' });
    expect([slashed.status, slashed.headers.get('location')]).toEqual([308, '/notebook']);
    const script = await fetch(`${url}/_app/immutable/big.js`);
    expect(script.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(script.headers.get('etag')).toBeNull();
    expect((await script.text()).length).toBe(5500);
    for (const path of ['/nothing', '/../start.sh', '/%2e%2e/start.sh', '/.hidden', '/..%2fstart.sh']) {
      const missing = await fetch(url + path);
      expect(missing.status, path).toBe(404);
      expect(missing.headers.get('content-security-policy')).not.toBeNull();
    }
  });
});

describe('the list of the site', () => {
  test('leaves out what operators read and what is made from the rest, and fills the worker', () => {
    const list = JSON.parse(readFileSync(join(site, 'files.json'), 'utf8')) as [string, string, number][];
    expect(list.map(([path]) => path)).toEqual(['_app/immutable/big.js', 'data/a.csv', 'index.html', 'notebook.html']);
    // The sum of `a\n1\n`, by sha256sum.
    expect(list[1]).toEqual([
      'data/a.csv',
      execFileSync('sha256sum', [join(site, 'data/a.csv')], { encoding: 'utf8' }).slice(0, 64),
      4
    ]);
    const worker = readFileSync(join(site, 'service-worker.js'), 'utf8');
    expect(worker).not.toContain('%PHEMS_SITE%');
    let given: unknown;
    runInNewContext(worker, { self: {}, keep: (_: unknown, text: string) => (given = JSON.parse(text)) });
    expect(given).toMatchObject({
      version: '1.0.0+abc',
      live: ['config.json', 'download.json'],
      headers: securityHeaders()
    });
  });

  test('can be written again over an older one', () => {
    const before = readFileSync(join(site, 'service-worker.js'), 'utf8');
    writeSiteList(site, '1.0.0+abc');
    expect(readFileSync(join(site, 'service-worker.js'), 'utf8')).toBe(before);
  });
});
