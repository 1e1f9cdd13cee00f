import { logistic } from '../../shared/elementary';
import { ADULT_MONTHS, ageBand } from './age-band';
import type { Block } from './block';
import { pelod2 as definition } from './definitions/pelod2';
import { deriveMap, derivePf } from './derive';
import type { OutputBlock } from './outputs';
import { remark } from './remarks';
import type { Scorer } from './scorer';

/** By age band: from the first on 0 points, from the second 2, from the third 3, below it 6. */
const MAP = [
  [46, 31, 17],
  [55, 39, 25],
  [60, 44, 31],
  [62, 46, 32],
  [65, 49, 36],
  [67, 52, 38]
] as const;
/** µmol/L */
const CREATININE = [70, 23, 35, 51, 59, 93] as const;

function mapPoints(band: number, map: number): number {
  const limits = MAP[band];
  if (!limits || Number.isNaN(map)) return 0;
  const [none, two, three] = limits;
  return map >= none ? 0 : map >= two ? 2 : map >= three ? 3 : 6;
}

/** Each function of a value that may be NaN, which compares false and scores 0. */
const gcsPoints = (gcs: number) => (gcs < 5 ? 4 : gcs < 11 ? 1 : 0);
const lactatePoints = (lactate: number) => (lactate >= 11 ? 4 : lactate >= 5 ? 1 : 0);
const paco2Points = (paco2: number) => (paco2 >= 95 ? 3 : paco2 >= 59 ? 1 : 0);
const plateletPoints = (platelets: number) => (platelets <= 76 ? 2 : platelets <= 141 ? 1 : 0);

/** The points of a variable alone. */
const alone: readonly (readonly [input: string, component: string, points: (value: number) => number])[] = [
  ['gcs', 'gcs', gcsPoints],
  ['both_pupils_fixed', 'pupils', (fixed) => (fixed === 1 ? 5 : 0)],
  ['lactate', 'lactate', lactatePoints],
  ['paco2', 'paco2', paco2Points],
  ['imv', 'ventilation', (imv) => (imv === 1 ? 3 : 0)],
  ['wbc', 'wbc', (wbc) => (wbc <= 2 ? 2 : 0)],
  ['platelets', 'platelets', plateletPoints]
];

function score(block: Block, out: OutputBlock): void {
  const { rows } = block;
  const total = out.of('total');
  const probability = out.of('probability');
  for (const [input, component, points] of alone) {
    const values = block.of(input);
    const into = out.of(component);
    for (let row = 0; row < rows; row++) into[row] = points(values[row] as number);
  }
  const [age, map, creatinine] = [block.of('age_months'), block.of('map'), block.of('creatinine')];
  const [pf, cyanotic] = [block.of('pf_ratio'), block.of('cyanotic_heart_disease')];
  const [mapInto, creatinineInto, pfInto] = [out.of('map'), out.of('creatinine'), out.of('pf')];
  for (let row = 0; row < rows; row++) {
    const band = ageBand(age[row] as number);
    mapInto[row] = mapPoints(band, map[row] as number);
    creatinineInto[row] = band >= 0 && (creatinine[row] as number) >= (CREATININE[band] as number) ? 2 : 0;
    pfInto[row] = (pf[row] as number) < 61 && cyanotic[row] !== 1 ? 2 : 0;
  }
  total.fill(0, 0, rows);
  for (const { name } of definition.components) {
    const part = out.of(name);
    for (let row = 0; row < rows; row++) total[row] = (total[row] as number) + (part[row] as number);
  }
  for (let row = 0; row < rows; row++) probability[row] = logistic(-6.61 + 0.47 * (total[row] as number));
}

/** PELOD-2, 0 to 33, and the probability of death. */
export const pelod2: Scorer = {
  definition,
  open() {
    let tooOld = 0;
    return {
      prepare(block) {
        derivePf(block);
        deriveMap(block);
        const age = block.of('age_months');
        for (let row = 0; row < block.rows; row++) tooOld += Number((age[row] as number) > ADULT_MONTHS);
      },
      score,
      remarks: () => (tooOld > 0 ? [remark('age-above', { rows: tooOld, months: ADULT_MONTHS })] : [])
    };
  }
};
