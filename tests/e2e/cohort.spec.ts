import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from '@playwright/test';
import { acceptImport, drop, gridRow } from '../../scripts/acceptance/page.mjs';
import { expect, named, openText, test } from './watched';

/** Stays of children: every third is of the same child, every seventh has no age. */
const stays = [
  'stay,child,start,age_years,ward',
  ...Array.from({ length: 210 }, (_, row) => {
    const age = row % 7 === 6 ? '' : String(row % 20);
    return `${row + 1},${Math.floor(row / 3) + 1},2024-0${1 + (row % 9)}-1${row % 10},${age},${row % 2 ? 'PICU' : 'NICU'}`;
  })
].join('\n');

const cohort = `from: stays
entry: {called: stays, date: start, person_id: child}
steps:
  - sql: age_years < 12
    name: Under twelve
    out: older
  - category: {column: ward, in: [PICU]}
    name: In the PICU
title: Children in the PICU`;

/** The figures of the diagram: a row a step. */
const counts = (page: Page, id: string) => named(page, id).locator('.attrition li b.count');

test('a cohort is counted step by step as native DuckDB counts, and other cells use it', async ({ page }, info) => {
  const path = info.outputPath('stays.csv');
  writeFileSync(path, `${stays}\n`);
  const native = await (await DuckDBInstance.create()).connect();
  const asked = async (where: string) =>
    Number((await native.runAndReadAll(`SELECT count(*) FROM read_csv('${path}') WHERE ${where}`)).getRows()[0]?.[0]);
  const wanted = [await asked('true'), await asked('age_years < 12'), await asked("age_years < 12 AND ward = 'PICU'")];
  const text = `# Wards\n\n\`\`\`cohort id=kids\n${cohort}\n\`\`\`\n\n\`\`\`sql id=uses\nselect count(*) as n from kids\n\`\`\`\n`;
  await openText(page, text, 'wards.md');
  await drop(page, [path]);
  await acceptImport(page);
  await expect(named(page, 'stays')).toHaveAttribute('data-status', 'fresh');
  await expect(named(page, 'uses')).toHaveAttribute('data-status', 'fresh');
  await expect(counts(page, 'kids')).toHaveText(wanted.map(String));
  await expect(named(page, 'kids')).toContainText('Children in the PICU');
  await expect(named(page, 'uses').locator(gridRow).first()).toHaveText(String(wanted[2]));
});

test('a cohort of nobody says which step kept none, and of how many', async ({ page }, info) => {
  const path = info.outputPath('stays.csv');
  writeFileSync(path, `${stays}\n`);
  const text = `# Wards\n\n\`\`\`cohort id=kids\n${cohort.replace('age_years < 12', 'age_years > 30')}\n\`\`\`\n`;
  await openText(page, text, 'wards.md');
  await drop(page, [path]);
  await acceptImport(page);
  await expect(named(page, 'kids')).toHaveAttribute('data-status', 'fresh');
  await expect(counts(page, 'kids')).toHaveText(['210', '0', '0']);
  await expect(named(page, 'kids')).toContainText(/Under twelve.*210/);
});
