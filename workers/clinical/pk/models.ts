import { fail } from './errors';
import { modelOf } from './parse-model';
import type { PopulationModel } from './model';

/**
 * Factor VIII, two compartments.
 *
 * @see Björkman et al. 2012, Blood 119:612. Values as two public re-implementations give them; residual 5 IU/dL there.
 */
export const bjorkmanFactorEight: PopulationModel = modelOf({
  name: 'Björkman 2012, factor VIII',
  factor: 'factor VIII',
  citation: 'Björkman S et al. Blood 2012;119:612-618',
  note: 'The values were read in two public re-implementations, not in the paper.',
  compartments: 2,
  theta: {
    CL: {
      value: 193,
      unit: 'mL/h',
      weight: { reference_kg: 56, exponent: 0.8 },
      age: { reference_years: 22, change_per_year: -0.0045 }
    },
    V1: { value: 2.22, unit: 'L', weight: { reference_kg: 56, exponent: 0.95 } },
    Q2: { value: 147, unit: 'mL/h' },
    V2: { value: 0.73, unit: 'L', weight: { reference_kg: 56, exponent: 0.76 } }
  },
  omega: {
    parameters: ['CL', 'V1'],
    cv: [0.3, 0.21],
    correlation: [
      [1, 0.45],
      [0.45, 1]
    ]
  },
  residual: { additive_IU_dL: 5, proportional: 0 }
});

const flow = { unit: 'mL/h', weight: { reference_kg: 70, exponent: 0.75 } } as const;
const volume = { unit: 'mL', weight: { reference_kg: 70, exponent: 1 } } as const;
const younger = (change: number) => ({ reference_years: 34, change_per_year: -change, below_only: true });

/**
 * Factor IX around operations, three compartments.
 *
 * @see Preijers et al. 2018, J Thromb Haemost (OPTI-CLOT). Figures from the abstract; the exponents of weight, the straight
 * line of age and the uncorrelated η are our reading.
 */
export const optiClotFactorNine: PopulationModel = modelOf({
  name: 'OPTI-CLOT 2018, factor IX',
  factor: 'factor IX',
  citation: 'Preijers T et al. J Thromb Haemost 2018 (OPTI-CLOT)',
  note: 'Perioperative: the authors say that prophylaxis differs. Allometry and the form of age are our reading of the abstract.',
  compartments: 3,
  theta: {
    CL: { value: 284, ...flow, age: younger(0.0089), plasma_derived: 0.89 },
    V1: { value: 5450, ...volume, age: younger(0.0115), plasma_derived: 0.83 },
    Q2: { value: 110, ...flow },
    V2: { value: 4800, ...volume },
    Q3: { value: 1610, ...flow },
    V3: { value: 2040, ...volume }
  },
  omega: { parameters: ['CL', 'V1'], cv: [0.18, 0.19] },
  residual: { additive_IU_dL: 1, proportional: 0.15 }
});

/** The built-in models by name, in menu order. */
export const models: Readonly<Record<string, PopulationModel>> = {
  'fviii-bjorkman-2012': bjorkmanFactorEight,
  'fix-opti-clot-2018': optiClotFactorNine
};

/** @throws `pk-model-unknown` */
export function modelNamed(name: string): PopulationModel {
  const found = Object.hasOwn(models, name) ? models[name] : undefined;
  if (!found) throw fail('pk-model-unknown', { name, known: Object.keys(models).join(', ') });
  return found;
}
