import { base } from '$app/paths';
import { dev } from '$app/environment';

/** What the build says of itself. */
export interface BuildInfo {
  version: string;
  /** SHA-256 of the list of all files and their hashes. */
  hash: string;
  files: number;
  bytes: number;
  /** The site as one file, where this host offers it. */
  zip?: { name: string; bytes: number; hash: string } | null;
}

let asked: Promise<BuildInfo | undefined> | undefined;

/** Read once; undefined on a development server, or where it cannot be read. */
export function buildInfo(): Promise<BuildInfo | undefined> {
  return (asked ??= read());
}

async function read(): Promise<BuildInfo | undefined> {
  if (dev) return undefined;
  try {
    // Without the second there is no zip to be had here, and that is all.
    const [build, download] = await Promise.all([json('build.json'), json('download.json').catch(() => ({}))]);
    return { ...(build as BuildInfo), ...(download as Pick<BuildInfo, 'zip'>) };
  } catch {
    return undefined;
  }
}

async function json(name: string): Promise<unknown> {
  const answer = await fetch(`${base}/${name}`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
}
