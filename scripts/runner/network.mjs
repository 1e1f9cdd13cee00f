/** What needs no network: made by the page itself. */
const local = /^(blob|data|about):/;

/**
 * Writes down every request of a page, its workers and their workers, from now on.
 * @param {import('@playwright/test').BrowserContext} context
 * @returns {{method: string, url: string}[]} grows as the page asks
 */
export function recordRequests(context) {
  /** @type {{method: string, url: string}[]} */
  const requests = [];
  context.on('request', (request) => {
    if (!local.test(request.url())) requests.push({ method: request.method(), url: request.url() });
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => requests.push({ method: 'WEBSOCKET', url: socket.url() }));
  });
  return requests;
}
