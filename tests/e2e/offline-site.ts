import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { createServer as createListener, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as plain, type Page } from '@playwright/test';
import { siteListener } from '../../scripts/site/server.mjs';
import { addressSaid, unfold } from '../../scripts/site/unfolded';

export const built = fileURLToPath(new URL('../../build', import.meta.url));

/** A site somewhere, which can go away. */
export abstract class Away {
  abstract readonly url: string;
  #deaf: Deaf | undefined;

  /** Stops the server for good. @returns what is asked of its address from then on, each refused */
  async cut(): Promise<string[]> {
    await this.stop();
    this.#deaf = await Deaf.at(this.url);
    return this.#deaf.asked;
  }

  async close(): Promise<void> {
    await this.stop();
    await this.#deaf?.close();
  }

  /** Once is enough. */
  protected abstract stop(): Promise<void>;
}

/** A host whose site can be replaced, and which can go away. */
export class Host extends Away {
  /** Every request that arrived, with its query. */
  readonly asked: string[] = [];
  /** What is given in place of a file of the site, by its path below it. */
  readonly instead = new Map<string, string>();
  #directory = built;
  readonly #server;

  private constructor(readonly base: string) {
    super();
    this.#server = createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
      const given = this.instead.get((request.url ?? '').slice(base.length + 1));
      if (given !== undefined) return void response.end(given);
      // As a host that sends no header of ours: what holds must hold there.
      siteListener({ directory: this.#directory, base, headers: false })(request, response);
    });
  }

  static async open(base = ''): Promise<Host> {
    const host = new Host(base);
    await new Promise<void>((resolve) => host.#server.listen(0, '127.0.0.1', resolve));
    host.url = `http://127.0.0.1:${(host.#server.address() as AddressInfo).port}${base}`;
    return host;
  }

  url = '';

  deploy(directory: string): void {
    this.#directory = directory;
  }

  protected async stop(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The site as one file: unfolded, and served by what lies in it. */
export class Stick extends Away {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess
  ) {
    super();
  }

  /** @param folder where it is unfolded */
  static async open(folder: string): Promise<Stick> {
    await unfold(join(built, 'phems-notebook.zip'), folder);
    const server = spawn(join(folder, 'phems-notebook/start.sh'), ['--no-open', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    return new Stick(await addressSaid(server), server);
  }

  protected async stop(): Promise<void> {
    if (this.server.exitCode !== null || this.server.signalCode !== null) return;
    const ended = new Promise((resolve) => this.server.once('exit', resolve));
    this.server.kill();
    await ended;
  }
}

/** Stands where a server stood: writes down what is asked, and breaks off. */
class Deaf {
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createListener((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (part) => {
        this.asked.push(part.toString('latin1').split(' HTTP/', 1)[0] ?? '');
        socket.destroy();
      });
    });
  }

  static async at(url: string): Promise<Deaf> {
    const deaf = new Deaf();
    await new Promise<void>((resolve, reject) => {
      deaf.#server.once('error', reject);
      deaf.#server.listen(Number(new URL(url).port), '127.0.0.1', resolve);
    });
    return deaf;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

/** Each test has a host of its own, in a sub-folder, and a page that keeps silent. */
export const test = plain.extend<{ host: Host; problems: string[] }>({
  // eslint-disable-next-line no-empty-pattern -- the runner wants a pattern
  host: async ({}, use) => {
    const host = await Host.open('/a/b');
    await use(host);
    await host.close();
  },
  problems: [
    async ({ context }, use) => {
      const problems: string[] = [];
      context.on(
        'console',
        (message) => void (message.type() === 'error' && problems.push(`${message.text()} ${message.location().url}`))
      );
      context.on('weberror', (error) => problems.push(error.error().message));
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true }
  ]
});

/** Opens the settings and waits until everything is kept. */
export async function keepAll(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/settings`);
  await expect(page.getByText(/Offline ready: (\d+) of \1 files, [\d.]+\sMB/)).toBeVisible({ timeout: 60_000 });
}

/** Waits until the site's worker answers what the page asks. */
export const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });

/**
 * What was asked of a host that is gone, but for what a browser looks for by itself: a newer version, and what the
 * deployment may have changed since.
 */
export const others = (asked: readonly string[], { url }: { url: string }) => {
  const looks = ['service-worker.js', 'config.json', 'download.json'].map(
    (name) => `GET ${new URL(`${url}/${name}`).pathname}`
  );
  return asked.filter((line) => !looks.includes(line));
};

export { expect };
