import { ADULT_MONTHS } from './age-band';
import type { Block } from './block';
import { kdigo as definition } from './definitions/further';
import type { OutputBlock } from './outputs';
import { remark } from './remarks';
import type { Scorer } from './scorer';

/** 1.2 − 0.9 is 0.29999999999999993: values with two decimals, a rise of exactly 0.3 must count. */
const ROUNDING = 1e-9;

/** Without a baseline the least value of the last 48 h is one: it lies within the 7 days. */
function baselineFrom48Hours(block: Block): void {
  const baseline = block.of('baseline');
  const recent = block.of('creatinine_48h');
  for (let row = 0; row < block.rows; row++)
    if (Number.isNaN(baseline[row] as number)) baseline[row] = recent[row] as number;
}

/** @returns NaN where neither a ratio nor another criterion of stage 3 is known */
function stage(creatinine: number, ratio: number, rise: number, replaced: boolean): number {
  if (replaced) return 3;
  if (Number.isNaN(ratio)) return NaN;
  const isInjury = ratio >= 1.5 - ROUNDING || rise >= 0.3 - ROUNDING;
  if (ratio >= 3 - ROUNDING || (isInjury && creatinine >= 4)) return 3;
  if (ratio >= 2 - ROUNDING) return 2;
  return Number(isInjury);
}

/** Rows without a stage, by what they lack. */
interface Lacking {
  creatinine: number;
  baseline: number;
}

function score(block: Block, out: OutputBlock, lacking: Lacking): void {
  const read = (name: string) => block.of(name);
  const [creatinine, recent, baseline] = [read('creatinine'), read('creatinine_48h'), read('baseline')];
  const [dialysis, egfr, age] = [read('dialysis'), read('egfr'), read('age_months')];
  const [ratio, rise, stages] = [out.of('ratio'), out.of('rise'), out.of('stage')];
  for (let row = 0; row < block.rows; row++) {
    const value = creatinine[row] as number;
    const isLow = (egfr[row] as number) < 35 && (age[row] as number) < ADULT_MONTHS;
    const times = value / (baseline[row] as number);
    const more = value - (recent[row] as number);
    const found = stage(value, times, more, dialysis[row] === 1 || isLow);
    ratio[row] = times;
    rise[row] = more;
    stages[row] = found;
    if (Number.isNaN(found)) lacking[Number.isNaN(value) ? 'creatinine' : 'baseline'] += 1;
  }
}

/** KDIGO stage by creatinine, 0 to 3. */
export const kdigo: Scorer = {
  definition,
  open() {
    const lacking: Lacking = { creatinine: 0, baseline: 0 };
    return {
      prepare: baselineFrom48Hours,
      score(block, out) {
        score(block, out, lacking);
      },
      remarks: () => [
        ...(lacking.creatinine > 0 ? [remark('creatinine-none', { rows: lacking.creatinine })] : []),
        ...(lacking.baseline > 0 ? [remark('baseline-none', { rows: lacking.baseline })] : [])
      ]
    };
  }
};
