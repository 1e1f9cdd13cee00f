import { ADULT_MONTHS, ageBand } from './age-band';
import type { Block } from './block';
import type { ScoreDefinition } from './definition';
import { AGENTS, phoenix as phoenixDefinition, phoenix8 as phoenix8Definition } from './definitions/phoenix';
import { deriveAgents, deriveMap, deriveRatios, deriveSupport } from './derive';
import type { OutputBlock } from './outputs';
import { remark, type Remark } from './remarks';
import type { Scorer, ScoreRun } from './scorer';

/** By age band: below the first 2 points, below the second 1. */
const MAP_TWO = [17, 25, 31, 32, 36, 38] as const;
const MAP_ONE = [31, 39, 44, 45, 49, 52] as const;
const CREATININE = [0.8, 0.3, 0.4, 0.6, 0.7, 1.0] as const;

/** The package scores 216 months exactly (`<= 216`); above it and without an age there is no band. */
function bandOf(months: number): number {
  return months <= ADULT_MONTHS ? ageBand(months) : -1;
}

function mapPoints(band: number, map: number): number {
  if (band < 0) return 0;
  return map < (MAP_TWO[band] as number) ? 2 : map < (MAP_ONE[band] as number) ? 1 : 0;
}

/** The missing compare false and score 0. */
function respiratory(block: Block, points: Float64Array): void {
  const pf = block.of('pf_ratio');
  const sf = block.of('sf_ratio');
  const imv = block.of('imv');
  const support = block.of('other_respiratory_support');
  for (let row = 0; row < block.rows; row++) {
    const p = pf[row] as number;
    const s = sf[row] as number;
    const ventilated = imv[row] === 1;
    const isLow = (support[row] === 1 || ventilated) && (p < 400 || s < 292);
    points[row] = Number(isLow) + (ventilated ? Number(p < 200 || s < 220) + Number(p < 100 || s < 148) : 0);
  }
}

function cardiovascular(block: Block, points: Float64Array): void {
  const agents = block.of('vasoactives');
  const lactate = block.of('lactate');
  const map = block.of('map');
  const age = block.of('age_months');
  for (let row = 0; row < block.rows; row++) {
    const running = agents[row] as number;
    const acid = lactate[row] as number;
    points[row] =
      (running >= 2 ? 2 : running >= 1 ? 1 : 0) +
      (acid >= 11 ? 2 : acid >= 5 ? 1 : 0) +
      mapPoints(bandOf(age[row] as number), map[row] as number);
  }
}

function coagulation(block: Block, points: Float64Array): void {
  const platelets = block.of('platelets');
  const inr = block.of('inr');
  const dDimer = block.of('d_dimer');
  const fibrinogen = block.of('fibrinogen');
  for (let row = 0; row < block.rows; row++) {
    const met =
      Number((platelets[row] as number) < 100) +
      Number((inr[row] as number) > 1.3) +
      Number((dDimer[row] as number) > 2) +
      Number((fibrinogen[row] as number) < 100);
    points[row] = Math.min(2, met);
  }
}

function neurologic(block: Block, points: Float64Array): void {
  const gcs = block.of('gcs');
  const pupils = block.of('fixed_pupils');
  for (let row = 0; row < block.rows; row++) points[row] = pupils[row] === 1 ? 2 : Number((gcs[row] as number) <= 10);
}

/** Endocrine, immunologic, renal, hepatic: 0 or 1 each. */
function furtherOrgans(block: Block, out: OutputBlock): void {
  const [glucose, anc, alc, creatinine, bilirubin, alt, age] = [
    'glucose',
    'anc',
    'alc',
    'creatinine',
    'bilirubin',
    'alt',
    'age_months'
  ].map((name) => block.of(name)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array
  ];
  const endocrine = out.of('endocrine');
  const immunologic = out.of('immunologic');
  const renal = out.of('renal');
  const hepatic = out.of('hepatic');
  const total = out.of('total');
  const total8 = out.of('total8');
  for (let row = 0; row < block.rows; row++) {
    const sugar = glucose[row] as number;
    const band = bandOf(age[row] as number);
    const e = Number(sugar < 50 || sugar > 150);
    const i = Number((anc[row] as number) < 0.5 || (alc[row] as number) < 1);
    const r = Number(band >= 0 && (creatinine[row] as number) >= (CREATININE[band] as number));
    const h = Number((bilirubin[row] as number) >= 4 || (alt[row] as number) > 102);
    endocrine[row] = e;
    immunologic[row] = i;
    renal[row] = r;
    hepatic[row] = h;
    total8[row] = (total[row] as number) + e + i + r + h;
  }
}

