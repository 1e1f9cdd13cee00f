import type { Locator, Page } from '@playwright/test';
import { gridRow, writeCell } from '../../scripts/acceptance/page.mjs';
import { codeOf, expect, full, headOf, leaveEditor, named, openText, test } from './watched';

/** A kind of cell on simulated data, and what a person does with it. */
interface Walk {
  kind: string;
  simulate: string;
  /** SQL between the data and the cell: an edit of it makes the cell stale. */
  source: string;
  text: string;
  /** What the result says, whatever its figures. */
  shows: RegExp;
  /** Text of a wrong column, and where it is found. */
  wrong: { instead: string; of: string; line: number; says: RegExp };
  /** What a field of the form writes into the text. */
  form: { choose: (cell: Locator) => Promise<unknown>; writes: string };
  /** A question to the table that the cell makes. */
  uses: string;
  /** The same work on so many rows that it can be stopped. */
  big: string;
  heavy: string;
}

const picu = (tables: string) => `use: picu-sepsis\npersons: 60\nseed: 1\nleak: false\ntables: [${tables}]`;

const walks: readonly Walk[] = [
  {
    kind: 'score',
    simulate: picu('hours'),
    source: 'select * from sim_hours',
    text: 'score: phoenix\nfrom: source\ncolumns:\n  lactate: lactate\n',
    shows: /Phoenix.* of source: [\d,]+ rows/,
    wrong: { instead: 'lactate: lactat\n', of: 'lactate: lactate\n', line: 4, says: /no column lactat\./ },
    form: {
      choose: (cell) => cell.getByLabel('Score', { exact: true }).selectOption('pelod-2'),
      writes: 'score: pelod-2'
    },
    uses: 'select count(*) filter (phoenix_total >= 2) > 0 as some from made',
    big: 'select s.* from source s, range(150)',
    heavy: 'score: phoenix\nfrom: big\n'
  },
  {
    kind: 'hourly',
    simulate: picu('measurement, visit_detail'),
    source: 'select * from sim_measurement',
    text: 'from: source\nstays: sim_visit_detail\ncolumns:\n  value: value_as_number\n',
    shows: /source by the hour: [\d,]+ hours of \d+ stays/,
    wrong: { instead: 'value: valeu\n', of: 'value: value_as_number\n', line: 4, says: /no column valeu/ },
    form: { choose: (cell) => cell.getByLabel('Carry values forward').click(), writes: 'carry_forward: false' },
    uses: 'select count(lactate) > 0 as some from made',
    big: 'select s.* from source s, range(60)',
    heavy: 'from: big\nstays: sim_visit_detail\n'
  },
  {
    kind: 'quality',
    simulate: picu('person, observation_period, visit_occurrence, measurement, hours, cdm_source'),
    source: 'select * from sim_person',
    text: 'tables: [own_person, sim_visit_occurrence, sim_observation_period]\nchecks: [1, 2, 3, 4, 26]\nhours: sim_hours\nlabel: SepsisLabel\n',
    shows: /of \d+ checks fails?/,
    wrong: { instead: 'label: SepsisLabl\n', of: 'label: SepsisLabel\n', line: 4, says: /no column SepsisLabl/ },
    form: {
      choose: async (cell) => {
        await cell.getByLabel('Date of the extract').fill('2031-12-31');
        await cell.getByLabel('Date of the extract').press('Tab');
      },
      writes: 'extract_date: 2031-12-31'
    },
    uses: `select count(*) > 3 as some from made where status = 'pass'`,
    big: 'select m.* from sim_measurement m, range(60)',
    heavy: 'tables: [sim_person, sim_visit_occurrence, big_measurement]\n'
  },
  {
    kind: 'pathway',
    simulate: 'use: cardiac-surgery\npersons: 100\nseed: 1\ntables: [events]',
    source: 'select * from sim_events',
    text: 'from: source\ncolumns:\n  activity: activity\n',
    shows: /Pathways of source: 100 cases/,
    wrong: { instead: 'activity: activty\n', of: 'activity: activity\n', line: 3, says: /no column activty/ },
    form: {
      choose: (cell) => cell.getByRole('combobox', { name: 'On the arrows' }).selectOption('median time'),
      writes: 'show: median time'
    },
    uses: 'select count(*) = 100 as some from made_cases',
    big: `select s.* replace (s.case_id || '-' || r.range as case_id) from source s, range(1500) r`,
    heavy: 'from: big\n'
  },
  {
    kind: 'benchmark',
    simulate: 'use: cardiac-surgery\npersons: 800\nseed: 1\ntables: [operations]',
    source: 'select * from sim_operations',
    text: 'from: source\nhospital: hospital\ndeath_day: death_day\nfollow_up: follow_up_days\nshow: [funnel, rates]\n',
    shows: /limits of the funnel/,
    wrong: { instead: 'hospital: hospitl\n', of: 'hospital: hospital\n', line: 2, says: /no column hospitl/ },
    form: {
      choose: (cell) => cell.getByLabel('Expected risk').selectOption('expected_risk'),
      writes: 'risk: expected_risk'
    },
    uses: 'select count(*) = 4 as some from made',
    big: 'select * from source',
    heavy:
      'from: big\nhospital: hospital\ndeath_day: death_day\nfollow_up: follow_up_days\nrisk: expected_risk\ntime: operated\ncusum: {runs: 100000}\n'
  },
  {
    kind: 'pk',
    simulate: 'use: haemophilia\npersons: 100\nseed: 1\ntables: [patients, doses, bleeds]',
    source: 'select * from sim_patients',
    text: 'show: bleeding\npatients: source\nbleeds: sim_bleeds\nby: severity\n',
    shows: /severe/,
    wrong: { instead: 'by: severty\n', of: 'by: severity\n', line: 4, says: /no column severty/ },
    form: { choose: (cell) => cell.getByRole('combobox', { name: 'Groups' }).selectOption('type'), writes: 'by: type' },
    uses: 'select count(*) > 50 as some from made',
    big: `select s.* replace (s.person_id + 100000::bigint * r.range as person_id) from sim_doses s, range(600) r`,
    heavy: 'show: adherence\ndoses: big\n'
  },
  {
    kind: 'statistics',
    simulate: 'use: cardiac-surgery\npersons: 400\nseed: 1\ntables: [operations]',
    source: 'select *, follow_up_days as days from sim_operations',
    text: 'question: survive\nmethod: cox\nfrom: source\ntime: days\nevent: died\npredictors: [age_months, hospital]\n',
    shows: /the hazard of the event \(died\) was [\d.]+ times/,
    wrong: { instead: 'time: dys\n', of: 'time: days\n', line: 4, says: /no column dys/ },
    form: {
      choose: (cell) => cell.getByRole('combobox', { name: 'Time', exact: true }).selectOption('follow_up_days'),
      writes: 'time: follow_up_days'
    },
    uses: 'select count(*) > 1 as some from made',
    big: 'select s.* from source s, range(2500)',
    heavy: 'question: survive\nmethod: cox\nfrom: big\ntime: days\nevent: died\nformula: ns(age_months, 4) * hospital\n'
  }
];

