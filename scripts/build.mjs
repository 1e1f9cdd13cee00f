import { join } from 'node:path';
import { buildSite } from './site/build.mjs';
import { ensureInstalled } from './site/install.mjs';
import { withLock } from './site/lock.mjs';
import { cacheDirectory } from './site/places.mjs';

await ensureInstalled();
await withLock(join(cacheDirectory, 'build.lock'), buildSite);
