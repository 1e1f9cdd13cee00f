import type { Page } from '@playwright/test';
import { SCORES } from '../../workers/clinical/contract';
import { newNotebookPath } from '../../scripts/acceptance/page.mjs';
import { Person } from './person';
import { cells, expect, test } from './watched';

/**
 * Every method of the clinical cells, from an empty notebook, by keyboard and form alone.
 *
 * The data is made first, by a `simulate` cell of the same notebook; its keys are counted by themselves, and again
 * together with those of the method: both are at most 60. Not counted are the letters of names (tables, columns, the
 * prefix of a table's name) and of values (a path, a condition); the letters typed to find a kind of cell, a method or
 * an option are. What each took is noted on the test, for `npm run acceptance -- clinical --only forms`.
 */
// A notebook each, with many cells one after the other.
test.setTimeout(300_000);

async function atEmptyNotebook(page: Page): Promise<Person> {
  await page.goto(newNotebookPath);
  await page.getByRole('button', { name: 'Add SQL' }).first().waitFor();
  await expect(cells(page)).toHaveCount(0);
  return new Person(page);
}

/** A simulate cell as somebody makes it who wants these tables: all of them where none are named. */
async function data(
  page: Page,
  { use, tables, persons = 20 }: { use?: string; tables?: readonly string[] | 'all'; persons?: number } = {}
): Promise<Person> {
  const person = await atEmptyNotebook(page);
  await person.insert('Simulate', 'simulate');
  if (use !== undefined) await person.choose('What', use);
  // Few are enough, and nobody waits.
  await person.write('Persons', String(persons));
  if (tables !== undefined) await person.tick('Tables', tables === 'all' ? undefined : tables);
  await person.run(/Simulated data/);
  person.dataIsMade();
  return person;
}

test('simulate: every use case', async ({ page }) => {
  const person = await atEmptyNotebook(page);
  for (const use of ['Sepsis', 'Cardiac', 'Haemophilia']) {
    await person.insert('Simulate', 'simulate');
    if (use !== 'Sepsis') await person.choose('What', use[0] as string);
    await person.run(/Simulated data/);
    await person.done('simulate', use.toLowerCase());
  }
});

/** As many letters of a choice as tell it from the others. */
function shortest(title: string, all: readonly string[]): string {
  const others = all.filter((one) => one !== title).map((one) => one.toLowerCase());
  const length = [...title].findIndex(
    (_, at) => !others.some((one) => one.startsWith(title.slice(0, at + 1).toLowerCase()))
  );
  return title.slice(0, length + 1);
}

test('score: every score', async ({ page }) => {
  const person = await data(page);
  const titles = SCORES.map(({ title }) => title);
  for (const { name, title } of SCORES.filter(({ name }) => name !== 'z-score' && name !== 'vis')) {
    await person.insert('Score', 'score');
    await person.name('Table', 'simulate_hours');
    if (name !== 'phoenix') await person.choose('Score', shortest(title, titles), { back: true });
    await person.run(title);
    await person.done('score', name);
  }
});

test('score: those that need a table of their own', async ({ page }) => {
  const person = await data(page);
  const own = (age: number, mean: number) =>
    `select 'heart_rate' as variable, ${age} as age, 1.0 as L, ${mean} as M, 0.1 as S, 5.0 as dopamine, 0.5 as milrinone`;
  await person.query(`${own(0, 140)} union all ${own(216, 75)}`);
  const titles = SCORES.map(({ title }) => title);
  const titleOf = (wanted: string) => SCORES.find(({ name }) => name === wanted)?.title ?? '';

  await person.insert('Score', 'score');
  await person.name('Table', 'sql');
  await person.choose('Score', shortest(titleOf('vis'), titles), { back: true });
  await person.run(titleOf('vis'));
  await person.done('score', 'vis');

  await person.insert('Score', 'score');
  await person.name('Table', 'simulate_hours');
  await person.choose('Score', shortest(titleOf('z-score'), titles), { back: true });
  await person.name('Reference values', 'sql');
  await person.write('Variable', 'heart_rate');
  await person.name('Measured value', 'heart_rate');
  await person.run(titleOf('z-score'));
  await person.done('score', 'z-score');
});

test('hourly: the grid, and its further methods', async ({ page }) => {
  const person = await data(page, { tables: ['meas', 'visit_d'] });
  const grid = async () => {
    await person.insert('Hourly grid', 'hourly');
    await person.name('Measurements', 'simulate_m');
    await person.name('Stays', 'simulate_v');
  };
  const found = /by the hour/;

  await grid();
  await person.run(found);
  await person.done('hourly', 'grid');

  await grid();
  await person.write('Variables', 'lactate, map');
  await person.keys.to(person.field('Carry values forward'));
  await person.keys.press('Space');
  await person.run(found);
  await person.done('hourly', 'only what was measured');

  await grid();
  await person.press('Add to Value of an hour');
  await person.name('Value of an hour, 1', 'lactate');
  await person.choose('lactate', 'high');
  await person.press('Add to For how long');
  await person.name('For how long, 1', 'lactate');
  await person.write('lactate', '4', 'For how long');
  await person.run(found);
  await person.done('hourly', 'highest of an hour, with a limit of its own');
});

