import type { Site, SiteFile } from '../contract';

/** What the worker does with a request. */
export type Answer =
  | { as: 'file'; file: SiteFile }
  | { as: 'live' | 'passing'; path: string }
  /** To another address below the site's folder. */
  | { as: 'elsewhere'; path: string }
  | { as: 'missing'; path: string }
  | { as: 'refused'; status: 403 | 405 };

export interface Asked {
  method: string;
  url: string;
  navigates: boolean;
}

/**
 * Finds what answers a request: a file of the build and nothing else. Whatever stands behind `?` is never looked at,
 * and never goes on to a host.
 */
export class LookUp {
  readonly #scope: URL;
  readonly #files: ReadonlyMap<string, SiteFile>;
  readonly #others: ReadonlyMap<string, 'live' | 'passing'>;

  /** @param scope the site's folder, with a slash at the end */
  constructor(site: Site, scope: string) {
    this.#scope = new URL(scope);
    this.#files = new Map(site.files.map((file) => [file.path, file]));
    this.#others = new Map([
      ...site.live.map((path) => [path, 'live'] as const),
      ...site.passing.map((path) => [path, 'passing'] as const)
    ]);
  }

  find({ method, url, navigates }: Asked): Answer {
    const { origin, pathname } = new URL(url);
    if (origin !== this.#scope.origin) return { as: 'refused', status: 403 };
    if (method !== 'GET' && method !== 'HEAD') return { as: 'refused', status: 405 };
    const path = below(this.#scope.pathname, pathname);
    if (path === undefined) return { as: 'missing', path: pathname };
    return this.#page(path, navigates) ?? this.#named(path) ?? { as: 'missing', path };
  }

  #named(path: string): Answer | undefined {
    const file = this.#files.get(path);
    if (file) return { as: 'file', file };
    const as = this.#others.get(path);
    return as && { as, path };
  }

  /** Pages link relatively, so each has one address only: `x.html` is at `x`, `x/index.html` at `x/`. */
  #page(path: string, navigates: boolean): Answer | undefined {
    if (path === '' || path.endsWith('/')) {
      const index = this.#files.get(`${path}index.html`);
      if (index) return { as: 'file', file: index };
      const bare = path.slice(0, -1);
      return this.#files.has(`${bare}.html`) ? { as: 'elsewhere', path: bare } : undefined;
    }
    const page = this.#files.get(`${path}.html`);
    if (page && !/(^|\/)index$/.test(path)) return { as: 'file', file: page };
    if (this.#files.has(`${path}/index.html`)) return { as: 'elsewhere', path: `${path}/` };
    if (!navigates || !path.endsWith('.html') || !this.#files.has(path)) return undefined;
    return { as: 'elsewhere', path: path.replace(/(^|\/)index\.html$|\.html$/, '$1') };
  }
}

function below(folder: string, pathname: string): string | undefined {
  if (!pathname.startsWith(folder)) return undefined;
  try {
    return decodeURIComponent(pathname.slice(folder.length));
  } catch {
    return undefined;
  }
}
