/**
 * What may not be written where, as selectors of `no-restricted-syntax`.
 * @typedef {{selector: string, message: string}} Closed
 */

/** @param {string} name @returns {string} the name itself, and as a part of the global object */
const global = (name) =>
  `:matches(CallExpression, NewExpression) > :matches(Identifier.callee[name="${name}"], MemberExpression.callee[object.name=/^(self|globalThis|window)$/][property.name="${name}"])`;

/** @type {readonly Closed[]} Ways off the device: only `egress` will open one, and names it here. */
export const closedToAll = [
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
  'RTCPeerConnection',
  'importScripts'
].map((name) => ({
  selector: global(name),
  message: `${name} is a way off the device: bytes leave by src/lib/egress only.`
}));

/** @type {readonly Closed[]} What a person sees leave: the gate shows it first. Written in `src/lib/egress` only. */
export const leavesByEgress = [
  ['MemberExpression[object.property.name="clipboard"][property.name=/^write/]', 'The clipboard'],
  ['MemberExpression[object.property.name="clipboardData"][property.name="setData"]', 'The clipboard'],
  ['CallExpression[callee.property.name="execCommand"]', 'The clipboard'],
  ['MemberExpression[object.name="navigator"][property.name=/^(share|sendBeacon)$/]', 'Sharing'],
  [
    'CallExpression > MemberExpression.callee[object.name=/^(self|globalThis|window)$/][property.name="open"]',
    'Another window'
  ],
  [
    'CallExpression > MemberExpression.callee[object.name=/^(self|globalThis|window)$/][property.name="print"]',
    'Printing'
  ],
  ['MemberExpression[property.name="createObjectURL"]', 'An address of bytes'],
  ['AssignmentExpression[left.property.name="download"]', 'A download'],
  ['MemberExpression[property.name="showSaveFilePicker"]', 'A file on disk']
].map(([selector, what]) => ({
  selector: String(selector),
  message: `${what} is a way off the device: bytes leave by src/lib/egress only.`
}));

/** @type {readonly Closed[]} A worker loaded from a URL does not inherit the page's policy. */
export const startsWorkers = ['Worker', 'SharedWorker'].map((name) => ({
  selector: global(name),
  message: 'Workers are started by src/lib/engines/spawn.ts, from a blob: from a URL they would escape the policy.'
}));

/** @type {readonly Closed[]} The same notebook gives the same numbers, with no network and no clock. */
export const closedToWorkers = [
  { selector: global('fetch'), message: 'A worker gets its bytes from the page; it asks no host.' },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Results are seeded: draw from workers/shared/random.ts.'
  },
  {
    selector:
      'MemberExpression[object.name="Date"][property.name="now"], NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Results know no clock: the time comes in as a parameter.'
  },
  {
    selector: 'MemberExpression[object.name="crypto"][property.name=/^(randomUUID|getRandomValues)$/]',
    message: 'Results are seeded: draw from workers/shared/random.ts.'
  }
];