test('quality: by prefix and by name', async ({ page }) => {
  const person = await data(page, { tables: 'all' });

  await person.insert('Quality', 'quality');
  await person.write('Tables', 'simulate_');
  await person.run(/checks/);
  await person.done('quality', 'all that begin with');

  await person.insert('Quality', 'quality');
  await person.write('Tables', 'simulate_');
  await person.keys.to(person.cell.getByRole('radio', { name: 'All that begin with' }), 'Shift+Tab');
  await person.keys.press('ArrowRight');
  await person.run(/checks/);
  await person.done('quality', 'tables by name');

  await person.insert('Quality', 'quality');
  await person.write('Tables', 'simulate_');
  await person.tick('Checks', ['Value that cannot']);
  await person.press('Add to Thresholds');
  await person.name('Thresholds, 1', 'Value that cannot');
  await person.write('Value that cannot be', '5');
  await person.run(/1 check/);
  await person.done('quality', 'one check, own threshold');
});

test('pathway: map, times, variants, filters and reference path', async ({ page }) => {
  const person = await data(page, { use: 'C', persons: 60 });
  const map = async () => {
    await person.insert('Pathway', 'pathway');
    await person.name('Table', 'simulate_e');
  };
  const drawn = /variants/;

  await map();
  await person.run(drawn);
  await person.done('pathway', 'map');

  for (const measure of ['Median', 'Mean']) {
    await map();
    await person.choose('On the arrows', measure);
    await person.run(drawn);
    await person.done('pathway', `${measure.toLowerCase()} time`);
  }

  await map();
  await person.write('Hospitals', '2');
  await person.write('From', '2020-01-01');
  await person.write('Until', '2040-01-01');
  await person.run(drawn);
  await person.done('pathway', 'hospital and period');

  await map();
  await person.unfold();
  await person.write('Share of cases', '0.9');
  await person.run(drawn);
  await person.done('pathway', 'most frequent variants');

  await map();
  await person.write('Reference path', 'Referral > MDT meeting > Admission > Surgery > Ward > Discharge home');
  // Who wrote a path sees first how far it is followed.
  await person.run(/Mean fitness of the cases/);
  await person.done('pathway', 'reference path');
});

test('benchmark: every method', async ({ page }) => {
  const person = await data(page, { use: 'C', persons: 200 });
  const deaths = async () => {
    await person.insert('Benchmark', 'benchmark');
    await person.name('Table', 'simulate_');
    await person.name('Hospital', 'hospital');
    await person.name('Day of death', 'death_day');
    await person.name('Followed up to', 'follow_up');
  };

  await person.insert('Benchmark', 'benchmark');
  await person.name('Table', 'simulate_');
  await person.name('Hospital', 'hospital');
  await person.name('Outcome', 'aki');
  await person.run(/not adjusted for risk/);
  await person.done('benchmark', 'funnel of proportions');

  await deaths();
  await person.name('Expected risk', 'expected_risk');
  await person.run(/p \(Holm\)/);
  await person.done('benchmark', 'funnel and observed / expected');

  for (const part of ['VLAD', 'CUSUM']) {
    await deaths();
    await person.name('Expected risk', 'expected_risk');
    await person.name('Time', 'operated');
    await person.tick('Show', [part.slice(0, 2)]);
    await person.run(part);
    await person.done('benchmark', part);
  }

  await deaths();
  await person.tick('Complications', ['aki', 'ecmo'], { name: true });
  await person.tick('Show', ['ra']);
  await person.run(/Clopper/);
  await person.done('benchmark', 'rates and complications');
});

test('benchmark: early warnings of sepsis', async ({ page }) => {
  const person = await data(page);
  await person.insert('Benchmark', 'benchmark');
  await person.name('Table', 'simulate_');
  await person.choose('What is compared', 'E');
  await person.name('Person', 'person_id');
  await person.name('Episode', 'episode');
  await person.name('Time', 'hour');
  await person.name('Label', 'SepsisLabel');
  await person.name('Score', 'heart_rate');
  await person.run(/utility/i);
  await person.done('benchmark', 'early warnings of sepsis');
});

