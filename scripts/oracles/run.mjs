// Computes the expected values of tests/oracles anew, by every R and Python script in this folder. Needs R 4.2 with the
// packages each script names, and python3 with mpmath; the results are committed, so that nobody else needs them.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);

/** @type {Readonly<Record<string, {tool: string, given: string[], check: string[], missing: string}>>} */
const runners = {
  R: { tool: 'Rscript', given: ['--vanilla'], check: ['--version'], missing: 'R is not installed here' },
  py: {
    tool: 'python3',
    given: [],
    check: ['-c', 'import mpmath'],
    missing: 'python3 with mpmath is not installed here'
  }
};

for (const [ending, { tool, given, check, missing }] of Object.entries(runners)) {
  const scripts = readdirSync(new URL('.', import.meta.url))
    .filter((name) => name.endsWith(`.${ending}`))
    .filter((name) => wanted.length === 0 || wanted.includes(name.slice(0, -ending.length - 1)))
    .sort();
  if (scripts.length === 0) continue;
  if (spawnSync(tool, check).status !== 0) {
    console.error(`${missing}: ${scripts.join(', ')} left out.`);
    process.exitCode = 1;
    continue;
  }
  for (const script of scripts) {
    console.log(script);
    const { status } = spawnSync(tool, [...given, `scripts/oracles/${script}`], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exit(status ?? 1);
  }
}
