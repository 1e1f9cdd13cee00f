import * as accessibility from './accessibility.mjs';
import * as contrast from './contrast.mjs';
import * as exchange from './exchange.mjs';
import * as grid from './grid.mjs';
import * as invariants from './invariants.mjs';
import * as looks from './looks.mjs';
import * as nothingLost from './nothing-lost.mjs';
import * as profile from './profile.mjs';
import * as typing from './typing.mjs';
import * as walks from './walks.mjs';

/** @type {readonly import('../measure.mjs').Line[]} The table of a first-class notebook, in its order. */
export const lines = [walks, grid, profile, typing, invariants, nothingLost, contrast, accessibility, looks, exchange];
