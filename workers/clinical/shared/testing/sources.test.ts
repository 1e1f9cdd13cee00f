import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { UNSTEADY } from './compare';

test.each(['shared', 'cardiac', 'haemophilia'])(
  '%s uses nothing that engines may round differently, or chance without a seed',
  (room) => {
    const folder = new URL(`../../${room}/`, import.meta.url).pathname;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const sources = files.filter((file) => file.endsWith('.ts') && !file.includes('test'));
    expect(sources.length).toBeGreaterThan(7);
    for (const file of sources) expect(readFileSync(`${folder}${file}`, 'utf8'), file).not.toMatch(UNSTEADY);
  }
);
