/**
 * Phoenix total by hour with look-back, for checks of the simulator only (the clinical score is a room of its own).
 * Rules: Sanchez-Pinto et al., JAMA 2024; look-back 6 h (12 h GCS, 24 h laboratory), no pupils, agents as recorded.
 */
export type HourColumns = (name: string) => Float64Array;

/** A value is valid while `now − t ≤ window`. */
function lookBack(values: Float64Array, hour: Float64Array, window: number): { value: Float64Array; at: Float64Array } {
  const value = new Float64Array(values.length).fill(NaN);
  const at = new Float64Array(values.length).fill(NaN);
  let seen = -1;
  values.forEach((current, row) => {
    if (hour[row] === 0) seen = -1;
    if (!Number.isNaN(current)) seen = row;
    if (seen >= 0 && row - seen <= window) {
      value[row] = values[seen] as number;
      at[row] = seen;
    }
  });
  return { value, at };
}

/** [upper age in months, below which MAP gives 2 points, below which 1]. */
const MAP_BANDS = [
  [1, 17, 31],
  [12, 25, 39],
  [24, 31, 44],
  [60, 32, 45],
  [144, 36, 49],
  [216.01, 38, 52]
] as const;

function mapPoints(months: number, map: number): number {
  const band = MAP_BANDS.find(([upper]) => months < upper);
  if (!band || Number.isNaN(map)) return 0;
  return map < band[1] ? 2 : map < band[2] ? 1 : 0;
}

export function phoenixByHour(column: HourColumns): Float64Array {
  const hour = column('hour');
  const age = column('age_months');
  const within = (name: string, window: number) => lookBack(column(name), hour, window);
  const spo2 = within('spo2', 6);
  const fio2 = within('fio2', 6);
  const pao2 = within('pao2', 6);
  const map = within('map', 6).value;
  const lactate = within('lactate', 6).value;
  const gcs = within('gcs', 12).value;
  const [platelets, inr, dDimer, fibrinogen] = ['platelets', 'inr', 'd_dimer', 'fibrinogen'].map(
    (name) => within(name, 24).value
  ) as [Float64Array, Float64Array, Float64Array, Float64Array];
  const imv = column('imv');
  const support = column('support');
  const agents = column('vasoactives');
  return hour.map((_, row) => {
    const oxygen = fio2.value[row] as number;
    const fresh = (at: Float64Array) => (fio2.at[row] as number) <= (at[row] as number);
    const pf = fresh(pao2.at) ? (pao2.value[row] as number) / oxygen : NaN;
    const saturation = spo2.value[row] as number;
    const sf = fresh(spo2.at) && saturation <= 97 ? saturation / oxygen : NaN;
    const low = (pfLimit: number, sfLimit: number) => Number(pf < pfLimit || sf < sfLimit);
    const supported = Math.max(support[row] as number, imv[row] as number, Number(oxygen > 0.21));
    const respiratory = supported * low(400, 292) + (imv[row] as number) * (low(200, 220) + low(100, 148));
    const acid = lactate[row] as number;
    const cardiovascular =
      Math.min(2, agents[row] as number) +
      (acid >= 11 ? 2 : acid >= 5 ? 1 : 0) +
      mapPoints(age[row] as number, map[row] as number);
    const clotting =
      Number((platelets[row] as number) < 100) +
      Number((inr[row] as number) > 1.3) +
      Number((dDimer[row] as number) > 2) +
      Number((fibrinogen[row] as number) < 100);
    return respiratory + cardiovascular + Math.min(2, clotting) + Number((gcs[row] as number) <= 10);
  });
}
