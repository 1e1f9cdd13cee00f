import type { Checked, Kept, KeepProblem, Site, SiteFile } from '../contract';

/** What a browser offers a worker, so that tests can offer it too. */
export interface Surroundings {
  caches: CacheStorage;
  fetch: typeof fetch;
  /** SHA-256 */
  digest: (bytes: BufferSource) => Promise<ArrayBuffer>;
}

/** Files above this come after the page works without them: engines, large data. */
const largeBytes = 600_000;
/** A host that says nothing for so long about what may change counts as not there, if it once said something. */
const liveMilliseconds = 5_000;

export class KeepError extends Error {
  constructor(readonly problem: KeepProblem) {
    super(`${problem.reason}: ${problem.path}`);
  }
}

/** Every cache of a site in this folder: several sites may share one host. */
const prefixOf = (scope: string) => `phems ${new URL(scope).pathname} `;

/**
 * The files of one build in the browser's cache. Each is compared with the build's own list before it is kept, so
 * that a cache never holds files of two builds; what is there stays when the rest fails, and is not asked for again.
 */
export class Keep {
  readonly name: string;
  readonly #prefix: string;
  readonly #coming = new Map<string, Promise<Response>>();
  #problem: KeepProblem | undefined;

  constructor(
    readonly site: Site,
    readonly scope: string,
    private readonly around: Surroundings
  ) {
    this.#prefix = prefixOf(scope);
    this.name = `${this.#prefix}${site.hash.slice(0, 16)}`;
  }

  /** What a page needs before any engine. */
  get shell(): readonly SiteFile[] {
    return this.site.files.filter(({ bytes }) => bytes <= largeBytes);
  }

