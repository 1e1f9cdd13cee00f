import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page, TestInfo } from '@playwright/test';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { acceptImport, drop, gridRow, newNotebookPath } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, expect, named, test } from './watched';

type Files = Record<string, string | Uint8Array>;

/** Puts files on the disk. @returns their full path, by their path here */
function written(info: TestInfo, files: Files): (path: string) => string {
  for (const [path, content] of Object.entries(files)) {
    const full = info.outputPath(path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, content);
  }
  return (path) => info.outputPath(path);
}

/** A new notebook, with the files dropped on it; the dialog has looked into them. */
async function dropped(page: Page, info: TestInfo, files: Files, roots = Object.keys(files)) {
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  return droppedHere(page, info, files, roots);
}

/** Files dropped on the notebook that is open. */
async function droppedHere(page: Page, info: TestInfo, files: Files, roots = Object.keys(files)) {
  const at = written(info, files);
  await drop(page, roots.map(at));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Looking into the files')).toHaveCount(0);
  await expect(dialog.getByText(/^Reading .+ …$/)).toHaveCount(0);
  return dialog;
}

/** A table as the data panel counts it: `3 × 4`. */
const tableRow = (page: Page, name: string) =>
  page
    .getByRole('tree', { name: 'Tables' })
    .locator('[aria-level="1"]')
    .filter({ has: page.locator(`code:text-is("${name}")`) });

const latin = (text: string) => Uint8Array.from(text.replaceAll('€', '\x80'), (letter) => letter.charCodeAt(0));

const german = latin(
  [
    'Fall;Größe;Aufnahme;Kosten €',
    '1;98,5;13.02.2024;12,50',
    '2;101,25;14.02.2024;9,00',
    '3;;15.02.2024;7,25',
    ''
  ].join('\r\n')
);

test('a German CSV is proposed with its delimiter, characters and decimal mark, and read so', async ({
  page
}, info) => {
  const dialog = await dropped(page, info, { 'Fälle.csv': german });
  await expect(dialog.getByLabel('Columns split by')).toHaveValue(';');
  await expect(dialog.getByLabel('Characters')).toHaveValue('windows-1252');
  await expect(dialog.getByRole('radio', { name: '1,5' })).toBeChecked();
  await expect(dialog.getByLabel('Type: Größe')).toHaveValue('number');
  await expect(dialog.getByLabel('Type: Aufnahme')).toHaveValue('date');
  await expect(dialog.getByText('3 rows, 4 columns')).toBeVisible();
  await dialog.getByLabel('Table name').fill('faelle');
  await acceptImport(page);
  await expect(tableRow(page, 'faelle')).toContainText('3 × 4');
  await expect(page.locator(gridRow).nth(1)).toHaveText(/^98\.5/);
  await expect(page.locator(gridRow).nth(2)).toHaveText('2024-02-13');
});

test('another delimiter and another type apply to what is shown and to what is read', async ({ page }, info) => {
  const dialog = await dropped(page, info, { 'codes.csv': 'code;value\n007;1\n010;2\n' });
  await dialog.getByLabel('Columns split by').selectOption('comma');
  await expect(dialog.getByLabel('Type: code;value')).toBeVisible();
  await dialog.getByLabel('Columns split by').selectOption('semicolon');
  await expect(dialog.getByText('2 rows, 2 columns')).toBeVisible();
  await dialog.getByLabel('Type: value').selectOption('text');
  await expect(dialog.getByLabel('Type: value')).toHaveValue('text');
  await dialog.getByLabel('Type: code').selectOption('text');
  await acceptImport(page);
  await expect(page.locator(gridRow).first()).toHaveText('007');
  await tableRow(page, 'codes').locator('code').click();
  await expect(page.getByRole('treeitem', { name: 'value, text' })).toBeVisible();
});

