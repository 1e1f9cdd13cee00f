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
  { use, tables }: { use?: string; tables?: readonly string[] | 'all' } = {}
): Promise<Person> {
  const person = await atEmptyNotebook(page);
  await person.insert('Simulate', 'simulate');
  if (use !== undefined) await person.choose('What', use);
  // Few are enough, and nobody waits.
  await person.write('Persons', '100');
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
