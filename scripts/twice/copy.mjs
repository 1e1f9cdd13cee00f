import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync
} from 'node:fs';
import { dirname, join } from 'node:path';

/** What is made from the rest, or by tools: a copy of the sources goes without. */
const made =
  /^(node_modules|build|\.svelte-kit|\.cache|\.git|static\/data|test-results|playwright-report)(\/|$)|\.log$/;
/** Tools write into these folders of `node_modules`: through a link one folder's run would change the other's. */
const written = /^(\.vite|\.vite-temp|\.cache)$/;

/**
 * The files that the project consists of, those too that nobody committed yet.
 * @param {string} folder
 * @returns {string[]}
 */
export function sourceFiles(folder) {
  try {
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    });
    return listed.split('\0').filter((path) => path !== '' && existsSync(join(folder, path)));
  } catch {
    // The sources without their history.
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !made.test(path) && statSync(join(folder, path)).isFile());
  }
}

/**
 * Copies the sources, and the installed packages by hard links where the disk allows it.
 * @param {string} from @param {string} to a folder that does not exist @param {{backwards?: boolean}} [options] order of the
 *   copying: a folder lists its files in the order they came on some disks
 */
export function copyProject(from, to, { backwards = false } = {}) {
  const paths = sourceFiles(from).sort();
  for (const path of backwards ? paths.reverse() : paths) {
    const place = join(to, path);
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(join(from, path), place);
  }
  linkFolder(join(from, 'node_modules'), join(to, 'node_modules'));
  // The packages are those of this lock, though it is younger than they are here: nothing is to be installed.
  utimesSync(join(to, 'package-lock.json'), 1, 1);
}

/** @param {string} from @param {string} to */
function linkFolder(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (written.test(entry.name)) continue;
    const [source, place] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkFolder(source, place);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), place);
    else linkOrCopy(source, place);
  }
}

/** @param {string} source @param {string} place */
function linkOrCopy(source, place) {
  try {
    linkSync(source, place);
  } catch {
    // Another disk, or one without links.
    copyFileSync(source, place);
  }
}