const person =
  'PERSON_ID,GENDER_CONCEPT_ID,YEAR_OF_BIRTH,RACE_CONCEPT_ID,ETHNICITY_CONCEPT_ID\n9007199254740993,8507,2019,0,0\n2,8532,2021,0,0\n';
const visit =
  'VISIT_OCCURRENCE_ID,PERSON_ID,VISIT_CONCEPT_ID,VISIT_START_DATE,VISIT_END_DATE,VISIT_TYPE_CONCEPT_ID\n1,9007199254740993,9201,2024-01-02,2024-01-05,32817\n';

test('a folder of OMOP tables in upper case is known as an extract, and ids keep their digits', async ({
  page
}, info) => {
  const dialog = await dropped(page, info, { 'extract/PERSON.csv': person, 'extract/VISIT_OCCURRENCE.csv': visit }, [
    'extract'
  ]);
  await expect(dialog.getByRole('heading', { name: /^An OMOP extract, CDM 5\.[34]$/ })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: /Read all 2 tables under their OMOP names/ })).toBeChecked();
  await acceptImport(page);
  await expect(tableRow(page, 'person')).toContainText('2 × 5');
  await expect(tableRow(page, 'visit_occurrence')).toContainText('1 × 6');
  await expect(page.locator(gridRow).first()).toHaveText('9007199254740993');
});

test('a zip is opened, and each table in it is read', async ({ page }, info) => {
  const zip = new ZipWriter(new BlobWriter());
  await zip.add('ward/Stays.csv', new TextReader('id,days\n1,2\n2,3\n3,4\n'));
  await zip.add('ward/wards.csv', new TextReader('ward,name\nA,PICU\nB,NICU\n'));
  const bytes = new Uint8Array(await (await zip.close()).arrayBuffer());
  const dialog = await dropped(page, info, { 'ward.zip': bytes });
  await expect(dialog.getByRole('heading', { name: 'Read these 2 tables?' })).toBeVisible();
  await acceptImport(page);
  await expect(tableRow(page, 'stays')).toContainText('3 × 2');
  await expect(tableRow(page, 'wards')).toContainText('2 × 2');
});

test('a value that does not fit is counted, placed by its line, and nothing is dropped silently', async ({
  page
}, info) => {
  const rows = Array.from({ length: 60 }, (_, row) => `${row},${row === 40 ? 'broken' : row / 4}`);
  const dialog = await dropped(page, info, { 'rows.csv': `id,reading\n${rows.join('\n')}\n` });
  // One odd value is no reason to guess: the person is asked, or sees text.
  await expect(dialog.getByLabel('Type: reading').or(dialog.locator('.question'))).toHaveCount(1);
  await dialog.getByLabel('Type: reading').selectOption('number');
  await expect(dialog).toContainText('1 value does not fit');
  await acceptImport(page);
  // Nothing is read, and the place is told.
  await expect(named(page, 'rows').locator('.error-block')).toContainText(/\b42\b/);
  await expect(tableRow(page, 'rows')).toHaveCount(0);
});

test('walk 2: a Latin-1 CSV with ; and decimal commas and one bad row names line 186,372 before it is read; set aside, the counts add up', async ({
  page
}, info) => {
  const lines = Array.from(
    { length: 190_000 },
    (_, row) => `${row + 1};${row % 7},${row % 10};Säugling;${1 + (row % 28)}.02.2024`
  );
  // The heading is line 1: the row of line 186,372 is the 186,371st.
  lines[186_370] = '186371;erhöht;Säugling;3.02.2024';
  const file = latin(`fall;laktat;gruppe;aufnahme\r\n${lines.join('\r\n')}\r\n`);
  const dialog = await dropped(page, info, { 'laktat.csv': file });
  await expect(dialog.getByLabel('Columns split by')).toHaveValue(';');
  await expect(dialog.getByLabel('Characters')).toHaveValue('windows-1252');
  await expect(dialog.getByLabel('Type: laktat')).toHaveValue('number');
  await expect(dialog.getByLabel('Type: aufnahme')).toHaveValue('date');
  const misfits = dialog.getByRole('group', { name: '1 row does not fit' });
  await expect(misfits).toContainText('Line 186,372: laktat is no number: erhöht');
  await expect(misfits.getByRole('radio', { name: 'Stop: read nothing' })).toBeChecked();
  await expect(dialog).toContainText('190,001 records − 1 heading = 190,000 rows');
  await misfits.getByRole('radio', { name: 'Set 1 row aside, in laktat_set_aside' }).check();
  await expect(dialog).toContainText('190,001 records − 1 heading − 1 set aside = 189,999 rows');
  await acceptImport(page);
  await expect(tableRow(page, 'laktat')).toContainText('189,999 × 4');
  await expect(tableRow(page, 'laktat_set_aside')).toContainText('1 × 5');
  await expect(named(page, 'laktat')).toContainText('190,001 records − 1 heading − 1 set aside = 189,999 rows');
});

