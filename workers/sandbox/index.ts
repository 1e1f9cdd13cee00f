/** The door: what the page needs to talk to a sandbox. The sandbox itself is `worker.ts`, bundled into one file. */
export { connect, Handed } from './protocol';
export type { Connection, Methods, Port, WireError } from './protocol';
