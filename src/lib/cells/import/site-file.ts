import { base } from '$app/paths';
import type { SourceFile } from '$workers/data/contract';
import { fail } from './errors';

const scheme = 'site:';

/** Whether a path names a file that comes with the site: `site:picu-classroom.csv`. */
export function isSiteFile(path: string): boolean {
  return path.startsWith(scheme);
}

/** Reads a file that comes with the site. @throws `import-site-missing` naming those that do */
export async function siteFile(path: string, signal: AbortSignal): Promise<SourceFile> {
  const name = path.slice(scheme.length).split('/')[0] ?? '';
  const index = await fetch(`${base}/data/index.json`, { signal });
  const known = index.ok ? ((await index.json()) as { name: string }[]).map((entry) => entry.name) : [];
  if (!known.includes(name)) throw fail('import-site-missing', { file: name, known: known.join(', ') });
  const answer = await fetch(`${base}/data/${encodeURIComponent(name)}`, { signal });
  if (!answer.ok) throw fail('import-site-missing', { file: name, known: known.join(', ') });
  return { path: `${scheme}${name}`, file: new File([await answer.blob()], name, { lastModified: 0 }) };
}