test('pk: every method', async ({ page }) => {
  const person = await data(page, { use: 'H', tables: 'all', persons: 60 });
  const insert = () => person.insert('Factor levels', 'pk');

  await insert();
  await person.run(/Most likely curve/);
  await person.done('pk', 'curve from one level');

  await insert();
  await person.write('Amount', '750', 'What if');
  await person.write('Every', '48', 'What if');
  await person.write('Times', '5', 'What if');
  await person.run(/what if/i);
  await person.done('pk', 'what if');

  await insert();
  await person.write('Trough', '1', 'Dose for a trough');
  await person.write('Every', '48', 'Dose for a trough');
  await person.run(/Dose for a trough/);
  await person.done('pk', 'dose for a trough');

  await insert();
  await person.name('Patients', 'simulate_p');
  await person.write('Person', '42');
  await person.name('Doses', 'simulate_d');
  await person.name('Levels', 'simulate_l');
  await person.run(/curve/);
  await person.done('pk', 'curve of a person of a table');

  await insert();
  await person.choose('Population model', 'A');
  await person.write('Own model', ownModel);
  await person.run(/A model of your own: unverified/);
  await person.done('pk', 'a model of one’s own');

  for (const [down, show, says] of [
    [1, 'bleeding rates', /Bleeds a year/],
    [2, 'with and without inhibitor', /with and without an inhibitor/]
  ] as const) {
    await insert();
    await person.keys.to(person.field('Show'));
    await person.keys.press('ArrowDown', down);
    await person.name('Patients', 'simulate_p');
    await person.name('Bleeds', 'simulate_b');
    await person.run(says);
    await person.done('pk', show);
  }

  await insert();
  await person.choose('Show', 'A');
  await person.name('Doses', 'simulate_d');
  await person.run(/Planned doses that were given/);
  await person.done('pk', 'adherence');
});

/** Invented, as that of the reference notebook. */
const ownModel = JSON.stringify({
  name: 'An invented factor VIII',
  factor: 'factor VIII',
  citation: 'invented for this test',
  compartments: 1,
  theta: {
    CL: { value: 1.1, unit: 'dL/h', weight: { reference_kg: 70, exponent: 0.75 } },
    V1: { value: 32, unit: 'dL', weight: { reference_kg: 70, exponent: 1 } }
  },
  omega: { parameters: ['CL', 'V1'], cv: [0.3, 0.2] },
  residual: { additive_IU_dL: 1, proportional: 0.15 }
});

/** Inserts a cohort of visits. */
async function visits(person: Person): Promise<void> {
  await person.insert('Cohort', 'cohort');
  await person.name('Entries from', 'simulate_visit_o');
}

async function counted(person: Person, method: string): Promise<void> {
  await person.keys.press('ControlOrMeta+Enter');
  await person.see();
  await person.done('cohort', method);
}

test('cohort: every condition', async ({ page }) => {
  const person = await data(page, { tables: 'all' });
  await visits(person);
  await counted(person, 'entries alone');

  const step = 'Step 1';
  const periods = async () => {
    await person.unfold();
    await person.name('Observation periods', 'simulate_observation_p');
  };
  const steps: { kind: string; letters: string; before?: () => Promise<void>; fill?: () => Promise<void> }[] = [
    { kind: 'age', letters: 'A', before: () => person.name('Persons', 'simulate_person') },
    {
      kind: 'category',
      letters: 'C',
      fill: async () => {
        await person.name('Column', 'visit_concept', step);
        await person.write('Is one of', '32037', step);
      }
    },
    { kind: 'event', letters: 'E', fill: () => person.name('Table', 'simulate_cond', step) },
    {
      kind: 'value',
      letters: 'V',
      fill: async () => {
        await person.name('Table', 'simulate_meas', step);
        await person.write('At least', '1', step);
      }
    },
    { kind: 'history', letters: 'H', before: periods },
    { kind: 'follow-up', letters: 'F', before: periods },
    { kind: 'group', letters: 'S', fill: () => person.name('Table', 'simulate_cond', step) },
    { kind: 'first entry', letters: 'FI' },
    { kind: 'SQL', letters: 'SQ' }
  ];
  for (const { kind, letters, before, fill } of steps) {
    await visits(person);
    await before?.();
    // The list that adds takes the first letter: where two kinds share it, another kind is added, and changed.
    await person.add('Add a step', letters.length > 1 ? 'A' : letters);
    if (letters.length > 1) await person.choose('Condition', letters, { within: step });
    await fill?.();
    await counted(person, kind);
  }
});

test('cohort: every exit', async ({ page }) => {
  const person = await data(page, { tables: 'all' });
  const exits: { exit: string; down: number; before?: () => Promise<void>; fill?: () => Promise<void> }[] = [
    {
      exit: 'at the end of observation',
      down: 1,
      before: async () => {
        await person.unfold();
        await person.name('Observation periods', 'simulate_observation_p');
      }
    },
    { exit: 'some days after entry', down: 2, fill: () => person.write('Days after it', '30') },
    { exit: 'some days after the end date', down: 3, fill: () => person.write('Days after it', '1') },
    { exit: 'when an exposure ends', down: 4, fill: () => person.name('Table', 'simulate_drug', 'Exposure') }
  ];
  for (const { exit, down, before, fill } of exits) {
    await visits(person);
    await before?.();
    await person.unfold(-1);
    await person.keys.to(person.field('Persons leave'));
    await person.keys.press('ArrowDown', down);
    await fill?.();
    await counted(person, exit);
  }
});
