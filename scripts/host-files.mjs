import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostFiles } from './site/host-files.mjs';
import { root } from './site/places.mjs';

for (const [path, text] of Object.entries(hostFiles())) writeFileSync(join(root, 'static', path), text);
