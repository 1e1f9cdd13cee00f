import { cpSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSite, writeSiteList } from '../../scripts/site/site-list.mjs';

/**
 * A later build of the site, made from the one that is tested: another version, under other names where the version
 * stands in a file, as a real build would do it. Compressed forms are left out.
 * @param from the built site
 * @param to a folder that does not exist
 * @returns names that the older build had and this one has not
 */
export function makeNewerBuild(from: string, to: string): string[] {
  cpSync(from, to, { recursive: true, filter: (path) => !/\.(br|gz)$|phems-notebook\.zip$/.test(path) });
  const { version } = JSON.parse(readFileSync(join(from, 'build.json'), 'utf8')) as { version: string };
  const newer = `${version}-newer`;
  const texts = readdirSync(to, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(
      (path) => /\.(js|html|json)$/.test(path) && !/^(build|files|download)\.json$|^service-worker\.js$/.test(path)
    )
    .filter((path) => statSync(join(to, path)).isFile());
  const renamed = new Map<string, string>();
  for (const path of texts) {
    const text = readFileSync(join(to, path), 'utf8');
    if (!text.includes(version)) continue;
    writeFileSync(join(to, path), text.replaceAll(version, newer));
    const name = /[^/]+$/.exec(path)?.[0] ?? '';
    if (path.startsWith('_app/immutable/chunks/')) renamed.set(name, `Newer-${name}`);
  }
  for (const path of texts) {
    const text = readFileSync(join(to, path), 'utf8');
    const changed = [...renamed].reduce((all, [old, name]) => all.replaceAll(old, name), text);
    if (changed !== text) writeFileSync(join(to, path), changed);
  }
  for (const [old, name] of renamed) {
    renameSync(join(to, '_app/immutable/chunks', old), join(to, '_app/immutable/chunks', name));
  }
  writeSiteList(to, newer);
  const now = new Set(listSite(to).map(({ path }) => path));
  return listSite(from)
    .map(({ path }) => path)
    .filter((path) => !now.has(path));
}
