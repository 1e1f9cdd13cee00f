/** Ways off the device that a worker has. The policy of the frame closes them; here they get words. */
const ways = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel'
];

/** Thrown where code asks for the network. */
export class NoNetwork extends Error {
  override readonly name = 'NoNetwork';
  readonly code = 'code-no-network';
}

/** Puts a sentence in the place of what would only say "refused by policy". The wall is the frame's policy, not this. */
export function closeWays(scope: Record<string, unknown>): void {
  for (const way of ways) {
    if (!(way in scope)) continue;
    const refuse = function () {
      throw new NoNetwork(`${way} is not available: notebooks have no network. Import the file instead.`);
    };
    Object.defineProperty(scope, way, { value: refuse, writable: false, configurable: false });
  }
}
