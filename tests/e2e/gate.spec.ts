import type { Page } from '@playwright/test';
import { placesOf } from './places-of';
import { downloaded, expect, leftText, openText, test } from './watched';

const gate = (page: Page) => page.getByRole('alertdialog');

async function exportAs(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function openTable(page: Page, select: string): Promise<void> {
  await openText(page, `---\ntitle: Ward\n---\n\n# Ward\n\n\`\`\`sql id=made run=auto\n${select}\n\`\`\`\n`);
  await page.getByRole('grid').first().getByRole('gridcell').first().waitFor({ timeout: 60_000 });
}

test('small counts do not leave; hidden by one click, with what the totals would give back, they do', async ({
  page
}) => {
  await openTable(
    page,
    `select * from (values ('PICU', 2, 33, 35), ('Surgery', 9, 120, 129), ('Infants', 7, 64, 71), ('Total', 18, 217, 235)) as t(ward, died, survived, total)`
  );
  await exportAs(page, 'CSV for spreadsheets');
  await expect(gate(page)).toContainText('Small groups: 1 count under 5 in made.');
  await expect(gate(page).getByRole('button', { name: 'Keep it here' })).toBeFocused();
  await expect(gate(page).getByRole('button', { name: 'Let it out' })).toHaveCount(0);
  await gate(page)
    .getByRole('button', { name: /^Hide \d values$/ })
    .click();
  await expect(gate(page)).toContainText('no individual rows');
  const coming = page.waitForEvent('download');
  await gate(page).getByRole('button', { name: 'Let it out' }).click();
  const download = await coming;
  const lines = (await (await download.createReadStream()).toArray()).join('').trimEnd().split('\r\n');
  expect(lines[0]).toBe('ward,died,survived,total');
  // Two lines of the four corners are empty; the totals are there.
  expect(lines[1]).toMatch(/^PICU,,,35$/);
  expect(lines[4]).toBe('Total,18,217,235');
  expect(lines.filter((line) => /,,,/.test(line))).toHaveLength(2);
});

test('rows of persons leave with a reason only; a name not at all, but without its column', async ({ page }) => {
  await openTable(
    page,
    `select * from (values (71, 'Aino Korhonen', 3.5), (72, 'Matti Virtanen', 7.25), (93, 'Sofia Laine', 1.5)) as t(person_id, label, lactate)`
  );
  await exportAs(page, 'CSV for machines');
  await expect(gate(page)).toContainText('look like a name');
  await gate(page).getByRole('button', { name: 'Leave out label' }).click();
  const out = gate(page).getByRole('button', { name: 'Let it out' });
  await expect(gate(page).getByRole('button', { name: 'Undo mending' })).toBeVisible();
  await expect(gate(page)).toContainText('Say why first');
  await expect(out).toBeDisabled();
  await gate(page).getByRole('textbox', { name: 'Why it has to leave' }).fill('Agreed with the register');
  const coming = page.waitForEvent('download');
  await out.click();
  const text = (await (await (await coming).createReadStream()).toArray()).join('');
  expect(text).toBe('person_id,lactate\r\n71,3.50\r\n72,7.25\r\n93,1.50\r\n');
});

test('Esc keeps it, a click outside does nothing, and own text passes with one click', async ({ page }) => {
  await openText(page, '# A question\n\nHow many come back?\n');
  const saving = page.waitForEvent('download', { timeout: 3000 }).then(
    () => 'left',
    () => 'kept'
  );
  await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
  await expect(gate(page).getByRole('button', { name: 'Keep it here' })).toBeFocused();
  await page.mouse.click(5, 5);
  await expect(gate(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(gate(page)).toHaveCount(0);
  expect(await saving).toBe('kept');
  expect(await downloaded(page)).toContain('How many come back?');
  expect(
    await leftText(page, async () => {
      await page.getByRole('banner').getByRole('button', { name: 'More' }).click();
      await page.getByRole('menuitem', { name: 'Save as Markdown' }).click();
    })
  ).toContain('# A question');
});

test('after "forget everything" no canary remains in IndexedDB, OPFS, Cache or localStorage', async ({ page }) => {
  const canary = 'canary-4711-lactate';
  await openText(page, `# ${canary}\n\nText.\n`);
  expect(await downloaded(page)).toContain(canary);
  await page.goto('/settings');
  await page.evaluate(async (text) => {
    const file = await (await navigator.storage.getDirectory()).getFileHandle('canary.txt', { create: true });
    const writing = await file.createWritable();
    await writing.write(text);
    await writing.close();
    await (await caches.open('canary')).put('/canary', new Response(text));
    localStorage.setItem('canary', text);
  }, canary);
  // The search finds it in each of the four places: else its silence later would say nothing.
  expect([...new Set(await placesOf(page, canary))].sort()).toEqual(['Cache', 'IndexedDB', 'OPFS', 'localStorage']);
  await page.getByRole('button', { name: 'Forget everything …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Forget everything' });
  await expect(dialog).toContainText('The ledger: 1 entry');
  await expect(dialog.getByRole('button', { name: 'Forget everything' })).toBeDisabled();
  await dialog.getByRole('textbox').fill('FORGET');
  await dialog.getByRole('button', { name: 'Forget everything' }).click();
  await expect(page.getByRole('dialog', { name: 'Everything is forgotten.' })).toBeVisible();
  expect(await placesOf(page, canary)).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test('two tabs make one chain, and the ledger of it is whole', async ({ page, context }) => {
  await openText(page, '# One\n');
  await downloaded(page);
  const other = await context.newPage();
  await openText(other, '# Two\n');
  await Promise.all([downloaded(page), downloaded(other)]);
  await page.getByRole('link', { name: /open the ledger/ }).click();
  await expect(page.getByRole('complementary', { name: 'Ledger' })).toContainText('3 entries, unbroken');
  await other.goto('/ledger');
  await expect(other.getByText('3 entries, unbroken')).toBeVisible();
  await expect(other.getByRole('table').getByRole('row')).toHaveCount(4);
});