  /** A file that is kept. */
  async get(file: SiteFile): Promise<Response | undefined> {
    return (await this.#cache()).match(this.#address(file.path));
  }

  /** Keeps a file, from an older build if it had the same, else from the host. @throws KeepError */
  async bring(file: SiteFile): Promise<Response> {
    let coming = this.#coming.get(file.path);
    if (!coming) {
      coming = this.#bring(file).finally(() => this.#coming.delete(file.path));
      this.#coming.set(file.path, coming);
    }
    return (await coming).clone();
  }

  /** Brings the whole shell. @throws KeepError where one file does not come; the others stay */
  async bringShell(atOnce = 6): Promise<void> {
    const missing = await this.missing(this.shell);
    const next = async () => {
      for (let file = missing.shift(); file; file = missing.shift()) await this.bring(file);
    };
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, next));
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  /** Brings one more file, smaller ones first. */
  async bringNext(): Promise<Kept> {
    const [file] = (await this.missing()).sort((a, b) => a.bytes - b.bytes);
    if (file) await this.bring(file).catch((error: unknown) => this.#failed(error, file));
    return this.kept();
  }

  async missing(of: readonly SiteFile[] = this.site.files): Promise<SiteFile[]> {
    const keys = await (await this.#cache()).keys();
    const there = new Set(keys.map(({ url }) => url));
    return of.filter(({ path }) => !there.has(this.#address(path)));
  }

  async kept(): Promise<Kept> {
    const missing = await this.missing();
    const sum = (files: readonly SiteFile[]) => files.reduce((total, { bytes }) => total + bytes, 0);
    const { files } = this.site;
    return {
      files: files.length - missing.length,
      of: files.length,
      bytes: sum(files) - sum(missing),
      ofBytes: sum(files),
      ...(this.#problem && missing.length > 0 ? { problem: this.#problem } : {})
    };
  }

  /** Reads every file that is kept and compares it with the build. */
  async check(): Promise<Checked> {
    const missing: string[] = [];
    const damaged: string[] = [];
    for (const file of this.site.files) {
      const response = await this.get(file);
      if (!response) missing.push(file.path);
      else if (!(await this.#isRight(file, await response.arrayBuffer()))) damaged.push(file.path);
    }
    return { missing, damaged };
  }

  async repair({ missing, damaged }: Checked): Promise<Kept> {
    const wanted = new Set([...missing, ...damaged]);
    for (const file of this.site.files.filter(({ path }) => wanted.has(path))) {
      await (await this.#cache()).delete(this.#address(file.path));
      await this.bring(file).catch((error: unknown) => this.#failed(error, file));
    }
    return this.kept();
  }

  /** A file with a hash in its name that only an older build had: a tab of that build still asks for it. */
  async fromOlder(path: string): Promise<Response | undefined> {
    if (!path.startsWith('_app/immutable/')) return undefined;
    for (const name of await this.older()) {
      const found = await (await this.around.caches.open(name)).match(this.#address(path));
      if (found) return found;
    }
    return undefined;
  }

  /** Names of the caches of builds that were kept before this one: a browser lists caches in the order they were made. */
  async older(): Promise<string[]> {
    const names = (await this.around.caches.keys()).filter((name) => name.startsWith(this.#prefix));
    return names.slice(0, Math.max(0, names.indexOf(this.name)));
  }

  async forgetOlder(): Promise<void> {
    for (const name of await this.older()) await this.around.caches.delete(name);
  }

  /**
   * What may change after the build: as the host has it now; as it was last, in this build or an older one, where the host
   * does not answer, or says of itself that it cannot.
   */
  async live(path: string): Promise<Response | undefined> {
    const key = this.#address(path);
    const last = await this.#last(key);
    const patience = new AbortController();
    const end = last && setTimeout(() => patience.abort(), liveMilliseconds);
    try {
      const { signal } = patience;
      const given = { cache: 'no-cache', redirect: 'error', credentials: 'same-origin', signal } as const;
      const answer = await this.around.fetch(key, given);
      if (!answer.ok) return (answer.status >= 500 && last) || this.#dressed(path, null, answer.status);
      const fresh = this.#dressed(path, await answer.arrayBuffer());
      // A full disk costs the copy, not the answer.
      await (await this.#cache()).put(key, fresh.clone()).catch(() => undefined);
      return fresh;
    } catch {
      return last;
    } finally {
      clearTimeout(end);
    }
  }

  /** Kept anew where only an older build had it: that one goes some day. */
  async #last(key: string): Promise<Response | undefined> {
    const own = await this.#cache();
    const kept = await own.match(key);
    if (kept) return kept;
    for (const name of (await this.older()).reverse()) {
      const found = await (await this.around.caches.open(name)).match(key);
      if (!found) continue;
      await own.put(key, found.clone());
      return found;
    }
    return undefined;
  }

  /** What may change, as it is now, for when the host does not answer. */
  async bringLive(): Promise<void> {
    await Promise.all(this.site.live.map((path) => this.live(path)));
  }

  /** What is too large or too rare to be kept. */
  async pass(path: string): Promise<Response> {
    const answer = await this.around.fetch(this.#address(path), { redirect: 'error', credentials: 'same-origin' });
    return this.#dressed(path, answer.body, answer.status);
  }

  async #bring(file: SiteFile): Promise<Response> {
    await this.#cache();
    const bytes = (await this.#fromOlderBuild(file)) ?? (await this.#fromHost(file));
    const response = this.#dressed(file.path, bytes);
    try {
      await (await this.#cache()).put(this.#address(file.path), response.clone());
    } catch (error) {
      const full = error instanceof Error && error.name === 'QuotaExceededError';
      throw new KeepError({ reason: full ? 'full' : 'refused', path: file.path });
    }
    this.#problem = undefined;
    return response;
  }

  async #fromOlderBuild(file: SiteFile): Promise<ArrayBuffer | undefined> {
    for (const name of await this.older()) {
      const found = await (await this.around.caches.open(name)).match(this.#address(file.path));
      const bytes = await found?.arrayBuffer();
      if (bytes && (await this.#isRight(file, bytes))) return bytes;
    }
    return undefined;
  }

  async #fromHost(file: SiteFile): Promise<ArrayBuffer> {
    // A name with a hash may come from the browser's own cache: what it holds is compared anyway.
    const hashed = file.path.startsWith('_app/immutable/');
    let reason: KeepProblem['reason'] = 'unreachable';
    for (const cache of hashed ? (['default', 'reload'] as const) : (['no-cache', 'reload'] as const)) {
      for (const path of spellings(file.path)) {
        const answer = await this.#ask(path, cache);
        if (!answer) continue;
        reason = 'status';
        if (answer.status !== 200) continue;
        const bytes = await answer.arrayBuffer().catch(() => undefined);
        if (bytes && (await this.#isRight(file, bytes))) return bytes;
        reason = 'differs';
      }
    }
    throw new KeepError({ reason, path: file.path });
  }

  /** Undefined where the host does not answer, or sends on to somewhere else. */
  async #ask(path: string, cache: RequestCache): Promise<Response | undefined> {
    try {
      return await this.around.fetch(this.#address(path), { cache, redirect: 'error', credentials: 'same-origin' });
    } catch {
      return undefined;
    }
  }

  async #isRight(file: SiteFile, bytes: ArrayBuffer): Promise<boolean> {
    if (bytes.byteLength !== file.bytes) return false;
    return hex(await this.around.digest(bytes)) === file.hash;
  }

  #failed(error: unknown, { path }: SiteFile): void {
    this.#problem = error instanceof KeepError ? error.problem : { reason: 'refused', path };
  }

  #cache(): Promise<Cache> {
    return this.around.caches.open(this.name);
  }

  #address(path: string): string {
    return new URL(path, this.scope).href;
  }

  /** With the type and the headers of our own, whatever the host sent. */
  #dressed(path: string, body: BodyInit | null, status = 200): Response {
    return new Response(body, { status, headers: headersOf(this.site, path) });
  }
}

/** Headers of an answer about a path. */
export function headersOf(site: Site, path: string): Record<string, string> {
  const ending = /\.[^./]+$/.exec(path)?.[0] ?? '';
  return { ...site.headers, 'Content-Type': site.types[ending] ?? 'application/octet-stream' };
}

/** Some hosts know a page only by its bare name and send `x.html` on; others know only the file. */
function spellings(path: string): string[] {
  if (!path.endsWith('.html')) return [path];
  return [path.replace(/(^|\/)index\.html$|\.html$/, '$1'), path];
}

const hex = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