test('a record of another shape is named, and goes aside whole when asked', async ({ page }, info) => {
  const dialog = await dropped(page, info, { 'wide.csv': 'id,note\n1,a\n2,b\n3,c,d\n4,e\n' });
  await expect(dialog).toContainText('Line 4 has 3 fields where 2 are expected.');
  await dialog.getByRole('button', { name: 'Set such records aside' }).click();
  await expect(dialog.getByRole('group', { name: '1 row does not fit' })).toContainText('Line 4 has 3 fields, not 2');
  await acceptImport(page);
  await expect(tableRow(page, 'wide')).toContainText('3 × 2');
  await expect(tableRow(page, 'wide_set_aside')).toContainText('1 × 4');
});

test('what only a person can tell is asked: day or month, and the hundred of a two-digit year', async ({
  page
}, info) => {
  const dialog = await dropped(page, info, { 'born.csv': 'id,born\n1,03/04/21\n2,11/12/98\n' });
  await expect(dialog.getByRole('button', { name: /^Read/ })).toBeDisabled();
  await dialog.getByRole('button', { name: 'The day: 03/04/2021 is 3 April' }).click();
  await dialog.getByRole('button', { name: '1950 to 2049: 49 is 2049, 50 is 1950' }).click();
  await expect(dialog.getByLabel('Type: born')).toHaveValue('date');
  await dialog.getByText('Columns', { exact: true }).click();
  await expect(dialog.getByRole('row', { name: /^born/ })).toBeVisible();
  await acceptImport(page);
  await expect(page.locator(gridRow).nth(1)).toHaveText('2021-04-03');
  await expect(page.locator(gridRow).nth(3)).toHaveText('1998-12-11');
});

const refused: [name: string, content: string | Uint8Array, says: string, hint: string][] = [
  ['cut.csv', 'id,note\n1,fine\n2,"cut in the mid', 'A quote opens here and never closes.', 'Get the file again'],
  ['wide.csv', `id,note\n1,a\n2,b\n3,c,d\n4,e\n`, 'Line 4 has 3 fields where 2 are expected.', 'Check the delimiter'],
  ['short.csv', `id,note,day\n1,a,2\n2,b\n`, 'Line 3 has 2 fields where 3 are expected.', 'Get the file again'],
  ['empty.csv', '', 'empty.csv is empty.', 'Get the file again'],
  ['old.xls', ole(''), 'old.xls is a workbook in an older or binary Excel format.', 'save it as .xlsx'],
  ['secret.xlsx', ole('EncryptedPackage'), 'secret.xlsx is a workbook with a password.', 'Save it without the password']
];

