import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';

/** A listener on a port of its own, for HTTP, WebSocket and UDP: the foreign host that no page of ours may ever reach. */
export class Honeypot {
  /** Every request that arrived, as `METHOD path`; a datagram as `UDP`. @type {string[]} */
  caught = [];
  #server;
  #datagrams = createSocket('udp4');
  #port = 0;

  /** @param {number} [port] the same for both listeners; a free one unless given */
  constructor(port = 0) {
    this.#port = port;
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
    this.#datagrams.on('message', () => this.caught.push('UDP'));
  }

  static async open() {
    const pot = new Honeypot();
    await new Promise((resolve) => pot.#server.listen(pot.#port, '127.0.0.1', () => resolve(undefined)));
    const address = pot.#server.address();
    pot.#port = typeof address === 'object' && address ? address.port : 0;
    await new Promise((resolve) => pot.#datagrams.bind(pot.#port, '127.0.0.1', () => resolve(undefined)));
    return pot;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Paths that were asked for, and `UDP`. @returns {Set<string>} */
  get paths() {
    return new Set(this.caught.map((one) => one.split(' ')[1]?.split('?')[0] ?? one));
  }

  async close() {
    this.#datagrams.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
