import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
/** What `npm run build` writes and every server of ours serves. */
export const buildDirectory = join(root, 'build');
/** Not in git: stamps and locks of the commands. */
export const cacheDirectory = join(root, '.cache');
