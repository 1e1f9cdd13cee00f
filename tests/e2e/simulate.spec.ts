import type { Page } from '@playwright/test';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { expectAccessible } from './axe';
import { cells, expect, test } from './watched';

const gate = (page: Page) => page.getByRole('alertdialog');

async function open(page: Page): Promise<void> {
  await page.goto('/simulate');
  await expect(page.getByRole('heading', { name: 'Simulate data' })).toBeVisible();
}

/** A folder of the browser's own in place of one that a person would choose. */
async function giveFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}

/** Paths and sizes below the folder that was given. */
const filesBelow = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, number> = {};
    const walk = async (folder: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${prefix}${name}/`);
        else found[`${prefix}${name}`] = (await (handle as FileSystemFileHandle).getFile()).size;
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });

test('60 persons as one zip, by the gate, told in the ledger', async ({ page }) => {
  await open(page);
  await expect(page.getByText('No real patient is in it')).toBeVisible();
  await page.getByRole('radio', { name: '60', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Save files' }).click();
  await expect(gate(page)).toContainText('simulated, no real patient');
  await expect(gate(page)).toContainText('Simulated data of 60 persons');
  const out = gate(page).getByRole('button', { name: 'Let it out' });
  await expect(out).toBeEnabled();
  const coming = page.waitForEvent('download');
  await out.click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('phems-sim-picu-sepsis-60-seed-1.zip');
  const bytes = Buffer.concat(await (await download.createReadStream()).toArray());
  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await expect(page.getByRole('status').filter({ hasText: 'Saved 60 simulated persons' })).toBeVisible();
  await page.goto('/ledger');
  await expect(page.getByText('Simulated data of 60 persons').first()).toBeVisible();
});

test('into a folder in parts: each in the ledger, and the files hold the rows', async ({ page }) => {
  await giveFolder(page);
  await open(page);
  await page.getByLabel('Use case').selectOption('haemophilia');
  const persons = page.getByRole('spinbutton', { name: 'Persons' });
  await persons.fill('1500');
  await persons.press('Tab');
  await page.getByRole('radio', { name: 'A folder' }).check({ force: true });
  await page.getByRole('button', { name: 'Save files' }).click();
  await expect(gate(page)).toContainText('In 2 parts, into one folder');
  await gate(page).getByRole('button', { name: 'Let it out' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved 1,500 simulated persons' })).toBeVisible();
  const folder = 'phems-sim-haemophilia-1500-seed-1';
  const files = await filesBelow(page);
  expect(Object.keys(files).sort()).toEqual(
    [
      ...['about.txt', 'columns.csv'],
      ...['bleeds', 'doses', 'levels', 'patients'].flatMap((table) =>
        [1, 2].map((part) => `${table}/part-000${part}.parquet`)
      )
    ]
      .map((name) => `${folder}/${name}`)
      .sort()
  );
  const base64 = await page.evaluate(async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
    const part = await (await folder.getDirectoryHandle('patients')).getFileHandle('part-0002.parquet');
    return new Uint8Array(await (await part.getFile()).arrayBuffer()).reduce(
      (text, byte) => text + String.fromCharCode(byte),
      ''
    );
  }, folder);
  const file = Uint8Array.from(base64, (letter) => letter.charCodeAt(0)).buffer;
  const rows = (await parquetReadObjects({ file, compressors })) as { person_id: bigint }[];
  expect([rows.length, rows[0]?.person_id, rows.at(-1)?.person_id]).toEqual([500, 1001n, 1500n]);

  // A second time: what is there is not overwritten.
  await page.getByRole('button', { name: 'Save files' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'nothing of it is overwritten' })).toBeVisible();
  await page.goto('/ledger');
  await expect(page.getByText('part 1 of 2').first()).toBeVisible();
  await expect(page.getByText('part 2 of 2').first()).toBeVisible();
});

test('Stop ends it within two seconds, and nothing is saved', async ({ page }) => {
  await open(page);
  await page.getByRole('radio', { name: '5,000' }).check({ force: true });
  await page.getByRole('button', { name: 'Save files' }).click();
  const stop = page.getByRole('button', { name: 'Stop' });
  await expect(page.getByText(/^[1-9][\d,]* of 5,000 persons$/)).toBeVisible();
  await expect(stop).toBeFocused();
  const before = Date.now();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Stopped. Nothing was saved.' })).toBeVisible();
  expect(Date.now() - before).toBeLessThan(2000);
  await expect(gate(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save files' })).toBeFocused();
  // And it can be begun again.
  await page.getByRole('radio', { name: '60', exact: true }).check({ force: true });
  await page.getByRole('button', { name: 'Save files' }).click();
  await expect(gate(page)).toBeVisible();
});

test('a wrong number says what is right and keeps both buttons shut; a size mends it', async ({ page }) => {
  await open(page);
  const persons = page.getByRole('spinbutton', { name: 'Persons' });
  for (const [typed, said] of [
    ['0', /1/],
    ['100001', /100000/],
    ['2.5', /whole number/],
    ['many', /number/],
    ['', /Write a number/]
  ] as const) {
    await persons.fill(typed);
    await persons.press('Tab');
    await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveText(said);
    await expect(page.getByRole('button', { name: 'Save files' })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Open as a notebook' })).toBeDisabled();
  }
  await page.getByRole('radio', { name: '60', exact: true }).check({ force: true });
  await expect(page.getByRole('alert').filter({ hasText: /./ })).toHaveCount(0);
  await expect(persons).toHaveValue('60');
  await expect(page.getByRole('button', { name: 'Save files' })).toBeEnabled();
  await page.getByRole('radio', { name: '100,000' }).check({ force: true });
  await expect(page.getByRole('button', { name: 'Open as a notebook' })).toBeDisabled();
  await expect(page.getByText('A notebook holds up to 20,000 persons')).toBeVisible();
});

test('by keyboard alone: another use case, 60 persons, as a notebook that runs', async ({ page }) => {
  await open(page);
  const label = page.getByLabel('Use case');
  for (let tabs = 0; tabs < 20 && !(await label.evaluate((one) => one === document.activeElement)); tabs++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowDown');
  await expect(label).toHaveValue('cardiac-surgery');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('spinbutton', { name: 'Persons' })).toHaveValue('60');
  const button = page.getByRole('button', { name: 'Open as a notebook' });
  for (let tabs = 0; tabs < 20 && !(await button.evaluate((one) => one === document.activeElement)); tabs++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(cells(page).filter({ hasText: '60 persons' }).last()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('simulated_operations').first()).toBeVisible();
  await expect(page.getByText('no real patient').first()).toBeVisible();
});

test('the layout of the hackathon: its files, axe clean in every state', async ({ page }) => {
  await giveFolder(page);
  await open(page);
  await expectAccessible(page, 'as it opens');
  await page.getByRole('radio', { name: 'Hackathon' }).check({ force: true });
  await page.getByRole('radio', { name: '60', exact: true }).check({ force: true });
  await page.getByRole('radio', { name: 'A folder' }).check({ force: true });
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('-1');
  await page.getByRole('spinbutton', { name: 'Seed' }).press('Tab');
  await expectAccessible(page, 'with a wrong number');
  await page.getByRole('spinbutton', { name: 'Seed' }).fill('2');
  await page.getByRole('spinbutton', { name: 'Seed' }).press('Tab');
  await page.getByRole('button', { name: 'Save files' }).click();
  await gate(page).getByRole('button', { name: 'Let it out' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved 60 simulated persons' })).toBeVisible();
  await expectAccessible(page, 'when it is saved');
  const names = Object.keys(await filesBelow(page)).map((path) => path.split('/').at(-1));
  expect(names).toContain('SepsisLabel_train.csv');
  expect(names).toContain('SepsisLabel_test_labels.csv');
  expect(names).toHaveLength(9 * 2 + 4);
});

test('the gallery, the palette and the foot lead there', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Simulate data' })).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill('Simulate data');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/simulate$/);
});
