import { expect, test } from 'vitest';
import * as statistics from '../../statistics';
import * as monitoring from '../../statistics/monitoring';
import * as cardiac from '../cardiac';
import * as events from '../events';
import * as files from '../files';
import * as haemophilia from '../haemophilia';
import * as hourly from '../hourly';
import * as clinical from '../index';
import * as pathway from '../pathway';
import * as pk from '../pk';
import * as quality from '../quality';
import * as scores from '../scores';
import * as utility from '../utility';

const functionsOf = (door: object) => Object.entries(door).filter(([, value]) => typeof value === 'function');

test('every function that the clinical and monitoring doors hand on has its matrix in its own room', () => {
  const rooms = [statistics, cardiac, events, files, haemophilia, hourly, pathway, pk, quality, scores, utility];
  const covered = new Set(rooms.flatMap((door) => functionsOf(door).map(([, value]) => value as unknown)));
  // `fillHours` is what the matrix of `hourlyGrid` fills with, `checkRisks` what `benchmark` refuses risks with.
  for (const own of [clinical.simulate, clinical.byTable, clinical.fillHours, monitoring.checkRisks]) covered.add(own);
  const without = [...functionsOf(clinical), ...functionsOf(monitoring)].filter(([, value]) => !covered.has(value));
  expect(without.map(([name]) => name)).toEqual([]);
});
