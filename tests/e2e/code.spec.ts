import { newNotebookPath, runnerPath, stopButton, waitForRunner } from '../../scripts/acceptance/page.mjs';
import { figureAndDrawing } from './own-code';
import { cells, expect, named, openText, test } from './watched';

const own = `---
title: Own code
format: 1
---
${figureAndDrawing}
\`\`\`sql id=back
select \${total} as n
\`\`\`
`;

test('code from outside waits until it is allowed; then it reads tables, draws, and gives values to SQL', async ({
  page
}) => {
  await openText(page, own);
  await expect(named(page, 't')).toHaveAttribute('data-status', 'fresh');
  await expect(named(page, 'total')).toHaveAttribute('data-status', 'blocked');
  await expect(named(page, 'back')).toHaveAttribute('data-status', 'blocked');
  expect(await page.locator('iframe').count(), 'no frame for code before it is allowed').toBe(0);
  await page.getByRole('button', { name: /^Read the code/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Allow/ })
    .click();
  for (const id of ['total', 'drawing', 'back']) {
    await expect(named(page, id)).toHaveAttribute('data-status', 'fresh');
  }
  // 0² + 1² + … + 19² = 19 · 20 · 39 / 6
  await expect(named(page, 'total').locator('.code-output')).toContainText('2470');
  await expect(named(page, 'back').locator('[role="gridcell"]').first()).toContainText('2');
  await expect(named(page, 'drawing').locator('.code-output circle')).toHaveCount(20);
});

const endless = `\`\`\`js id=f
function addOne(x) { return x + 1; }
\`\`\`

\`\`\`js id=bad
for (;;) {}
\`\`\`

\`\`\`js id=after
addOne(41)
\`\`\`
`;

test('Stop ends an endless loop; a value that went with it is made again when it is needed', async ({ page }) => {
  await page.goto(runnerPath);
  await waitForRunner(page);
  await page.evaluate((text) => window.phemsRunner?.open(text), endless);
  const work = page.evaluate(() => window.phemsRunner?.run({ rows: 1 }));
  await expect(named(page, 'bad')).toHaveAttribute('data-status', 'running');
  await stopButton(page).click();
  await work;
  await expect(named(page, 'bad')).toHaveAttribute('data-status', 'stopped');
  await expect(named(page, 'f')).toHaveAttribute('data-status', 'fresh');
  await named(page, 'after').getByRole('button', { name: /^Run/ }).first().click();
  await expect(named(page, 'after')).toHaveAttribute('data-status', 'fresh');
  await expect(named(page, 'after').locator('.code-output')).toContainText('42');
});

test('a new notebook has no frame and no code', async ({ page }) => {
  await page.goto(newNotebookPath);
  await page.getByRole('button', { name: 'Add SQL' }).last().waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await cells(page).count()).toBe(0);
});
