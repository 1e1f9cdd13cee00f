import { writeFileSync } from 'node:fs';
import type { Page, TestInfo } from '@playwright/test';
import { drop, gridRow, newNotebookPath } from '../../scripts/acceptance/page.mjs';
import { cells, codeOf, downloaded, expect, headOf, named, openText, test } from './watched';

/** Small OMOP tables, and what the definition below ought to count, as SQL of its own. */
const notebook = `---
title: From ATLAS
format: 1
---
Children.

\`\`\`simulate id=picu
use: picu-sepsis
persons: 80
seed: 5
tables: [person, observation_period, visit_occurrence, condition_occurrence]
\`\`\`

\`\`\`sql id=wanted
select count(*) as boys
from picu_visit_occurrence join picu_person using (person_id)
where gender_concept_id = 8507 and preceding_visit_occurrence_id is null
\`\`\`
`;

const set = (id: number, concepts: readonly number[], more: object = {}) => ({
  id,
  name: `Set ${id}`,
  expression: {
    items: concepts.map((concept) => ({ concept: { CONCEPT_ID: concept, CONCEPT_NAME: `Name ${concept}`, ...more } }))
  }
});

const boys = {
  Title: 'Boys in intensive care',
  ConceptSets: [set(0, [9201])],
  PrimaryCriteria: {
    CriteriaList: [{ VisitOccurrence: { CodesetId: 0 } }],
    ObservationWindow: { PriorDays: 0, PostDays: 0 },
    PrimaryCriteriaLimit: { Type: 'First' }
  },
  QualifiedLimit: { Type: 'First' },
  ExpressionLimit: { Type: 'First' },
  InclusionRules: [
    {
      name: 'Boys',
      expression: { Type: 'ALL', DemographicCriteriaList: [{ Gender: [{ CONCEPT_ID: 8507 }] }] }
    }
  ],
  CensoringCriteria: [],
  CollapseSettings: { CollapseType: 'ERA', EraPad: 0 },
  CensorWindow: {},
  cdmVersionRange: '>=5.0.0'
};

/** Three parts that a cohort cell does not have, beside what it has. */
const partly = {
  ...boys,
  Title: 'Boys, partly',
  CensorWindow: { StartDate: '2023-01-01' },
  NewInATLAS: { Something: 1 },
  InclusionRules: [
    ...boys.InclusionRules,
    {
      name: 'Genome',
      expression: {
        Type: 'ALL',
        CriteriaList: [{ Criteria: { Specimen: { CodesetId: 0 } }, Occurrence: { Type: 2, Count: 1 }, StartWindow: {} }]
      }
    }
  ]
};

/** What the page said: the word at its foot, which the announcer repeats a moment later in a status of its own. */
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text }).first();

const broken = JSON.stringify(boys).slice(0, -5);

/** Five megabytes, most of them names of concepts, as a long set of drugs has. */
const large = () => {
  const drugs = Array.from({ length: 8000 }, (_, row) => 1_000_000 + row);
  const words = { STANDARD_CONCEPT: 'S', VOCABULARY_ID: 'RxNorm', CONCEPT_CLASS_ID: 'Branded drug '.repeat(40) };
  const text = JSON.stringify({ ...boys, Title: 'Many drugs', ConceptSets: [set(0, [9201, ...drugs], words)] });
  expect(text.length).toBeGreaterThan(5_000_000);
  return text;
};

async function ready(page: Page): Promise<void> {
  await openText(page, notebook, 'atlas.md');
  await expect(named(page, 'wanted')).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
}

/** Puts a text on the clipboard of the browser, and pastes it by its own key. */
async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((one) => navigator.clipboard.writeText(one), text);
  await page.keyboard.press('ControlOrMeta+v');
}

async function dropText(page: Page, info: TestInfo, text: string, name = 'boys.json'): Promise<void> {
  writeFileSync(info.outputPath(name), text);
  await drop(page, [info.outputPath(name)]);
}

