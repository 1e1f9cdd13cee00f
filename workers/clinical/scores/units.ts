import type { Quantity } from './definition';

/** base = (value + add) · multiply / divide. Division is kept apart: 7 d / 30.4375 must be the same bits everywhere. */
interface Unit {
  unit: string;
  /** Other ways to write it, after `plain`. */
  also?: readonly string[];
  add?: number;
  multiply?: number;
  divide?: number;
}

/** How numbers in one unit become numbers in another. */
export interface Conversion {
  add: number;
  multiply: number;
  divide: number;
}

/** The first unit of each is the base. Factors: clinical reference §1. */
const quantities: Readonly<Record<Quantity, readonly Unit[]>> = {
  age: [
    { unit: 'months', also: ['month', 'mo'] },
    { unit: 'days', also: ['day', 'd'], divide: 30.4375 },
    { unit: 'weeks', also: ['week', 'wk'], multiply: 7, divide: 30.4375 },
    { unit: 'years', also: ['year', 'y', 'a', 'yr'], multiply: 12 }
  ],
  pressure: [{ unit: 'mmHg' }, { unit: 'kPa', multiply: 7.50062 }],
  saturation: [
    { unit: '%', also: ['percent'] },
    { unit: 'fraction', also: ['1'], multiply: 100 }
  ],
  'oxygen fraction': [
    { unit: 'fraction', also: ['1'] },
    { unit: '%', also: ['percent'], divide: 100 }
  ],
  'saturation ratio': [{ unit: 'ratio', also: ['1', '%'] }],
  ratio: [{ unit: 'ratio', also: ['1', 'inr'] }],
  points: [{ unit: 'points', also: ['1', 'score', 'point'] }],
  creatinine: [{ unit: 'mg/dL' }, { unit: 'µmol/L', divide: 88.42 }],
  bilirubin: [{ unit: 'mg/dL' }, { unit: 'µmol/L', divide: 17.1 }],
  lactate: [{ unit: 'mmol/L' }, { unit: 'mg/dL', divide: 9.01 }],
  glucose: [{ unit: 'mg/dL' }, { unit: 'mmol/L', multiply: 18.016 }],
  fibrinogen: [{ unit: 'mg/dL' }, { unit: 'g/L', multiply: 100 }],
  'd-dimer': [
    { unit: 'mg/L FEU', also: ['mg/l', 'ug/mlfeu', 'ug/ml'] },
    { unit: 'ng/mL FEU', also: ['ng/ml', 'ug/lfeu', 'ug/l'], divide: 1000 }
  ],
  cells: [
    { unit: '10³/µL', also: ['10^3/mm^3', '1000/ul', '1000/mm^3', 'k/ul', '10^9/l', 'g/l', 'giga/l'] },
    { unit: 'cells/µL', also: ['/ul', '/mm^3', 'cells/mm^3'], divide: 1000 }
  ],
  enzyme: [{ unit: 'IU/L', also: ['u/l'] }],
  'base excess': [{ unit: 'mmol/L', also: ['meq/l'] }],
  temperature: [
    { unit: '°C', also: ['c', 'cel', 'degc', 'celsius'] },
    { unit: '°F', also: ['f', 'degf', 'fahrenheit'], add: -32, multiply: 5, divide: 9 }
  ],
  rate: [{ unit: '/min', also: ['1/min', 'bpm', 'min-1', 'beats/min', 'breaths/min'] }],
  filtration: [{ unit: 'mL/min/1.73 m²', also: ['ml/min/1.73m^2'] }],
  'dose by weight': [
    { unit: 'µg/kg/min' },
    { unit: 'ng/kg/min', divide: 1000 },
    { unit: 'µg/kg/h', also: ['ug/kg/hr'], divide: 60 },
    { unit: 'mg/kg/h', also: ['mg/kg/hr'], multiply: 1000, divide: 60 },
    { unit: 'mg/kg/min', multiply: 1000 }
  ],
  'units by weight': [
    { unit: 'U/kg/min', also: ['iu/kg/min'] },
    { unit: 'mU/kg/min', also: ['miu/kg/min'], divide: 1000 },
    { unit: 'U/kg/h', also: ['iu/kg/h', 'u/kg/hr'], divide: 60 },
    { unit: 'mU/kg/h', also: ['miu/kg/h', 'mu/kg/hr'], divide: 60_000 }
  ]
};

/** The spelling two ways of writing have in common: `10*3/uL`, `10³/µL`; `mm[Hg]`, `mmHg`. */
function plain(unit: string): string {
  return unit
    .toLowerCase()
    .replace(/[\s[\]{}]/g, '')
    .replace(/[µμ]/g, 'u')
    .replace(/mcg/g, 'ug')
    .replace(/²/g, '^2')
    .replace(/³/g, '^3')
    .replace(/⁹/g, '^9')
    .replace(/10(\*+|e|x)(?=\d)/g, '10^')
    .replace(/mm3/g, 'mm^3')
    .replace(/m2$/, 'm^2');
}

/** Whether two ways of writing mean the same unit, where no quantity says which units there are. */
export function isSameUnit(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function find(quantity: Quantity, unit: string): Unit | undefined {
  const wanted = plain(unit);
  return quantities[quantity].find((one) => plain(one.unit) === wanted || one.also?.includes(wanted));
}

/** The units of a quantity that are understood, the rubric's own first. */
export function acceptedUnits(quantity: Quantity, own: string): string[] {
  const all = quantities[quantity].map(({ unit }) => unit);
  return [own, ...all.filter((unit) => unit !== own)];
}

/**
 * How to convert a quantity between two units; the same unit gives exactly the same numbers.
 * @returns undefined where `from` is not a unit of the quantity
 */
export function conversion(quantity: Quantity, from: string, to: string): Conversion | undefined {
  const source = find(quantity, from);
  const target = find(quantity, to);
  if (!source || !target) return undefined;
  if (source === target) return { add: 0, multiply: 1, divide: 1 };
  return {
    add: source.add ?? 0,
    multiply: (source.multiply ?? 1) * (target.divide ?? 1),
    divide: (source.divide ?? 1) * (target.multiply ?? 1)
  };
}