// `run=auto`: on a busy machine a cell of two seconds would else wait for a click from then on, as it should.
const notebookOf = ({ kind, simulate, source, text, uses, big, heavy }: Walk) => `---
title: A ${kind} cell
format: 1
---
\`\`\`simulate id=sim run=auto
${simulate}
\`\`\`

\`\`\`sql id=${sourceName(kind)} run=auto
${source}
\`\`\`

\`\`\`${kind} id=made run=auto
${text}\`\`\`

\`\`\`sql id=uses run=auto
${uses}
\`\`\`

\`\`\`sql id=${bigName(kind)} run=ask
${big}
\`\`\`

\`\`\`${kind} id=heavy run=ask
${heavy}\`\`\`
`;
/** The checks know a table by the end of its name. */
const sourceName = (kind: string) => (kind === 'quality' ? 'own_person' : 'source');
const bigName = (kind: string) => (kind === 'quality' ? 'big_measurement' : 'big');

const status = (page: Page, id: string, state: string | RegExp) =>
  expect(named(page, id)).toHaveAttribute('data-status', state, { timeout: 60_000 });
const view = (page: Page, id: string, which: 'Form' | 'Text') =>
  named(page, id).getByRole('button', { name: which, exact: true });

/** Writes over the text of a cell, and goes back to the cell. */
async function rewrite(page: Page, id: string, text: string): Promise<void> {
  await codeOf(named(page, id)).click();
  await expect(codeOf(named(page, id))).toBeFocused();
  await writeCell(page, text);
  await leaveEditor(page);
}

