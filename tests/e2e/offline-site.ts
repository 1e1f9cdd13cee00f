import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { siteListener } from '../../scripts/site/server.mjs';

export const built = fileURLToPath(new URL('../../build', import.meta.url));

/** A host whose site can be replaced, and which can go away. */
export class Host {
  /** Every request that arrived, with its query. */
  readonly asked: string[] = [];
  #directory = built;
  readonly #server;

  private constructor(readonly base: string) {
    this.#server = createServer((request, response) => {
      this.asked.push(`${request.method} ${request.url}`);
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

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Opens the settings and waits until everything is kept. */
export async function keepAll(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.url}/settings`);
  await expect(page.getByText(/Offline ready: (\d+) of \1 files, [\d.]+\sMB/)).toBeVisible({ timeout: 60_000 });
}

/** Waits until the site's worker answers what the page asks. */
export const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 30_000 });
