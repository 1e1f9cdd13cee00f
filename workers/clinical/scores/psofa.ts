import { ADULT_MONTHS, ageBand } from './age-band';
import type { Block } from './block';
import { psofa as definition } from './definitions/psofa';
import { deriveMap, deriveRatios } from './derive';
import type { OutputBlock } from './outputs';
import { remark } from './remarks';
import type { Scorer } from './scorer';

/** By age band, the last one for ages above 216 months. */
const MAP_LIMIT = [46, 55, 60, 62, 65, 67, 70] as const;
/** From these on 1, 2, 3, 4 points. */
const CREATININE = [
  [0.8, 1.0, 1.2, 1.6],
  [0.3, 0.5, 0.8, 1.2],
  [0.4, 0.6, 1.1, 1.5],
  [0.6, 0.9, 1.6, 2.3],
  [0.7, 1.1, 1.8, 2.6],
  [1.0, 1.7, 2.9, 4.2],
  [1.2, 2.0, 3.5, 5.0]
] as const;

function bandOf(months: number): number {
  return months > ADULT_MONTHS ? 6 : ageBand(months);
}

/** Points of a value that is worse the lower it is: one for each limit it is below. */
function below(value: number, limits: readonly number[]): number {
  let points = 0;
  for (const limit of limits) points += Number(value < limit);
  return points;
}

/** Points of a value that is worse the higher it is: one for each limit it reaches. */
function reached(value: number, limits: readonly number[]): number {
  let points = 0;
  for (const limit of limits) points += Number(value >= limit);
  return points;
}

const PF = [400, 300, 200, 100] as const;
const SF = [292, 264, 221, 148] as const;

/** 3 and 4 points need support; a low ratio without it is 2. PaO2/FiO2 wins. */
function respiratoryPoints(pf: number, sf: number, supported: boolean): number {
  const points = Number.isNaN(pf) ? below(sf, SF) : below(pf, PF);
  return supported ? points : Math.min(2, points);
}

/** Rates in µg/kg/min. A missing rate compares false. */
function agentPoints(dopamine: number, dobutamine: number, epinephrine: number, norepinephrine: number): number {
  if (dopamine > 15 || epinephrine > 0.1 || norepinephrine > 0.1) return 4;
  if (dopamine > 5 || epinephrine > 0 || norepinephrine > 0) return 3;
  return dopamine > 0 || dobutamine > 0 ? 2 : 0;
}

function supportFromVentilation(block: Block): void {
  const support = block.of('respiratory_support');
  const imv = block.of('imv');
  for (let row = 0; row < block.rows; row++) if (imv[row] === 1) support[row] = 1;
}

const PLATELETS = [150, 100, 50, 20] as const;
const BILIRUBIN = [1.2, 2, 6, 12] as const;
const GCS = [15, 13, 10, 6] as const;

function score(block: Block, out: OutputBlock): void {
  const read = (name: string) => block.of(name);
  const [age, pf, sf, support] = [read('age_months'), read('pf_ratio'), read('sf_ratio'), read('respiratory_support')];
  const [platelets, bilirubin, gcs, creatinine] = [
    read('platelets'),
    read('bilirubin'),
    read('gcs'),
    read('creatinine')
  ];
  const [map, dopamine, dobutamine] = [read('map'), read('dopamine'), read('dobutamine')];
  const [epinephrine, norepinephrine] = [read('epinephrine'), read('norepinephrine')];
  const [lungs, clotting, liver] = [out.of('respiratory'), out.of('coagulation'), out.of('hepatic')];
  const [heart, brain, kidneys, total] = [
    out.of('cardiovascular'),
    out.of('neurologic'),
    out.of('renal'),
    out.of('total')
  ];
  const parts = [lungs, clotting, liver, heart, brain, kidneys];
  for (let row = 0; row < block.rows; row++) {
    const band = bandOf(age[row] as number);
    const agents = agentPoints(
      dopamine[row] as number,
      dobutamine[row] as number,
      epinephrine[row] as number,
      norepinephrine[row] as number
    );
    lungs[row] = respiratoryPoints(pf[row] as number, sf[row] as number, support[row] === 1);
    clotting[row] = below(platelets[row] as number, PLATELETS);
    liver[row] = reached(bilirubin[row] as number, BILIRUBIN);
    heart[row] = agents || Number(band >= 0 && (map[row] as number) < (MAP_LIMIT[band] as number));
    brain[row] = below(gcs[row] as number, GCS);
    kidneys[row] = band >= 0 ? reached(creatinine[row] as number, CREATININE[band] as readonly number[]) : 0;
    let sum = 0;
    for (const part of parts) sum += part[row] as number;
    total[row] = sum;
  }
}

/** pSOFA, 0 to 24. */
export const psofa: Scorer = {
  definition,
  open() {
    let unchecked = 0;
    return {
      prepare(block) {
        unchecked += deriveRatios(block);
        deriveMap(block);
        supportFromVentilation(block);
      },
      score,
      remarks: () => (unchecked > 0 ? [remark('saturation-not-seen', { rows: unchecked })] : [])
    };
  }
};
