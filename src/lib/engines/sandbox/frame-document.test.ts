import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { frameDocument, frameHash, frameScript } from './frame-document.js';
import { policy } from '../../../../scripts/site/headers.mjs';

test('the hash is that of the script, and both policies allow it', () => {
  const hash = `sha256-${createHash('sha256').update(frameScript).digest('base64')}`;
  expect(frameHash).toBe(hash);
  expect(frameDocument).toContain(`<script>${frameScript}</script>`);
  expect(policy['script-src']).toContain(hash);
});

test('the frame allows nothing but its script and blobs', () => {
  const content = /content="([^"]+)"/.exec(frameDocument)?.[1];
  expect(content).toBe(`default-src 'none'; script-src '${frameHash}' blob:; worker-src blob:`);
});
