/** What a variable can be, in a unit. Beyond it a value is a slip of measuring, writing or unit. */
export interface PlausibleRange {
  variable: string;
  unit: string;
  low: number;
  high: number;
  /** What the same values look like in another unit that is often mixed in. */
  other?: { unit: string; low: number; high: number };
}

interface Rule extends PlausibleRange {
  /** The column's name in lower case, without its unit. */
  names: RegExp;
  /** Units in which the range holds, as they are written; a column without a unit is taken to have it. */
  units: RegExp;
}

/** Where the ranges come from. */
export const plausibleSource = 'PHEMS plausibility table (heart rate 20–300 /min …)';

const perMinute = /^(\/min|1\/min|bpm|min-?1|beats?\/min|breaths?\/min)$/i;
const mmHg = /^mm ?\[?hg\]?$/i;
const mgPerDl = /^mg\/dl$/i;
const perMicrolitre = /^(10\^?3|10³|10\*3|k)\/?(µl|ul|mm3|mm³)$/i;
const anything = /^/;

const rules: readonly Rule[] = [
  { variable: 'heart rate', names: /^(heart_?rate|hr|pulse)$/, unit: '/min', units: perMinute, low: 20, high: 300 },
  {
    variable: 'respiratory rate',
    names: /^(resp(iratory)?_?rate|rr)$/,
    unit: '/min',
    units: perMinute,
    low: 3,
    high: 150
  },
  {
    variable: 'mean arterial pressure',
    names: /^(map|mean_arterial_pressure|mbp)$/,
    unit: 'mmHg',
    units: mmHg,
    low: 10,
    high: 200
  },
  {
    variable: 'systolic pressure',
    names: /^(sbp|systolic(_bp|_pressure|_blood_pressure)?)$/,
    unit: 'mmHg',
    units: mmHg,
    low: 20,
    high: 300
  },
  {
    variable: 'diastolic pressure',
    names: /^(dbp|diastolic(_bp|_pressure|_blood_pressure)?)$/,
    unit: 'mmHg',
    units: mmHg,
    low: 5,
    high: 200
  },
  {
    variable: 'temperature',
    names: /^(body_?)?temp(erature)?$/,
    unit: '°C',
    units: /^(°c|c|cel|degc|celsius)$/i,
    low: 25,
    high: 43,
    other: { unit: '°F', low: 77, high: 110 }
  },
  {
    variable: 'oxygen saturation',
    names: /^(spo2|sao2|o2_?sat(uration)?)$/,
    unit: '%',
    units: /^%$/,
    low: 20,
    high: 100,
    other: { unit: 'fraction', low: 0.2, high: 1 }
  },
  {
    variable: 'inspired oxygen',
    names: /^fio2$/,
    unit: 'fraction',
    units: /^(fraction|\{fraction\}|1)$/i,
    low: 0.21,
    high: 1,
    other: { unit: '%', low: 21, high: 100 }
  },
  { variable: 'Glasgow Coma Scale', names: /^gcs(_total)?$/, unit: 'points', units: anything, low: 3, high: 15 },
  {
    variable: 'weight',
    names: /^(body_?)?weight$/,
    unit: 'kg',
    units: /^kg$/i,
    low: 0.4,
    high: 200,
    other: { unit: 'g', low: 400, high: 200_000 }
  },
  { variable: 'lactate', names: /^lactate$/, unit: 'mmol/L', units: /^mmol\/l$/i, low: 0.1, high: 30 },
  { variable: 'CRP', names: /^(crp|c_reactive_protein)$/, unit: 'mg/L', units: /^mg\/l$/i, low: 0, high: 600 },
  {
    variable: 'white blood cells',
    names: /^(wbc|leu[ck]ocytes|white_blood_cells)$/,
    unit: '10³/µL',
    units: perMicrolitre,
    low: 0,
    high: 500
  },
  {
    variable: 'platelets',
    names: /^(platelets?|plt|thrombocytes)$/,
    unit: '10³/µL',
    units: perMicrolitre,
    low: 0,
    high: 2000
  },
  {
    variable: 'creatinine',
    names: /^creatinine$/,
    unit: 'mg/dL',
    units: mgPerDl,
    low: 0.02,
    high: 20,
    other: { unit: 'µmol/L', low: 20.0001, high: 1768 }
  },
  {
    variable: 'glucose',
    names: /^(glucose|blood_glucose)$/,
    unit: 'mg/dL',
    units: mgPerDl,
    low: 5,
    high: 2000
  },
  { variable: 'bilirubin', names: /^(bilirubin|total_bilirubin)$/, unit: 'mg/dL', units: mgPerDl, low: 0, high: 60 },
  { variable: 'PaO2', names: /^(pao2|po2)$/, unit: 'mmHg', units: mmHg, low: 10, high: 700 },
  { variable: 'PaCO2', names: /^(paco2|pco2)$/, unit: 'mmHg', units: mmHg, low: 5, high: 200 },
  { variable: 'INR', names: /^inr$/, unit: '', units: anything, low: 0.5, high: 20 },
  { variable: 'fibrinogen', names: /^fibrinogen$/, unit: 'mg/dL', units: mgPerDl, low: 10, high: 1500 },
  { variable: 'D-dimer', names: /^d_?dimer$/, unit: 'mg/L FEU', units: /^mg\/l( ?\{?feu\}?)?$/i, low: 0, high: 100 },
  {
    variable: 'factor VIII',
    names: /^(fviii|factor_viii|fviii_activity)$/,
    unit: 'IU/dL',
    units: /^iu\/dl$/i,
    low: 0,
    high: 400
  },
  { variable: 'factor IX', names: /^(fix|factor_ix)$/, unit: 'IU/dL', units: /^iu\/dl$/i, low: 0, high: 400 }
];

/** The range of a column, where its name and unit are those of a known variable. */
export function plausibleOf(column: string, unit: string | undefined): PlausibleRange | undefined {
  const name = column.toLowerCase().replace(/_(mean|median|min|max|first|last)$/, '');
  const rule = rules.find(({ names }) => names.test(name));
  if (!rule || (unit !== undefined && unit !== '' && !rule.units.test(unit.trim()))) return undefined;
  const { variable, unit: of, low, high, other } = rule;
  return { variable, unit: of, low, high, ...(other && { other }) };
}
