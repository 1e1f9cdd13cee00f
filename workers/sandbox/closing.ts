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

/** What code asked for although it is not there. */
export type Asked = (way: string, address: string) => void;

/** An address as it was given. Whatever else was given is not looked at: reading it could run code. */
function addressOf(given: unknown): string {
  if (typeof given === 'string') return given.slice(0, longestAddress);
  return given instanceof URL ? String(given).slice(0, longestAddress) : '';
}

const longestAddress = 2_000;

/** Puts a sentence in the place of what would only say "refused by policy". The wall is the frame's policy, not this. */
export function closeWays(scope: Record<string, unknown>, asked: Asked): void {
  for (const way of ways) {
    if (!(way in scope)) continue;
    const refuse = function (address?: unknown) {
      asked(way, addressOf(address));
      throw new NoNetwork(`${way} is not available: notebooks have no network. Import the file instead.`);
    };
    Object.defineProperty(scope, way, { value: refuse, writable: false, configurable: false });
  }
}
