import { execFileSync } from 'node:child_process';
import { root } from '../../site/places.mjs';
import { buildTwice } from '../../twice/index.mjs';

export const line = 'reproducible';
export const asked = 'two builds in different folders: identical file hashes';

/** The commit, and whether anything is not as it was committed. */
function commit() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], {
      cwd: root,
      encoding: 'utf8'
    }).trim();
  } catch {
    return 'sources without their history';
  }
}

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure() {
  const { differences, ...same } = await buildTwice();
  return {
    measured: { commit: commit(), ...same, differing: differences.length, differences: differences.slice(0, 20) },
    holds: differences.length === 0 && same.files > 0 && same.zip !== ''
  };
}
