import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { beside, timed } from './check/beside.mjs';
import { steps } from './check/steps.mjs';
import { ensureInstalled } from './site/install.mjs';

const usage = `Checks everything: format, lint, types, unit and oracle tests, build, tests in a browser.
  npm test [-- --full] [--keep-going]`;

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    'keep-going': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false }
  }
});

if (values.help) console.log(usage);
else {
  await ensureInstalled();
  let passed = 0;
  let failed = 0;
  /** @param {import('./check/beside.mjs').Outcome} outcome */
  const tell = ({ counts, seconds, printed }) => {
    passed += counts.passed;
    failed += counts.failed;
    process.stderr.write(printed);
    for (const problem of counts.problems) console.error(`   ✗ ${problem}`);
    console.error(`   ${counts.passed} passed, ${counts.failed} failed, ${seconds.toFixed(1)} s`);
  };
  const isOver = () => failed > 0 && !values['keep-going'];
  // Two at a time on any machine: each holds the types of the whole program in memory.
  const lanes = Math.min(availableParallelism(), 2);
  for (const one of steps({ full: values.full })) {
    if ('run' in one) {
      heading(one);
      tell(await timed(one));
    } else {
      for await (const outcome of beside(one, { lanes })) {
        heading(outcome.step);
        tell(outcome);
        if (isOver()) break;
      }
    }
    if (isOver()) break;
  }
  // Read by .ci/run and by people's own pipelines: alone on the last line.
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {import('./check/beside.mjs').Step} step */
function heading({ name }) {
  console.error(`\n── ${name}`);
}
