// Computes the expected values of tests/oracles anew, by every R script in this folder. Needs R 4.2 with the packages each
// script names; the results are committed, so that nobody else needs R.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wanted = process.argv.slice(2);
const scripts = readdirSync(new URL('.', import.meta.url))
  .filter((name) => name.endsWith('.R') && (wanted.length === 0 || wanted.includes(name.slice(0, -2))))
  .sort();

for (const script of scripts) {
  console.log(script);
  const { status, error } = spawnSync('Rscript', ['--vanilla', `scripts/oracles/${script}`], {
    cwd: root,
    stdio: 'inherit'
  });
  if (error) throw new Error('R is not installed here: Rscript was not found.', { cause: error });
  if (status !== 0) process.exit(status ?? 1);
}
