import type { Question, Questions, Site } from '../contract';
import { allOfVersion } from './clients';
import { headersOf, Keep } from './keep';
import { LookUp, type Answer } from './look-up';
import { Rest } from './rest';

type Answers = { [Q in Question]: (given: Questions[Q]['give']) => Promise<Questions[Q]['answer']> };

/**
 * Keeps one build of the site in this browser, and answers everything from it. It never takes over from an older one
 * by itself: a page asks it to, or no tab is left.
 *
 * @param written what the build wrote into the worker; anything else (a development server) and it does nothing
 */
export function keepSite(self: ServiceWorkerGlobalScope, written: string): void {
  const site = readSite(written);
  if (site) new SiteWorker(self, site).listen();
}

function readSite(written: string): Site | undefined {
  try {
    return JSON.parse(written) as Site;
  } catch {
    return undefined;
  }
}

class SiteWorker {
  readonly #keep: Keep;
  readonly #lookUp: LookUp;
  readonly #rest = new Rest();

  constructor(
    private readonly self: ServiceWorkerGlobalScope,
    private readonly site: Site
  ) {
    const { scope } = self.registration;
    const around = {
      caches: self.caches,
      fetch: (...given: Parameters<typeof fetch>) => self.fetch(...given),
      digest: (bytes: BufferSource) => self.crypto.subtle.digest('SHA-256', bytes)
    };
    this.#keep = new Keep(site, scope, around);
    this.#lookUp = new LookUp(site, scope);
  }

  listen(): void {
    this.self.addEventListener('install', (event) =>
      event.waitUntil(this.#keep.bringShell().then(() => this.#keep.bringLive()))
    );
    this.self.addEventListener('activate', (event) => event.waitUntil(this.#begin()));
    this.self.addEventListener('fetch', (event) => {
      const { request } = event;
      if (/^https?:/.test(request.url)) event.respondWith(this.#rest.during(this.#answer(request)));
    });
    this.self.addEventListener('message', (event) => event.waitUntil(this.#hear(event)));
  }

  async #hear({ data, ports: [port] }: ExtendableMessageEvent): Promise<void> {
    const { ask, give } = data as { ask: Question; give: never };
    if (!Object.hasOwn(this.#answers, ask)) return;
    try {
      port?.postMessage({ answer: await this.#answers[ask](give) });
    } catch (error) {
      port?.postMessage({ error: String(error) });
    }
  }

  readonly #answers: Answers = {
    hello: async ({ version }) => {
      if (version === this.site.version) await this.#tidy();
      return this.#keep.kept();
    },
    next: () => this.#keep.bringNext(),
    check: () => this.#keep.check(),
    repair: (checked) => this.#keep.repair(checked),
    rest: () => this.#rest.come().then(() => true as const),
    apply: () => {
      // Not awaited: it comes true only when the older worker is done, and that one may wait for this answer.
      void this.self.skipWaiting();
      return Promise.resolve(true);
    }
  };

  /** Takes tabs of this build over, and lets go of older builds, once no tab comes from one. */
  async #tidy(): Promise<void> {
    if (!(await allOfVersion(this.self.clients, this.site.version))) return;
    await this.self.clients.claim();
    await this.#keep.forgetOlder();
  }

  /** Requests wait for this: tabs are asked later, when one says hello. */
  async #begin(): Promise<void> {
    const tabs = await this.self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (tabs.length === 0) await this.#keep.forgetOlder();
  }

  async #answer(request: Request): Promise<Response> {
    const navigates = request.mode === 'navigate';
    const answer = this.#lookUp.find({ method: request.method, url: request.url, navigates });
    try {
      return await this.#respond(answer, navigates);
    } catch {
      return Response.error();
    }
  }

  async #respond(answer: Answer, navigates: boolean): Promise<Response> {
    switch (answer.as) {
      case 'file':
        return (await this.#keep.get(answer.file)) ?? (await this.#keep.bring(answer.file));
      case 'live':
        // Not 404: that would say that the deployment has none.
        return (await this.#keep.live(answer.path)) ?? Response.error();
      case 'passing':
        return this.#keep.pass(answer.path);
      case 'elsewhere':
        return Response.redirect(new URL(answer.path, this.self.registration.scope).href, 308);
      case 'refused':
        return answer.status === 403 ? Response.error() : this.#plain(answer.status);
      case 'missing': {
        const older = await this.#keep.fromOlder(answer.path);
        if (older) return older;
        return navigates ? Response.redirect(this.self.registration.scope, 302) : this.#plain(404);
      }
    }
  }

  #plain(status: 404 | 405): Response {
    const text = status === 404 ? 'Not a file of this site.\n' : 'Only GET and HEAD.\n';
    return new Response(text, { status, headers: headersOf(this.site, 'answer.txt') });
  }
}