/** Positions of `INFECTION` and `PHOENIX_LABELS`. */
const UNKNOWN = 0;
const SUSPECTED = 1;
const NOT_SUSPECTED = 2;

function labelOf(isOver: boolean, infection: number, hasShock: boolean): number {
  if (!isOver) return 0;
  if (infection === UNKNOWN) return 3;
  return infection === NOT_SUSPECTED ? 4 : hasShock ? 2 : 1;
}

/** The criteria, and what they mean: without a suspected infection they are organ dysfunction and no sepsis. */
function readings(block: Block, out: OutputBlock): void {
  const suspected = block.of('suspected_infection');
  const [lungs, heart, clotting, brain] = ['respiratory', 'cardiovascular', 'coagulation', 'neurologic'].map((name) =>
    out.of(name)
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const total = out.of('total');
  const sepsis = out.of('sepsis');
  const shock = out.of('shock');
  const infection = out.of('infection');
  const label = out.of('label');
  for (let row = 0; row < block.rows; row++) {
    const cardiac = heart[row] as number;
    const sum = (lungs[row] as number) + cardiac + (clotting[row] as number) + (brain[row] as number);
    const known = suspected[row] === 1 ? SUSPECTED : suspected[row] === 0 ? NOT_SUSPECTED : UNKNOWN;
    const isOver = sum >= 2;
    // Of an infection that is unknown the criteria say neither yes nor no: a sum over them must not count it as sepsis.
    const isSepsis = isOver && known === UNKNOWN ? NaN : Number(isOver && known === SUSPECTED);
    total[row] = sum;
    infection[row] = known;
    sepsis[row] = isSepsis;
    shock[row] = cardiac >= 1 ? isSepsis : 0;
    label[row] = labelOf(isOver, known, cardiac >= 1);
  }
}

function open(definition: ScoreDefinition): ScoreRun {
  const agents = AGENTS.map(([name]) => name);
  const isEight = definition === phoenix8Definition;
  let unchecked = 0;
  let tooOld = 0;
  let unknown = 0;
  return {
    prepare(block) {
      unchecked += deriveRatios(block);
      deriveMap(block);
      deriveSupport(block);
      deriveAgents(block, agents);
    },
    score(block, out) {
      respiratory(block, out.of('respiratory'));
      cardiovascular(block, out.of('cardiovascular'));
      coagulation(block, out.of('coagulation'));
      neurologic(block, out.of('neurologic'));
      readings(block, out);
      if (isEight) furtherOrgans(block, out);
      const age = block.of('age_months');
      const suspected = block.of('suspected_infection');
      for (let row = 0; row < block.rows; row++) {
        tooOld += Number((age[row] as number) > ADULT_MONTHS);
        unknown += Number(Number.isNaN(suspected[row] as number));
      }
    },
    remarks() {
      const found: Remark[] = [];
      if (unknown > 0) found.push(remark('infection-not-established', { rows: unknown }));
      if (tooOld > 0) found.push(remark('age-above', { rows: tooOld, months: ADULT_MONTHS }));
      if (unchecked > 0) found.push(remark('saturation-not-seen', { rows: unchecked }));
      return found;
    }
  };
}

/** Phoenix: four organ systems, sepsis and septic shock. */
export const phoenix: Scorer = { definition: phoenixDefinition, open: () => open(phoenixDefinition) };

/** Phoenix-8: the same and four organ systems more; they do not change what is sepsis. */
export const phoenix8: Scorer = { definition: phoenix8Definition, open: () => open(phoenix8Definition) };
