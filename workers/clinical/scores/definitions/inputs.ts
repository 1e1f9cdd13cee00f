import type { Quantity, ScoreInput, ScoreOutput } from '../definition';
import { acceptedUnits } from '../units';

type More = Pick<ScoreInput, 'feeds' | 'whole' | 'optional'>;

/** A measured number of a quantity, in the unit of the rubric. */
export function measured(
  [name, label]: readonly [string, string],
  [quantity, unit]: readonly [Quantity, string],
  valid: readonly [number, number],
  more: More = {}
): ScoreInput {
  return { name, label, kind: 'number', quantity, unit, units: acceptedUnits(quantity, unit), valid, ...more };
}

export function flag(name: string, label: string, more: Partial<ScoreInput> = {}): ScoreInput {
  return { name, label, kind: 'flag', ...more };
}

export function points(name: string, label: string, max: number): ScoreOutput {
  return { name, label, kind: 'points', max };
}

/** Up to 120 years: who is too old for a score is said, not rejected. */
export const age = measured(['age_months', 'Age'], ['age', 'months'], [0, 1440]);

const PF = ['pf_ratio'] as const;
const SF = ['sf_ratio'] as const;

export const pfRatio = measured(['pf_ratio', 'PaO2/FiO2'], ['pressure', 'mmHg'], [1, 3500]);
/** A ratio that was made without looking at SpO2 reaches 100/0.21. */
export const sfRatio = measured(
  ['sf_ratio', 'SpO2/FiO2, only from SpO2 ≤ 97 %'],
  ['saturation ratio', 'ratio'],
  [0, 477]
);
export const pao2 = measured(['pao2', 'PaO2'], ['pressure', 'mmHg'], [10, 700], { feeds: PF });
export const spo2 = measured(['spo2', 'SpO2'], ['saturation', '%'], [0, 100], { feeds: SF });
export const fio2 = measured(['fio2', 'FiO2'], ['oxygen fraction', 'fraction'], [0.21, 1], { feeds: [...PF, ...SF] });

export const map = measured(['map', 'Mean arterial pressure'], ['pressure', 'mmHg'], [1, 300]);
export const sbp = measured(['sbp', 'Systolic pressure'], ['pressure', 'mmHg'], [1, 300], { feeds: ['map'] });
export const dbp = measured(['dbp', 'Diastolic pressure'], ['pressure', 'mmHg'], [1, 200], { feeds: ['map'] });

export const lactate = measured(['lactate', 'Lactate'], ['lactate', 'mmol/L'], [0, 50]);
export const platelets = measured(['platelets', 'Platelets'], ['cells', '10³/µL'], [0, 2000]);
export const leukocytes = measured(['wbc', 'Leukocytes'], ['cells', '10³/µL'], [0, 500]);
export const creatinine = measured(['creatinine', 'Creatinine'], ['creatinine', 'mg/dL'], [0, 50]);
export const bilirubin = measured(['bilirubin', 'Bilirubin, total'], ['bilirubin', 'mg/dL'], [0, 100]);
export const gcs = measured(['gcs', 'Glasgow Coma Scale, total'], ['points', 'points'], [3, 15], { whole: true });

/** Words of a record of both pupils. One fixed pupil is not both. */
export const pupilWords = { 'both-fixed': 1, 'both-reactive': 0, fixed: 1, reactive: 0 } as const;

export const imv = flag('imv', 'Invasive mechanical ventilation, not during surgery');
