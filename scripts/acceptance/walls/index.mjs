import * as speed from './code-speed.mjs';
import * as stop from './code-stop.mjs';
import * as fuzz from './fuzz.mjs';
import * as gate from './gate.mjs';
import * as honeypot from './honeypot.mjs';
import * as offline from './offline.mjs';
import * as parseErrors from './parse-errors.mjs';
import * as reproducible from './reproducible.mjs';
import * as sameOrigin from './same-origin.mjs';
import * as storage from './storage.mjs';
import * as walks from './walks.mjs';

/** @type {readonly import('../measure.mjs').Line[]} The table of own code and the walls, in its order. */
export const lines = [
  honeypot,
  sameOrigin,
  storage,
  stop,
  speed,
  parseErrors,
  gate,
  offline,
  fuzz,
  reproducible,
  walks
];
