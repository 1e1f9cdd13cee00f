import { performance } from 'node:perf_hooks';
import type { Page } from '@playwright/test';
import { runnerPath, waitForRunner } from '../../scripts/acceptance/page.mjs';
import { expect, headOf, named, openText, test } from './watched';

const notebook = `\`\`\`sql id=t
select range as n from range(1000)
\`\`\`

\`\`\`js id=loop run=ask
while (true) {}
\`\`\`

\`\`\`js id=sum
d3.sum(await t.column('n'))
\`\`\`

\`\`\`sql id=join run=ask
select sum(hash(a.range + b.range) % 7) as n from range(100000) a, range(10000) b
\`\`\`

\`\`\`sql id=next
select count(*) + 41 as n from (select 1)
\`\`\`
`;

/** By a key: a result that comes above moves what a pointer aims at. */
const start = (page: Page, id: string) =>
  named(page, id).getByRole('button', { name: 'Run', exact: true }).press('Enter');
const state = (page: Page, id: string, status: string) =>
  expect(named(page, id)).toHaveAttribute('data-status', status);

/** Until it has surely begun: from half a second on the time is told. */
const atWork = async (page: Page, id: string) => {
  await state(page, id, 'running');
  await expect(headOf(named(page, id))).toContainText(/\d\s?s/);
};

/** @returns seconds from the press to the word that it is stopped */
async function stop(page: Page, id: string): Promise<number> {
  const button = named(page, id).getByRole('button', { name: 'Stop this cell' });
  await button.focus();
  const pressed = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (name) =>
      [...document.querySelectorAll('li.cell[data-status="stopped"]')].some(
        (cell) => cell.querySelector('code.name')?.textContent === name
      ),
    id,
    { polling: 20 }
  );
  return (performance.now() - pressed) / 1000;
}

test('walk 3: an endless loop and a cross join of 10⁹ rows are stopped; what waits behind them runs, and the next SQL', async ({
  page
}, info) => {
  await page.goto(runnerPath);
  await waitForRunner(page);
  await page.evaluate((text) => window.phemsRunner?.open(text), notebook);
  const note = (what: string, seconds: number) =>
    info.annotations.push({ type: `seconds to stop ${what}`, description: seconds.toFixed(3) });

  await start(page, 'loop');
  await atWork(page, 'loop');
  await start(page, 't');
  await state(page, 't', 'queued');
  note('an endless loop', await stop(page, 'loop'));
  await state(page, 't', 'fresh');

  await start(page, 'join');
  await atWork(page, 'join');
  await start(page, 'sum');
  await state(page, 'sum', 'queued');
  note('a cross join', await stop(page, 'join'));
  await state(page, 'sum', 'fresh');
  // 0 + 1 + … + 999
  await expect(named(page, 'sum').locator('.code-output')).toContainText('499500');
  await start(page, 'next');
  await state(page, 'next', 'fresh');
  await expect(named(page, 'next').getByRole('gridcell').first()).toContainText('42');
  for (const id of ['loop', 'join']) await state(page, id, 'stopped');
});

test('a double click on Run runs: Stop, which then stands there, was not meant', async ({ page }) => {
  await openText(page, notebook);
  const join = named(page, 'join');
  await headOf(join).click();
  await join.getByRole('button', { name: 'Run', exact: true }).dblclick();
  await atWork(page, 'join');
  await stop(page, 'join');
});
