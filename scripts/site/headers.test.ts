import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hostFiles } from './host-files.mjs';
import { policy, policyHeader, securityHeaders } from './headers.mjs';
import { root } from './places.mjs';
import configuration from '../../svelte.config.js';

describe('the page policy', () => {
  test.each(Object.entries(hostFiles()))(
    'static/%s is as it is made (else: node scripts/host-files.mjs)',
    (file, text) => {
      expect(readFileSync(join(root, 'static', file), 'utf8')).toBe(text);
      for (const [name, value] of Object.entries(securityHeaders())) {
        expect(text).toContain(name);
        // A host without headers has no values to be told.
        if (!file.endsWith('.md')) expect(text).toContain(value);
      }
    }
  );

  test('a host without headers is told what carries each of them', () => {
    const rows = hostFiles()['hosts/github-pages.md']?.match(/^\| [A-Z][\w-]+ \| \S.*\|$/gm);
    expect(rows).toHaveLength(Object.keys(securityHeaders()).length);
  });

  test('switches off what no page uses, and nothing that one does', () => {
    const { 'Permissions-Policy': features = '' } = securityHeaders();
    expect(features).toMatch(/^[a-z-]+=\(\)(, [a-z-]+=\(\))+$/);
    for (const used of ['clipboard-write', 'fullscreen', 'sync-xhr']) expect(features).not.toContain(used);
  });

  test('is the same in the pages as in the header', () => {
    expect(configuration.kit?.csp?.directives).toEqual(policy);
    expect(configuration.kit?.csp?.mode).toBe('hash');
  });

  test('allows no other host and no eval', () => {
    expect(policyHeader()).not.toMatch(/https?:|wss?:|\*|'unsafe-eval'/);
    expect(policyHeader()).toContain("frame-ancestors 'none'");
  });

  test('has no hash beside unsafe-inline in the header, which would switch that off', () => {
    expect(policyHeader()).not.toContain('sha256-');
  });
});
