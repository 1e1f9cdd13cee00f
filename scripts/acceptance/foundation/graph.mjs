export const line = 'graph';
export const asked =
  '300 cells: one input re-runs exactly its dependants, scheduling ≤ 2 ms a cell; works without animation frames; 5,000 random notebooks: parse(serialize(n)) equals n, byte-stable';

const cells = 300;
/** Every third cell hangs on the input, through the one before it in its chain. */
const hangs = (/** @type {number} */ index) => index % 3 === 0;

function notebook() {
  const input = '```input id=start\ntype: number\nvalue: 5\n```\n';
  const queries = Array.from({ length: cells - 1 }, (_, position) => {
    const index = position + 1;
    const before = index - 3;
    const source = hangs(index)
      ? before > 0
        ? `select n + 1 as n from c${before}`
        : 'select ${start} + 1 as n'
      : `select ${index} as n`;
    return `\`\`\`sql id=c${index}\n${source}\n\`\`\`\n`;
  });
  return [input, ...queries].join('\n');
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const units = await context.vitest(['src/lib/notebook']);
  const said = {
    dependants: units.tests.filter((name) => /300/.test(name)),
    roundTrip: units.tests.filter((name) => /random notebook|5,?000/.test(name))
  };
  // A hidden tab gets no frames: silenced before the page's own scripts run.
  const outcome = await context.runner('300 cells', notebook(), {
    rows: 1,
    prepare: (page) =>
      page.addInitScript(() => {
        window.requestAnimationFrame = () => 0;
      })
  });
  const wrong = outcome.cells
    .filter(({ status }) => status !== 'ok')
    .map(({ id, error }) => `${id}: ${error?.message}`);
  const last = outcome.cells.find(({ id }) => id === `c${cells - 3}`)?.table?.rows[0]?.[0];
  const expected = 5 + (cells - 3) / 3;
  const measured = {
    unitTests: { passed: units.passed, failed: units.failed, problems: units.problems },
    ...said,
    silencedFrames: { cells: outcome.cells.length, wrong: wrong.slice(0, 5), last, error: outcome.error?.message }
  };
  return {
    measured,
    holds:
      units.holds &&
      said.dependants.length > 0 &&
      said.roundTrip.length > 0 &&
      outcome.cells.length === cells &&
      wrong.length === 0 &&
      Number(last) === expected
  };
}
