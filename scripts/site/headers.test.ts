import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { policy, policyHeader, securityHeaders } from './headers.mjs';
import { root } from './places.mjs';
import configuration from '../../svelte.config.js';

describe('the page policy', () => {
  test.each(['_headers', 'hosts/nginx.conf', 'hosts/Caddyfile', 'hosts/apache.htaccess'])(
    'static/%s holds every header with the value that our server sends',
    (file) => {
      const text = readFileSync(join(root, 'static', file), 'utf8');
      for (const [name, value] of Object.entries(securityHeaders())) {
        expect(text).toContain(name);
        expect(text).toContain(value);
      }
    }
  );

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
