import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listener on a port of its own: the foreign host that no page of ours may ever reach. */
export class Honeypot {
  /** Every request that arrived, as `METHOD path`. */
  readonly caught: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      // Willing to everybody: what keeps the page away must be the page's own walls.
      response.setHeader('access-control-allow-origin', '*');
      if (request.url === '/free') {
        response.setHeader('content-type', 'text/html');
        response.end('<!doctype html><title>No policy here</title>');
        return;
      }
      if (request.url !== '/favicon.ico') this.caught.push(`${request.method} ${request.url}`);
      response.end('caught');
    });
    // A socket that is opened and says nothing is a message, too.
    this.#server.on('clientError', (_, socket) => {
      this.caught.push('a broken request');
      socket.destroy();
    });
    this.#server.on('upgrade', (request, socket) => {
      this.caught.push(`UPGRADE ${request.url}`);
      socket.destroy();
    });
  }

  static async open(): Promise<Honeypot> {
    const pot = new Honeypot();
    await new Promise<void>((resolve) => pot.#server.listen(0, '127.0.0.1', resolve));
    return pot;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
