import * as badInput from './bad-input.mjs';
import * as hourlyGrid from './hourly-grid.mjs';
import * as forms from './forms.mjs';
import * as notebooks from './notebooks.mjs';
import * as oracles from './oracles.mjs';
import * as pathwayMap from './pathway-map.mjs';
import * as phoenix from './phoenix.mjs';
import * as quality from './quality.mjs';
import * as sim from './sim.mjs';

/** @type {readonly import('../measure.mjs').Line[]} The table of the clinical toolbox, in its order. */
export const lines = [oracles, phoenix, sim, quality, hourlyGrid, pathwayMap, badInput, forms, notebooks];
