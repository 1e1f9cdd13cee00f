import type { Browser } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../browser.mjs';
import { serveSite } from '../site/server.mjs';
import { isClean, runNotebook, unfinished } from './run-notebook.mjs';

/** A page that keeps the contract and does what the notebook's text says. */
const page = `<!doctype html><meta charset="utf-8"><title>Fake</title>
<input type="file" id="runner-files" multiple hidden><input type="file" id="runner-folder" webkitdirectory hidden>
<script>
  let text = '';
  const held = [];
  const cell = (status, more) => ({ cells: [{ id: 'a', kind: 'sql', status, ...more }] });
  const started = (source) => URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  window.phemsRunner = {
    open: async (given) => { text = given; if (text === 'refuse') throw new Error('Line 3 was not understood.'); },
    attach: async () => {
      for (const id of ['runner-files', 'runner-folder'])
        for (const file of document.getElementById(id).files) held.push(file.webkitRelativePath || file.name);
      document.getElementById('runner-files').value = '';
      document.getElementById('runner-folder').value = '';
      return { problems: held.includes('twice.csv') ? [{ message: 'The name twice is taken.' }] : [] };
    },
    snapshot: () => ({ cells: [{ id: 'a', kind: 'sql', status: 'running' }, { id: 'b', kind: 'sql', status: 'waiting' },
      { id: 'c', kind: 'sql', status: 'ok' }] }),
    run: async ({ rows }) => {
      if (text === 'hang') return new Promise(() => {});
      if (text === 'worker') {
        const inner = "fetch(" + JSON.stringify(location.origin + '/inner.txt') + ").then(() => postMessage(1))";
        const outer = "const w = new Worker(URL.createObjectURL(new Blob([" + JSON.stringify(inner) +
          "]))); w.onmessage = () => postMessage(1); importScripts(" + JSON.stringify(location.origin + '/outer.js') + ");";
        await new Promise((done) => { new Worker(started(outer)).onmessage = done; });
      }
      if (text === 'leak') await fetch('http://127.0.0.1:9/out', { method: 'POST', body: 'x' }).catch(() => {});
      return text === 'bad' ? cell('error', { error: { message: 'no' } }) : cell('ok', { value: [rows, ...held] });
    }
  };
</script>`;

let folder: string;
let browser: Browser;
let site: Awaited<ReturnType<typeof serveSite>>;

const run = (text: string, more: Partial<Parameters<typeof runNotebook>[1]> = {}) =>
  runNotebook({ browser, siteUrl: site.url }, { name: 'a.md', text, ...more });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phems-runner-'));
  writeFileSync(join(folder, 'notebook.html'), page);
  writeFileSync(join(folder, 'outer.js'), '1;');
  writeFileSync(join(folder, 'inner.txt'), 'x');
  mkdirSync(join(folder, 'extract/sub'), { recursive: true });
  for (const name of ['one.csv', 'twice.csv', 'extract/PERSON.csv', 'extract/sub/DEATH.csv']) {
    writeFileSync(join(folder, name), 'x\n1\n');
  }
  site = await serveSite({ directory: folder, headers: false });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

describe('running a notebook in the browser', () => {
  test('hands over the text, the files, the folder with its paths, and the rows asked for', async () => {
    const data = [
      { path: join(folder, 'one.csv'), folder: false },
      { path: join(folder, 'extract'), folder: true }
    ];
    const outcome = await run('ok', { data, rows: 7 });
    expect(outcome.cells[0]?.value).toEqual([7, 'one.csv', 'extract/PERSON.csv', 'extract/sub/DEATH.csv']);
    expect(isClean(outcome)).toBe(true);
    expect(outcome.egress).toEqual([]);
  });

  test('writes down the requests of workers and of their workers', async () => {
    const { requests } = await run('worker');
    const paths = requests.map(({ url }) => new URL(url).pathname);
    expect(paths).toContain('/outer.js');
    expect(paths).toContain('/inner.txt');
  });

  test('writes down a request to another host, with its method', async () => {
    const { requests } = await run('leak');
    expect(requests).toContainEqual({ method: 'POST', url: 'http://127.0.0.1:9/out' });
  });

  test.each([
    ['bad', undefined],
    ['refuse', undefined],
    ['ok', 'twice.csv']
  ])('%s with %s is not clean', async (text, file) => {
    const data = file === undefined ? [] : [{ path: join(folder, file), folder: false }];
    expect(isClean(await run(text, { data }))).toBe(false);
  });

  test('what the page refuses is the error of the notebook', async () => {
    expect((await run('refuse')).error?.message).toContain('Line 3 was not understood.');
  });

  test('a notebook that does not end is an error naming the cells still running', async () => {
    const outcome = await run('hang', { timeoutSeconds: 2 });
    expect(outcome.error?.message).toBe('Not done after 2 s. Still running: a.');
    expect(outcome.cells.map(({ status }) => status)).toEqual(['error', 'error', 'ok']);
  });

  test('a page that cannot answer at the end of its time is an error too', () => {
    expect(unfinished({ cells: [] }, 9).error.message).toBe('Not done after 9 s. The page gave no answer in time.');
  });
});
