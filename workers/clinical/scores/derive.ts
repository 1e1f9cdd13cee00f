import type { Block } from './block';

/** Above it the dissociation curve is flat and SpO2 says nothing about PaO2. */
const MOST_SATURATION = 97;

/**
 * Makes PaO2/FiO2 and SpO2/FiO2 from their sources where there is no column of them, and takes SpO2/FiO2 away where SpO2 is
 * above 97 %. Such a child was measured and has no low ratio: +Infinity is below no threshold and not missing.
 *
 * A column of ratios stands as it is: where it has none, whoever made it saw that the two values do not belong together
 * (FiO2 was changed after the other was measured), which cannot be seen here.
 *
 * @returns rows whose ready-made SpO2/FiO2 could not be checked
 */
export function deriveRatios(block: Block): number {
  const sf = block.of('sf_ratio');
  const spo2 = block.of('spo2');
  const fio2 = block.of('fio2');
  const isGiven = block.isGiven('sf_ratio');
  derivePf(block);
  let unchecked = 0;
  for (let row = 0; row < block.rows; row++) {
    const saturation = spo2[row] as number;
    if (saturation > MOST_SATURATION) sf[row] = Infinity;
    else if (!isGiven) sf[row] = saturation / (fio2[row] as number);
    else if (Number.isNaN(saturation) && !Number.isNaN(sf[row] as number)) unchecked += 1;
  }
  return unchecked;
}

/** PaO2/FiO2 alone. */
export function derivePf(block: Block): void {
  if (block.isGiven('pf_ratio')) return;
  const pf = block.of('pf_ratio');
  const pao2 = block.of('pao2');
  const fio2 = block.of('fio2');
  for (let row = 0; row < block.rows; row++) {
    pf[row] = (pao2[row] as number) / (fio2[row] as number);
  }
}

/**
 * Mean arterial pressure: (SBP + 2·DBP)/3 where none is given. A pair less than 1 mmHg apart is rejected, and so is a mean
 * outside its own pair; then the pair counts.
 */
export function deriveMap(block: Block): void {
  const map = block.of('map');
  const sbp = block.of('sbp');
  const dbp = block.of('dbp');
  for (let row = 0; row < block.rows; row++) {
    const systolic = sbp[row] as number;
    const diastolic = dbp[row] as number;
    if (Number.isNaN(systolic + diastolic)) continue;
    if (systolic - diastolic < 1) {
      block.reject('sbp', row);
      block.reject('dbp', row);
      continue;
    }
    const mean = map[row] as number;
    if (mean < diastolic || mean > systolic) block.reject('map', row);
    if (Number.isNaN(map[row] as number)) map[row] = (systolic + 2 * diastolic) / 3;
  }
}

/** Respiratory support is there with invasive ventilation, or where FiO2 is above room air. */
export function deriveSupport(block: Block): void {
  const support = block.of('other_respiratory_support');
  const imv = block.of('imv');
  const fio2 = block.of('fio2');
  for (let row = 0; row < block.rows; row++) {
    if (imv[row] === 1 || (fio2[row] as number) > 0.21) support[row] = 1;
    else if ((fio2[row] as number) <= 0.21 && Number.isNaN(support[row] as number)) support[row] = 0;
  }
}

/** Distinct agents running, where they are not counted already. An agent without a value beside others does not run. */
export function deriveAgents(block: Block, names: readonly string[]): void {
  const count = block.of('vasoactives');
  const agents = names.map((name) => block.of(name));
  for (let row = 0; row < block.rows; row++) {
    if (!Number.isNaN(count[row] as number)) continue;
    let running = 0;
    let known = false;
    for (const agent of agents) {
      const rate = agent[row] as number;
      if (rate >= 0) known = true;
      if (rate > 0) running += 1;
    }
    if (known) count[row] = running;
  }
}
