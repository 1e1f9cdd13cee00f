import { withoutPicker } from './keyboard';
import { Person } from './person';
import { expect, test } from './watched';

/*
 * From an imported file to a Cox model with its forest plot, by form and keyboard alone. What it took is noted on the test,
 * for `npm run acceptance -- statistics --only use`: a person takes 0.3 s a key and thinks for 2 s at each field; the
 * machine's time is that of the whole walk as measured here, with what the test itself waits.
 */
const secondsAKey = 0.3;
const secondsAField = 2;
const mostSeconds = 120;

/** Simulated children after an operation: who dies earlier is younger, and more often of the second hospital. */
function children(): string {
  const rows = Array.from({ length: 240 }, (_, n) => {
    const hospital = n % 2 === 0 ? 'H1' : 'H2';
    const age = (n * 37) % 96;
    const died = (n * 7919) % 100 < (hospital === 'H1' ? 14 : 26) + (age < 12 ? 18 : 0);
    const days = died ? 1 + ((n * 613) % 80) : 90;
    return `${n + 1},${hospital},${age},${days},${died ? 1 : 0}`;
  });
  return ['child,hospital,age_months,days,died', ...rows, ''].join('\n');
}

test('from an imported file to a Cox model with a forest plot, by keyboard and form alone', async ({ page }) => {
  test.setTimeout(180_000);
  await withoutPicker(page);
  await page.goto('/');
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  const person = new Person(page);
  const { keys } = person;
  const from = Date.now();
  let fields = 0;
  const field = async (step: Promise<unknown>) => {
    fields += 1;
    await step;
  };

  await field(keys.to(page.getByRole('button', { name: 'Choose files' })));
  const choosing = page.waitForEvent('filechooser');
  await keys.press('Enter');
  await (await choosing).setFiles({ name: 'children.csv', mimeType: 'text/csv', buffer: Buffer.from(children()) });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('240 rows, 5 columns')).toBeVisible({ timeout: 60_000 });
  await field(keys.to(dialog.getByRole('button', { name: /^Read/ })));
  await keys.press('Enter');
  await expect(dialog).toHaveCount(0);

  await field(person.insert('Statistics', 'statistics'));
  await field(person.choose('Question', 'T', { back: true }));
  await field(person.choose('Method', 'Co'));
  await field(person.name('Table', 'children'));
  await field(person.name('Time', 'days'));
  await field(person.name('Event', 'died'));
  await field(person.tick('Predictors', ['hospital', 'age_months'], { name: true }));
  await person.run(/For hospital H2, the hazard of the event \(died\) was [\d.]+ times that for hospital H1/);
  const forest = person.cell.getByRole('img', { name: /^Hazard ratio/ });
  await expect(forest).toBeVisible();
  await expect(forest).toContainText('age_months, per 1');

  const machine = (Date.now() - from) / 1000;
  const pressed = keys.pressed + keys.inNames;
  const seconds = pressed * secondsAKey + fields * secondsAField + machine;
  test.info().annotations.push({
    type: 'walk',
    description: [pressed, fields, machine.toFixed(1), seconds.toFixed(1)].join(' | ')
  });
  expect(seconds, `${pressed} keys, ${fields} fields, ${machine.toFixed(1)} s of the machine`).toBeLessThanOrEqual(mostSeconds); // prettier-ignore
});
