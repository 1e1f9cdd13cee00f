import { ADULT_MONTHS } from './age-band';
import type { Block } from './block';
import { sirs as definition } from './definitions/further';
import type { OutputBlock } from './outputs';
import { remark } from './remarks';
import type { Scorer } from './scorer';

/** Limits from an age on, in months; a limit that is not printed is never passed. */
interface Limits {
  from: number;
  heartHigh: number;
  heartLow: number;
  breathsHigh: number;
  leukocytesHigh: number;
  leukocytesLow: number;
}

const never = { heartLow: -Infinity, leukocytesLow: -Infinity };

/** 7 days in months, the same bits as a converted age of 7 days. */
const WEEK = 7 / 30.4375;

const LIMITS: readonly Limits[] = [
  { ...never, from: 0, heartHigh: 180, heartLow: 100, breathsHigh: 50, leukocytesHigh: 34 },
  { from: WEEK, heartHigh: 180, heartLow: 100, breathsHigh: 40, leukocytesHigh: 19.5, leukocytesLow: 5 },
  { from: 1, heartHigh: 180, heartLow: 90, breathsHigh: 34, leukocytesHigh: 17.5, leukocytesLow: 5 },
  { ...never, from: 24, heartHigh: 140, breathsHigh: 22, leukocytesHigh: 15.5, leukocytesLow: 6 },
  { ...never, from: 72, heartHigh: 130, breathsHigh: 18, leukocytesHigh: 13.5, leukocytesLow: 4.5 },
  { ...never, from: 156, heartHigh: 110, breathsHigh: 14, leukocytesHigh: 11, leukocytesLow: 4.5 }
];

function limitsAt(months: number): Limits | undefined {
  if (!(months < ADULT_MONTHS)) return undefined;
  let found: Limits | undefined;
  for (const limits of LIMITS) if (months >= limits.from) found = limits;
  return found;
}

function score(block: Block, out: OutputBlock): number {
  const [age, temperature, heart] = [block.of('age_months'), block.of('temperature'), block.of('heart_rate')];
  const [breaths, leukocytes] = [block.of('respiratory_rate'), block.of('wbc')];
  const [warm, fast, breathing, white] = [
    out.of('temperature'),
    out.of('heart_rate'),
    out.of('respiratory_rate'),
    out.of('leukocytes')
  ];
  const [total, sirs] = [out.of('total'), out.of('sirs')];
  let tooOld = 0;
  for (let row = 0; row < block.rows; row++) {
    const limits = limitsAt(age[row] as number);
    const celsius = temperature[row] as number;
    const beats = heart[row] as number;
    const cells = leukocytes[row] as number;
    const t = Number(celsius > 38.5 || celsius < 36);
    const h = Number(limits !== undefined && (beats > limits.heartHigh || beats < limits.heartLow));
    const r = Number(limits !== undefined && (breaths[row] as number) > limits.breathsHigh);
    const w = Number(limits !== undefined && (cells > limits.leukocytesHigh || cells < limits.leukocytesLow));
    warm[row] = t;
    fast[row] = h;
    breathing[row] = r;
    white[row] = w;
    total[row] = t + h + r + w;
    sirs[row] = Number(t + h + r + w >= 2 && t + w > 0);
    tooOld += Number((age[row] as number) >= ADULT_MONTHS);
  }
  return tooOld;
}

/** Paediatric SIRS. Without an age only temperature counts. */
export const sirs: Scorer = {
  definition,
  open() {
    let tooOld = 0;
    return {
      score(block, out) {
        tooOld += score(block, out);
      },
      remarks: () => (tooOld > 0 ? [remark('age-from', { rows: tooOld, months: ADULT_MONTHS })] : [])
    };
  }
};