/** The cohort counts what SQL written for this test counts. */
async function countsBoys(page: Page, id = 'cohort'): Promise<void> {
  await expect(named(page, id)).toHaveAttribute('data-status', 'fresh');
  const wanted = await named(page, 'wanted').locator(gridRow).first().textContent();
  await expect(named(page, id).locator('.attrition li b.count').last()).toHaveText(wanted ?? '');
  expect(Number(wanted)).toBeGreaterThan(20);
}

const errorBlock = (page: Page) => page.getByRole('main').locator('.error-block');

test('a definition that is pasted on a cell becomes a cohort cell, and one undo takes it away', async ({ page }) => {
  await ready(page);
  await headOf(named(page, 'picu')).click();
  await paste(page, JSON.stringify(boys, null, 2));
  await expect(said(page, '“Boys in intensive care” is imported whole.')).toBeVisible();
  await countsBoys(page);
  // Below the selected cell, and selected itself.
  await expect(cells(page).nth(2)).toHaveAttribute('aria-label', /cohort$/);
  await page.keyboard.press('z');
  await expect(named(page, 'cohort')).toHaveCount(0);
  await page.keyboard.press('Shift+Z');
  await countsBoys(page);
  // In the wrapping of WebAPI, once more, under a name that is free.
  await headOf(named(page, 'cohort')).click();
  await paste(page, JSON.stringify({ id: 7, name: 'Wrapped', expression: JSON.stringify(boys) }));
  await countsBoys(page, 'cohort_2');
  await expect(named(page, 'cohort_2')).toContainText('ATLAS: Wrapped');
});

