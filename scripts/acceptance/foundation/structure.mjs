import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../../site/command.mjs';
import { root } from '../../site/places.mjs';
import { median } from '../measure.mjs';

export const line = 'structure';
export const asked =
  "lint rule for the folders' one-way imports in force; median file ≤ 120 lines, none of ours over 400";

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const planted = await context.vitest(['scripts/structure.test.ts']);
  const lintCode = await runTool('eslint/bin/eslint.js', ['.', '--max-warnings', '0']);
  const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => /\.(ts|js|mjs|svelte|css)$/.test(path) && existsSync(join(root, path)));
  const sizes = files.map((path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1);
  const measured = {
    plantedViolationsFound: planted.passed,
    lintClean: lintCode === 0,
    files: files.length,
    medianLines: median(sizes),
    longestLines: Math.max(...sizes)
  };
  return {
    measured,
    holds: planted.holds && lintCode === 0 && measured.medianLines <= 120 && measured.longestLines <= 400
  };
}