/** The container of old Office files; a workbook behind a password is one, too, with a stream of that name. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, at) => bytes.set([letter.charCodeAt(0), 0], 1024 + 2 * at));
  return bytes;
}

test('what cannot be read is refused with its reason and a way out, one file after the other', async ({
  page
}, info) => {
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  for (const [name, content, says, hint] of refused) {
    await test.step(`${name} is refused: ${says}`, async () => {
      const dialog = await droppedHere(page, info, { [name]: content });
      await expect(dialog).toContainText(says);
      await expect(dialog).toContainText(hint);
      await expect(dialog.getByRole('button', { name: /^Read/ })).toBeDisabled();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await expect(dialog).toBeHidden();
      await expect(cells(page)).toHaveCount(0);
    });
  }
});

test('a name that is taken is not taken twice: the second table gets another, and the person is told', async ({
  page
}, info) => {
  const dialog = await dropped(page, info, { 'a/stays.csv': 'id\n1\n2\n', 'b/stays.csv': 'id\n3\n' }, ['a', 'b']);
  await expect(dialog.getByLabel('Table name')).toHaveValue('stays');
  await dialog
    .getByRole('list', { name: 'Tables found' })
    .getByRole('button', { name: /^stays_2/ })
    .click();
  await expect(dialog.getByLabel('Table name')).toHaveValue('stays_2');
  await dialog.getByLabel('Table name').fill('Stays');
  await expect(dialog.getByRole('status').last()).toContainText('Stays is taken. Choose another name.');
  await expect(dialog.getByRole('button', { name: /^Read/ })).toBeDisabled();
  await dialog.getByLabel('Table name').fill('later');
  await acceptImport(page);
  await expect(tableRow(page, 'stays')).toContainText('2 × 1');
  await expect(tableRow(page, 'later')).toContainText('1 × 1');
});

test('removing a file takes away the cells that read it, and Undo brings both back', async ({ page }, info) => {
  await dropped(page, info, { 'stays.csv': 'id,days\n1,2\n2,3\n' });
  await acceptImport(page);
  await expect(tableRow(page, 'stays')).toContainText('2 × 2');
  await page.getByRole('button', { name: 'Remove stays.csv' }).click();
  await expect(named(page, 'stays')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Remove stays.csv' })).toHaveCount(0);
  await expect(named(page, 'first_look')).toHaveAttribute('data-status', 'blocked');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove stays.csv' })).toHaveCount(1);
  await expect(named(page, 'stays')).toHaveAttribute('data-status', 'fresh');
  await expect(named(page, 'first_look')).toHaveAttribute('data-status', 'fresh');
  await expect(tableRow(page, 'stays')).toContainText('2 × 2');
});

test('a file that changed after it was read is an error that says so, never a shorter table', async ({
  page
}, info) => {
  await dropped(page, info, { 'stays.csv': 'id,days\n1,2\n2,3\n' });
  await acceptImport(page);
  await expect(named(page, 'first_look')).toHaveAttribute('data-status', 'fresh');
  writeFileSync(join(info.outputDir, 'stays.csv'), 'id,days\n1,2\n');
  await named(page, 'stays').locator('header.head').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(named(page, 'stays').locator('.error-block')).toContainText('stays.csv has changed since it was read');
});

test('after a reload the notebook is there, and reads its file again when asked', async ({ page }, info) => {
  await dropped(page, info, { 'stays.csv': 'id,days\n1,2\n2,3\n' });
  await acceptImport(page);
  await expect(named(page, 'first_look')).toHaveAttribute('data-status', 'fresh');
  await expect(page.locator('.saved')).toHaveText(/^Saved/);
  await page.reload();
  await expect(codeOf(named(page, 'first_look'))).toHaveText(/select \*\s*from stays/);
  await expect(page.getByRole('complementary')).toContainText('stays.csv');
  await expect(named(page, 'stays')).not.toHaveAttribute('data-status', 'fresh');
  // Whether the permission lasts over a reload is the browser's choice; where it does not, a bar asks for it.
  const allow = page.getByRole('button', { name: 'Allow' }).first();
  if (await allow.isVisible()) await allow.click();
  await named(page, 'first_look').locator('header.head').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(named(page, 'first_look')).toHaveAttribute('data-status', 'fresh');
  await expect(tableRow(page, 'stays')).toContainText('2 × 2');
});