/** The text view is a switch: pressed only where the text does not stand there. */
async function showText(page: Page, id: string): Promise<void> {
  await headOf(named(page, id)).click();
  if ((await codeOf(named(page, id)).count()) === 0) await view(page, id, 'Text').click();
  await expect(codeOf(named(page, id))).toBeVisible();
}

// The way is the same for all; their results are seen in `notebooks.spec.ts`, and every form in `forms.slow.spec.ts`.
const quick = ['score', 'pathway', 'statistics'];

for (const walk of walks.filter(({ kind }) => full || quick.includes(kind))) {
  test(`a ${walk.kind} cell: result, wrong column, form and undo, stale, Stop, reload`, async ({ page }) => {
    // Each starts the engines three times: alone on a machine it takes a fifth of this.
    test.setTimeout(150_000);
    await openText(page, notebookOf(walk), `${walk.kind}.md`);
    const made = named(page, 'made');
    const answer = named(page, 'uses').locator(gridRow).first();
    // Below a high result its table is drawn once it comes near the window.
    const answers = async () => {
      await named(page, 'uses').scrollIntoViewIfNeeded();
      await expect(answer).toHaveText('yes');
    };

    await test.step('shows its result, and SQL reads its table', async () => {
      await status(page, 'uses', 'fresh');
      await expect(made).toContainText(walk.shows);
      await answers();
    });

    await test.step('says where a wrong column stands, and what reads it waits', async () => {
      const { instead, of, line, says } = walk.wrong;
      await showText(page, 'made');
      await rewrite(page, 'made', walk.text.replace(of, instead));
      await page.keyboard.press('ControlOrMeta+Enter');
      await status(page, 'made', 'failed');
      await expect(made.locator('.error-block')).toContainText(says);
      await status(page, 'uses', 'blocked');
      await made
        .locator('.error-block')
        .getByRole('button', { name: new RegExp(`line ${line}\\b`, 'i') })
        .click();
      await expect(codeOf(made)).toBeFocused();
      await writeCell(page, walk.text);
      await page.keyboard.press('ControlOrMeta+Enter');
      await leaveEditor(page);
      await status(page, 'uses', 'fresh');
      await expect(made.locator('.error-block')).toHaveCount(0);
    });

    await test.step('a choice of the form is written into the text, and undone', async () => {
      await headOf(made).click();
      await view(page, 'made', 'Form').click();
      await walk.form.choose(made);
      await showText(page, 'made');
      await expect(codeOf(made)).toContainText(walk.form.writes);
      await headOf(made).click();
      // What a form changes may run by itself: an undo in the middle of that would stop it.
      await status(page, 'made', /fresh|edited/);
      if ((await made.getAttribute('data-status')) === 'edited') await page.keyboard.press('ControlOrMeta+Enter');
      await status(page, 'made', 'fresh');
      await page.keyboard.press('z');
      await expect(codeOf(made)).not.toContainText(walk.form.writes);
      await expect(made).not.toHaveAttribute('data-status', /running|queued|stopping/);
      await page.keyboard.press('ControlOrMeta+Enter');
      await status(page, 'uses', 'fresh');
    });

    await test.step('is stale after an edit above, and fresh after a run', async () => {
      await rewrite(page, sourceName(walk.kind), `${walk.source} where true`);
      await status(page, 'made', 'stale');
      await page.getByRole('button', { name: /^Run \d+ stale$/ }).click();
      await status(page, 'uses', 'fresh');
      await status(page, 'made', 'fresh');
      await answers();
    });

    await test.step('stops while it runs, and the others still answer', async () => {
      const heavy = named(page, 'heavy');
      await heavy.getByRole('button', { name: 'Run', exact: true }).press('Enter');
      await status(page, 'heavy', 'running');
      await expect(headOf(heavy)).toContainText(/\d\s?s/);
      await heavy.getByRole('button', { name: 'Stop this cell' }).press('Enter');
      await expect(heavy).toHaveAttribute('data-status', 'stopped', { timeout: 5_000 });
      await headOf(named(page, 'uses')).click();
      await page.keyboard.press('ControlOrMeta+Enter');
      await status(page, 'uses', 'fresh');
      await answers();
    });

    await test.step('a reload keeps text and result', async () => {
      await page.reload();
      await status(page, 'uses', 'fresh');
      await expect(made).toContainText(walk.shows);
      await showText(page, 'made');
      await expect(codeOf(made)).toContainText(walk.text.trim().split('\n').at(-1) ?? '');
      await answers();
    });
  });
}
