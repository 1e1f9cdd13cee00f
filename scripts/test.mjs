import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
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
  for (const step of steps({ full: values.full })) {
    console.error(`\n── ${step.name}`);
    const started = performance.now();
    const counts = await step.run().catch((/** @type {unknown} */ error) => ({
      passed: 0,
      failed: 1,
      problems: [error instanceof Error ? error.message : String(error)]
    }));
    passed += counts.passed;
    failed += counts.failed;
    for (const problem of counts.problems) console.error(`   ✗ ${problem}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.error(`   ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`);
    if (counts.failed > 0 && !values['keep-going']) break;
  }
  // Read by .ci/run and by people's own pipelines: alone on the last line.
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
