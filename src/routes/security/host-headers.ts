/** A header that a host should send, and by what it is known to do its work. */
export interface HostHeader {
  name: string;
  /** Of its words. */
  use: 'policy' | 'nosniff' | 'referrer' | 'opener' | 'resource' | 'permissions' | 'dns';
  holds(value: string): boolean;
}

const directives = (policy: string): Map<string, string> =>
  new Map(
    policy.split(';').map((one) => {
      const [name = '', ...sources] = one.trim().split(/\s+/);
      return [name, sources.join(' ')];
    })
  );

/** As `scripts/site/headers.mjs` makes them; a test compares. */
export const hostHeaders: readonly HostHeader[] = [
  {
    name: 'Content-Security-Policy',
    use: 'policy',
    holds: (value) => {
      const sent = directives(value);
      return (
        sent.get('default-src') === "'none'" &&
        sent.get('connect-src') === "'self'" &&
        sent.get('frame-ancestors') === "'none'"
      );
    }
  },
  { name: 'X-Content-Type-Options', use: 'nosniff', holds: (value) => value === 'nosniff' },
  { name: 'Referrer-Policy', use: 'referrer', holds: (value) => value === 'no-referrer' },
  { name: 'Cross-Origin-Opener-Policy', use: 'opener', holds: (value) => value === 'same-origin' },
  { name: 'Cross-Origin-Resource-Policy', use: 'resource', holds: (value) => value === 'same-origin' },
  {
    name: 'Permissions-Policy',
    use: 'permissions',
    holds: (value) => ['camera=()', 'microphone=()', 'geolocation=()'].every((one) => value.includes(one))
  },
  { name: 'X-DNS-Prefetch-Control', use: 'dns', holds: (value) => value === 'off' }
];

export interface HostAnswer {
  /** By the copy that the browser keeps. */
  kept: boolean;
  sent: readonly (HostHeader & { isSent: boolean })[];
}

export const readAnswer = (headers: Headers, kept: boolean): HostAnswer => ({
  kept,
  sent: hostHeaders.map((one) => ({ ...one, isSent: one.holds(headers.get(one.name)?.trim() ?? '') }))
});

/** Asks for this page's own file, past the browser's memory. @returns undefined where nobody answers */
export async function askHost(): Promise<HostAnswer | undefined> {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return readAnswer(answer.headers, (navigator.serviceWorker?.controller ?? null) !== null);
  } catch {
    return undefined;
  }
}
