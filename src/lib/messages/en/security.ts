import { counted } from './pages';

/** The page for whoever answers for data protection: what is kept in, by what, and what is not. */
export const security = {
  title: 'Security',
  heading: 'What this page can and cannot do',
  lead: 'Files are read, computed and drawn on this device. The host only hands out the files of this site; nothing that you open is sent to it, or to anybody else.',
  stays: 'What stays',
  staysList: {
    memory:
      'Every file that you open, every table and every result. They are in the memory of this tab and end with it.',
    browser:
      'Notebooks, settings and the ledger are kept by this browser on this device. *Forget everything* in the settings deletes them.',
    nobody: 'There is no account, no cookie, no counting of visits, and nothing comes from other hosts.'
  },
  leaves: 'What leaves, and only how',
  leavesList: {
    gate: 'Files, links and copies of many rows pass the gate. It looks for names, dates of birth, single persons and small groups, shows exactly what would leave, and waits for your word.',
    light:
      'Your own text and a single value can be copied freely. Every larger copy, and every print, stands in the ledger.',
    ledger:
      'The ledger lists what left, what was kept here and what was blocked, as a chain: no entry can be removed or altered unseen. `verify-ledger.mjs` verifies an export of it without this page.'
  },
  code: 'What own code of a cell may do',
  codeList: {
    may: 'It reads the tables and values of its notebook, computes, and shows the result in its cell.',
    mayNot:
      'It has no network, no storage, no files and no hold of the page: it runs in a worker inside a frame that has no origin. Stop ends it within a second.',
    asked:
      'Code that came from outside waits until you have read and allowed it. Read what it shows as the work of whoever wrote it.'
  },
  wall: 'What the wall is',
  wallList: {
    policy:
      'A content security policy stands in every page, and the browser enforces it: scripts, connections, pictures, frames and forms reach this host or nobody. Workers inherit it, on hosts that send no headers, too.',
    types:
      'A text becomes markup or the address of a script in one place of the code only, where the browser knows Trusted Types: what slips past everything else finds no way in.',
    engine:
      'The data engine is locked before its first statement: SQL opens no address and no path, loads no extension and changes no setting.',
    own: 'Requests to the own host are for files of this site only. The ready settings for hosts answer none that carries a query.'
  },
  not: 'What it cannot protect from',
  notList: {
    extensions: 'Extensions of the browser: they may read every page. Use a profile without any.',
    screen: 'A screenshot, a photograph, somebody behind you.',
    device: 'Other programs on this device, and a proxy of the hospital that opens encrypted connections.',
    copy: 'A changed copy of this site. It would pass its own self-test: compare the build, see below.',
    page: 'Code that ran in the page itself: no policy stops WebRTC, a new window or a link there. So no foreign code ever runs there, and the page takes WebRTC away at its start.',
    person: 'Somebody who lets out at the gate what should have stayed.'
  },
  build: 'Whether it is the build it says',
  buildText:
    'One mark stands for all files of this site (SHA-256 of the list of their hashes). The same sources give the same mark.',
  mark: 'Mark',
  check: 'To check',
  checkText:
    'From another device, since a changed page can show any mark: the result has to be the mark, and the one that is published for this version.',
  noBuild: 'A development server: it has no mark.',
  host: 'What the host sends',
  hostText:
    'The page brings its policy along. These headers close what only a host can close, on the first visit and in frames of others.',
  hostKept:
    'This answer came from the copy that the browser keeps, which adds the headers itself. What the host sends is seen in a private window.',
  hostUnknown: 'The host did not answer.',
  hostLooking: 'Asking …',
  sent: 'sent',
  missing: 'not sent',
  headers: {
    policy: 'the policy, and no page of others may show this one in a frame',
    nosniff: 'files count as what they are sent as',
    referrer: 'no other host learns this address',
    opener: 'windows of others have no hold of this one',
    resource: 'pages of others may not use these files',
    permissions: 'camera, microphone, place and the like are off',
    dns: 'no names are looked up in advance'
  },
  hostFiles: (folder: string) =>
    `Ready settings for nginx, Caddy, Apache and others come with the site, in \`${folder}\`.`,
  test: 'Self-test',
  testText: (n: number) =>
    `${counted(n, 'attempt', 'attempts')} to get out, made now and here: by code in the page, in a worker, in a cell of own code, and by SQL. They ask for \`self-test.invalid\`, a name that belongs to nobody.`,
  testNow: 'Test it now',
  stop: 'Stop',
  again: 'Test again',
  running: (done: number, of: number) => `Testing: ${done} of ${of}`,
  stopped: (done: number, of: number) => `Ended after ${done} of ${of}. What is not listed as blocked was not tested.`,
  allBlocked: (n: number, of: number) => `${n} of ${of} were stopped.`,
  notBlocked: (n: number, of: number) => `${n} of ${of} were not stopped.`,
  unclear: (n: number) => `${n} cannot be tested in this browser; the list says why.`,
  openHint: 'Open no data that matters at this address with this browser. Show this list to whoever runs the site.',
  blockedOf: (n: number, of: number) => `${n} of ${of} blocked`,
  untestable: (n: number) => `${n} not testable`,
  verdicts: { blocked: 'blocked', open: 'not blocked', unclear: 'not testable', waiting: 'waits', trying: 'testing' },
  places: {
    page: 'By code in the page',
    worker: 'By code in a worker',
    cell: 'By a cell of own code',
    sql: 'By SQL'
  },
  how: {
    rule: (what: string) => `The policy refused it: \`${what}\`.`,
    absent: (what: string) => `There is no \`${what}\` here.`,
    told: () => 'It is taken away: the code is told that notebooks have no network.',
    browser: (what: string) => `The browser refused it: \`${what}\`.`,
    before: () => 'Refused when the cell was read, before anything ran.',
    looked: () => 'Looked afterwards: nothing had happened.',
    locked: () => 'The engine is locked and refused it.',
    guarded: () => 'Refused before the engine was asked: a cell of SQL is one SELECT.',
    went: () => 'It went through.',
    asked: () => 'Nothing refused it: the browser went and asked.',
    mute: () => 'This browser does not tell of refusals here.',
    late: () => 'It came to no end, and nothing says why.',
    broken: () => 'It could not be tried here.',
    silent: () => 'No browser tells what became of it. Markup of cells and notebooks is cleaned of it.',
    leads: () => 'No policy stops it, and to try it would lead this tab away. No foreign code runs in the page.'
  },
  attempts: {
    fetch: 'Ask an address: `fetch`',
    xhr: 'Ask an address: `XMLHttpRequest`',
    beacon: 'Send a message on leaving: `sendBeacon`',
    websocket: 'Open a connection: `WebSocket`',
    eventsource: 'Listen to an address: `EventSource`',
    webtransport: 'Open a connection: `WebTransport`',
    webrtc: 'Talk to another browser: `RTCPeerConnection`',
    import: 'Load code: `import()`',
    importscripts: 'Load code: `importScripts`',
    script: 'Load code: `<script>`',
    worker: 'Start a worker from an address',
    nested: 'Ask from a worker started for it',
    font: 'Load a font',
    image: 'Load a picture',
    css: 'Load a background: `url()` in a style',
    stylesheet: 'Load a style sheet',
    media: 'Load a film',
    frame: 'Show a page in a frame',
    object: 'Show a page as an `<object>`',
    embed: 'Show a page as an `<embed>`',
    form: 'Send a form',
    prefetch: 'Load in advance: `prefetch`',
    preconnect: 'Connect in advance: `preconnect`',
    ping: 'Tell an address of a click: `ping`',
    base: 'Move all addresses elsewhere: `<base>`',
    handler: 'Run code that stands in markup',
    eval: 'Run a text as code: `eval`',
    function: 'Run a text as code: `Function`',
    open: 'Open a window',
    navigate: 'Lead the page elsewhere',
    'own-fetch': 'Ask this host with data in the address: `fetch`',
    'own-importscripts': 'Ask this host with data in the address: `importScripts`',
    'own-font': 'Ask this host with data in the address: a font',
    parent: 'Reach the page around it',
    indexeddb: 'Keep something: `indexedDB`',
    caches: 'Keep something: `caches`',
    localstorage: 'Keep something: `localStorage`',
    files: 'Keep something: private files',
    cookie: 'Keep something: a cookie',
    channel: 'Talk to other tabs: `BroadcastChannel`',
    locks: 'Signal to other tabs: locks',
    'read-csv': 'Read an address: `read_csv`',
    'read-parquet': 'Read an address: `read_parquet`',
    'read-text': 'Read an address: `read_text`',
    'from-address': 'Read an address: `from`',
    'read-disk': 'Read a file of this device',
    'copy-to': 'Write to an address: `copy … to`',
    attach: 'Attach a database at an address',
    load: 'Load the network extension: `httpfs`',
    'load-address': 'Load an extension from an address',
    unlock: 'Open the lock'
  }
};
