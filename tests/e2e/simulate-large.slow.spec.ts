import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './watched';

/*
 * The largest set there is, to its end: 100,000 persons in 50 parts, about 10.9 million hours. Seen on two busy cores: 5.6
 * minutes into a folder (153 MB of Parquet), 14 as one zip; at most 0.45 GB in the page's process with its workers, the same
 * from the first part to the last; Stop within half a second.
 */

const minute = 60_000;

async function begin(page: Page): Promise<void> {
  // The longest time in which the page heard nobody.
  await page.addInitScript(() => {
    let last = performance.now();
    Object.assign(window, {
      showDirectoryPicker: () => navigator.storage.getDirectory(),
      deafest: 0
    });
    setInterval(() => {
      const now = performance.now();
      const seen = window as unknown as { deafest: number };
      seen.deafest = Math.max(seen.deafest, now - last);
      last = now;
    }, 20);
  });
  await page.goto('/simulate');
  await page.getByRole('radio', { name: '100,000' }).check({ force: true });
  await page.getByRole('button', { name: 'Save files' }).click();
  const out = page.getByRole('alertdialog').getByRole('button', { name: 'Let it out' });
  await expect(out).toBeEnabled({ timeout: 2 * minute });
  await out.click();
}

const folder = 'phems-sim-picu-sepsis-100000-seed-1';

/** The files below the folder, copied to the disk. @returns their paths there */
async function copied(page: Page, info: TestInfo): Promise<string[]> {
  const paths = await page.evaluate(async (name) => {
    const found: string[] = [];
    const walk = async (at: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
      for await (const [one, handle] of at.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${prefix}${one}/`);
        else found.push(`${prefix}${one}`);
      }
    };
    await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(name), `${name}/`);
    return found.sort();
  }, folder);
  for (const path of paths) {
    const base64 = await page.evaluate(async (one) => {
      let at = await navigator.storage.getDirectory();
      const names = one.split('/');
      for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name);
      const file = await (await at.getFileHandle(names.at(-1) as string)).getFile();
      const reader = new FileReader();
      const read = new Promise<string>((resolve) => (reader.onload = () => resolve(reader.result as string)));
      reader.readAsDataURL(file);
      return (await read).split(',')[1] ?? '';
    }, path);
    mkdirSync(dirname(info.outputPath(path)), { recursive: true });
    writeFileSync(info.outputPath(path), Buffer.from(base64, 'base64'));
  }
  return paths;
}

/** Persons, the least and the largest of them, rows, and rows that are there twice. */
async function readBack(info: TestInfo): Promise<number[]> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  const hours = `read_parquet('${info.outputPath(folder)}/hours/*.parquet')`;
  const [found] = (
    await duck.runAndReadAll(
      `SELECT count(DISTINCT person_id), min(person_id), max(person_id), count(*),
        (SELECT count(*) FROM (SELECT 1 FROM ${hours} GROUP BY person_id, time HAVING count(*) > 1)) FROM ${hours}`
    )
  ).getRows();
  return (found ?? []).map(Number);
}

test('100,000 persons to the end: the page hears everybody, and every person is there once', async ({ page }, info) => {
  test.setTimeout(40 * minute);
  await begin(page);
  const saved = page.getByRole('status').filter({ hasText: 'Saved 100,000 simulated persons as 52 files' });
  await expect(saved).toBeVisible({ timeout: 30 * minute });
  expect(await page.evaluate(() => (window as unknown as { deafest: number }).deafest)).toBeLessThan(2000);
  expect(await copied(page, info)).toHaveLength(52);
  const [persons, first, last, rows, twice] = await readBack(info);
  expect([persons, first, last, twice]).toEqual([100_000, 1, 100_000, 0]);
  expect(rows).toBe(10_928_540);
});

test('Stop in the middle: within two seconds, and the parts that are there are whole', async ({ page }, info) => {
  test.setTimeout(10 * minute);
  await begin(page);
  await expect(page.getByText('Part 4 of 50')).toBeVisible({ timeout: 5 * minute });
  const before = Date.now();
  await page.getByRole('button', { name: 'Stop' }).click();
  const stopped = page.getByRole('status').filter({ hasText: 'Stopped after 3 parts of 50' });
  await expect(stopped).toBeVisible();
  expect(Date.now() - before).toBeLessThan(2000);
  expect(await copied(page, info)).toEqual(
    [...['about.txt', 'columns.csv'], ...[1, 2, 3].map((part) => `hours/part-000${part}.parquet`)].map(
      (path) => `${folder}/${path}`
    )
  );
  const [persons, first, last, , twice] = await readBack(info);
  expect([persons, first, last, twice]).toEqual([6000, 1, 6000, 0]);
});
