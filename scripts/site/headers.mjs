import { frameHash } from '../../src/lib/engines/sandbox/frame-document.js';

/**
 * The page's policy, in one place: `svelte.config.js` writes it into each page (`<meta>`, with hashes of the inline
 * scripts), our server and the samples in `static/hosts` send it as a header.
 */

/** @type {Readonly<Record<string, readonly string[]>>} CSP directives as SvelteKit's `kit.csp` spells them. */
export const policy = {
  'default-src': ['none'],
  // `blob:` and the hash are the sandbox's: its frame inherits this policy. Making a blob needs a script that runs already.
  'script-src': ['self', 'wasm-unsafe-eval', 'blob:', frameHash],
  'worker-src': ['self', 'blob:'],
  'connect-src': ['self'],
  'style-src': ['self', 'unsafe-inline'],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'manifest-src': ['self'],
  'frame-src': ['none'],
  'base-uri': ['none'],
  'form-action': ['none'],
  'object-src': ['none'],
  'media-src': ['none'],
  // A text becomes markup or a script's address only by these: Svelte's templates, Kit's start, and our own
  // (`workers/shared/trusted-types.ts`).
  'require-trusted-types-for': ['script'],
  'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'phems']
};

const keywords = new Set(['none', 'self', 'unsafe-inline', 'wasm-unsafe-eval', 'script']);

/** @param {readonly string[]} sources */
const spell = (sources) =>
  sources.map((source) => (keywords.has(source) || source.startsWith('sha256-') ? `'${source}'` : source)).join(' ');

/**
 * The header form. Both policies apply, so the meta one keeps its hashes; here a hash would switch `'unsafe-inline'`
 * off and block the inline start script of every page whose hash is not listed.
 * @returns {string}
 */
export function policyHeader() {
  const directives = Object.entries(policy).map(([name, sources]) => {
    const allowed =
      name === 'script-src' ? [...sources.filter((one) => !one.startsWith('sha256-')), 'unsafe-inline'] : sources;
    return `${name} ${spell(allowed)}`;
  });
  return [...directives, "frame-ancestors 'none'"].join('; ');
}

/**
 * What the browser could do for a page and this one never asks for. Only names that Chromium knows: an unknown one is
 * a warning in everybody's console. What pages use stays out of the list: the clipboard, the full screen.
 */
const unused = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking'
];

/** Sent with every file. @returns {Record<string, string>} */
export function securityHeaders() {
  return {
    'Content-Security-Policy': policyHeader(),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
    'X-DNS-Prefetch-Control': 'off'
  };
}
