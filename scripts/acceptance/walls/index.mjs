import * as parseErrors from './parse-errors.mjs';

/** @type {readonly import('../measure.mjs').Line[]} The table of own code and its walls, in its order. */
export const lines = [parseErrors];