test('a new notebook takes a pasted definition although no cell has the focus', async ({ page }) => {
  await page.goto(newNotebookPath);
  await page.waitForURL(/#id=/);
  await page.getByRole('button', { name: 'Add SQL' }).waitFor();
  await paste(page, JSON.stringify(boys));
  await expect(named(page, 'cohort')).toBeVisible();
  // There are no tables yet: it says which it needs.
  await expect(named(page, 'cohort')).toContainText('visit_occurrence');
});

test('a dropped file becomes a cell, not a table; undo and reload keep what was done', async ({ page }, info) => {
  await ready(page);
  await dropText(page, info, JSON.stringify(boys));
  await countsBoys(page);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await countsBoys(page);
  await headOf(named(page, 'cohort')).click();
  await page.keyboard.press('d');
  await page.keyboard.press('d');
  await expect(named(page, 'cohort')).toHaveCount(0);
  await page.keyboard.press('z');
  await countsBoys(page);
});

test('the dialog of the form imports by paste and by file, and undo brings the earlier text back', async ({
  page
}, info) => {
  await openText(
    page,
    `${notebook}\n\`\`\`cohort id=own\nfrom: picu_person\nentry: {called: persons}\n\`\`\`\n`,
    'own.md'
  );
  await expect(named(page, 'wanted')).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
  const own = named(page, 'own');
  await headOf(own).click();
  await own.getByRole('button', { name: 'Form', exact: true }).click();
  const open = () => own.getByRole('button', { name: 'Import ATLAS definition …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import an ATLAS cohort definition' });
  const take = dialog.getByRole('button', { name: 'Import', exact: true });

  await open();
  await expect(dialog).toContainText('It replaces what the cell says now; undo brings that back.');
  await expect(take).toBeDisabled();
  // What is no JSON is said in the dialog, which stays open with its text.
  await dialog.getByLabel('JSON of the definition').fill(broken);
  await take.click();
  await expect(dialog.locator('.error-block')).toContainText('This is no JSON.');
  await dialog.getByLabel('JSON of the definition').fill('{"rows": []}');
  await take.click();
  await expect(dialog.locator('.error-block')).toContainText('This JSON is no cohort definition of ATLAS');
  await dialog.getByLabel('JSON of the definition').fill(JSON.stringify(boys));
  await take.click();
  await expect(dialog).toHaveCount(0);
  await expect(said(page, 'is imported whole')).toBeVisible();
  await own.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(codeOf(own)).toContainText('from: picu_visit_occurrence');

  await headOf(own).click();
  await page.keyboard.press('z');
  await expect(codeOf(own)).toContainText('from: picu_person');
  await own.getByRole('button', { name: 'Form', exact: true }).click();
  await open();
  writeFileSync(info.outputPath('boys.json'), JSON.stringify(partly));
  const choosing = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose file …' }).click();
  await (await choosing).setFiles(info.outputPath('boys.json'));
  await expect(dialog).toHaveCount(0);
  await expect(said(page, '“Boys, partly” is imported without')).toBeVisible();
  await headOf(own).click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await own.getByRole('button', { name: 'Result', exact: true }).click();
  await countsBoys(page, 'own');
});

test('what a cell cannot say is named: in the word at the foot, in its text, and above its result', async ({
  page
}) => {
  await ready(page);
  await headOf(named(page, 'picu')).click();
  await paste(page, JSON.stringify(partly));
  await countsBoys(page);
  await expect(said(page, /“Boys, partly” is imported without 4 parts, named in the cell/)).toBeVisible();
  const paths = ['CensorWindow', 'NewInATLAS', 'InclusionRules[1]', 'InclusionRules[1].expression.CriteriaList[0]'];
  for (const path of paths) await expect(named(page, 'cohort')).toContainText(path);
  const saved = await downloaded(page);
  for (const path of paths) expect(saved).toMatch(new RegExp(`^#   ${path.replaceAll(/[[\].]/g, '\\$&')}.*: `, 'm'));
  expect(saved).toMatch(/^not_imported:/m);
});

test('broken JSON is refused in sight of who gave it, leaves no cell, and goes with the next that is read', async ({
  page
}, info) => {
  const long = Array.from({ length: 40 }, (_, row) => `\`\`\`sql id=q${row}\nselect ${row} as n\n\`\`\`\n`).join('\n');
  await openText(page, `${notebook}\n${long}`, 'long.md');
  await expect(named(page, 'wanted')).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
  const before = await cells(page).count();
  await headOf(named(page, 'q39')).click();
  await paste(page, broken);
  await expect(errorBlock(page)).toContainText('This is no JSON.');
  await expect(errorBlock(page)).toContainText('choose Export and JSON');
  await expect(errorBlock(page)).toBeInViewport();
  await dropText(page, info, broken);
  await expect(errorBlock(page)).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cells(page)).toHaveCount(before);
  await dropText(page, info, JSON.stringify({ ...boys, PrimaryCriteria: { CriteriaList: [{ Specimen: {} }] } }));
  await expect(errorBlock(page)).toContainText('No entry event of this cohort definition can be read here.');
  await expect(errorBlock(page)).toContainText('Specimen');

  await dropText(page, info, JSON.stringify(boys));
  await countsBoys(page);
  await expect(errorBlock(page)).toHaveCount(0);
});

test('five megabytes are read in some seconds, and the page answers afterwards', async ({ page }, info) => {
  await ready(page);
  const text = large();
  const began = Date.now();
  await dropText(page, info, text, 'large.json');
  await countsBoys(page);
  info.annotations.push({ type: 'seconds for 5 MB', description: ((Date.now() - began) / 1000).toFixed(1) });
  expect(Date.now() - began).toBeLessThan(20_000);
  // Its form stands, too, with the whole list in one field.
  await headOf(named(page, 'cohort')).click();
  await named(page, 'cohort').getByRole('button', { name: 'Form', exact: true }).click();
  await expect(named(page, 'cohort').getByLabel('Is one of').first()).toHaveValue(/^9201, .*1007999$/);
  // Its text is the concepts alone: a hundredth part of what was given.
  const saved = await downloaded(page);
  expect(saved.length).toBeLessThan(150_000);
  expect(saved).toContain('1007999');
  await headOf(named(page, 'cohort')).click();
  await page.keyboard.press('z');
  await expect(named(page, 'cohort')).toHaveCount(0);
  await headOf(named(page, 'wanted')).click();
  await paste(page, text);
  await countsBoys(page);
});
