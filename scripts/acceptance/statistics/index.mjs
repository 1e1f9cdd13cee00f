import * as coverage from './coverage.mjs';
import * as distributions from './distributions.mjs';
import * as honesty from './honesty.mjs';
import * as oracles from './oracles.mjs';
import * as speed from './speed.mjs';
import * as use from './use.mjs';

/** @type {readonly import('../measure.mjs').Line[]} The table of the statistics of a clinical paper, in its order. */
export const lines = [oracles, distributions, speed, honesty, coverage, use];
