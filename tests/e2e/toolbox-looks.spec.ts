import { expect, named, openText, test } from './watched';

const events = `---
title: Ways
format: 1
---
\`\`\`simulate id=heart run=auto
use: cardiac-surgery
persons: 100
seed: 1
\`\`\`

\`\`\`pathway id=ways run=auto
from: heart_events
\`\`\`

\`\`\`score id=scored run=auto
score: phoenix
from: rows
\`\`\`

\`\`\`sql id=rows run=auto
select 30 as age_months, 6.0 as lactate, 'Norwood operation' as procedure
\`\`\`
`;

test('issue 5: a map says where it goes on, a form undoes its last choice, and an old result is called one', async ({
  page
}) => {
  await openText(page, events, 'ways.md');
  const ways = named(page, 'ways');
  await expect(ways).toHaveAttribute('data-status', 'fresh', { timeout: 60_000 });
  // One of the tables that a use case makes unasked.
  await expect(named(page, 'heart')).toContainText('heart_events');

  await test.step('the map begins in a size that can be read', async () => {
    await expect(ways).toContainText('The map goes on to the right. Drag it');
    await ways.getByRole('button', { name: 'Show everything' }).last().click();
    await expect(ways).not.toContainText('The map goes on');
  });

  const scored = named(page, 'scored');
  await test.step('Undo by its key while a list of the form has the focus', async () => {
    await expect(scored).toContainText('1 row, 2 of');
    await scored.locator('header.head').click();
    await scored.getByRole('button', { name: 'Form', exact: true }).click();
    const choice = scored.getByLabel('Score', { exact: true });
    await choice.selectOption('pim3');
    await expect(scored.locator('.error-block')).toContainText('has a value that PIM3 can use', { timeout: 30_000 });
    // What is still to be seen is Phoenix.
    await expect(scored).toContainText('of what was written before, not of what is written now');
    await choice.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(choice).toHaveValue('phoenix');
    await expect(scored).toHaveAttribute('data-status', 'fresh', { timeout: 30_000 });
    await expect(scored.locator('.error-block')).toHaveCount(0);
    await choice.focus();
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(choice).toHaveValue('pim3');
  });

  await test.step('in a window that gets narrow no panel lies over the notebook', async () => {
    const panel = page.getByRole('complementary', { name: 'Data panel' });
    await expect(panel).toBeVisible();
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(panel).toHaveCount(0);
    const head = ways.locator('header.head');
    await expect(head).toContainText('100 cases');
    const cut = await head.locator('.meta').evaluate((meta) => meta.scrollWidth > meta.clientWidth);
    expect(cut).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(panel).toBeVisible();
  });
});
