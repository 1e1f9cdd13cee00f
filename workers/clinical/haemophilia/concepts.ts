import { NOT_RECORDED_CONCEPTS, own, STANDARD_CONCEPTS, WEIGHT, type Concept } from '../shared/concepts';
import { BLEEDS } from './constants';

/** Local ids of this use case: 2,000,002,000 to 2,000,002,999. */
export const LOCAL = {
  clinicVisit: 2000002000,
  disease: { A: 2000002100, B: 2000002101 },
  inhibitor: 2000002102,
  firstBleed: 2000002110,
  concentrate: { A: 2000002200, B: 2000002201 },
  intravenous: 2000002300,
  level: { A: 2000002400, B: 2000002401 },
  below: 2000002500,
  kilogram: 2000002800,
  unitsPerDecilitre: 2000002801
} as const;

export function bleedConcept(site: string): number {
  return LOCAL.firstBleed + BLEEDS.sites.findIndex(({ name }) => name === site);
}

/** Every concept that the tables use. */
export const CONCEPTS: readonly Concept[] = [
  ...STANDARD_CONCEPTS,
  own(LOCAL.clinicVisit, 'Haemophilia clinic', 'Visit', 'haemophilia_clinic'),
  own(LOCAL.disease.A, 'Haemophilia A', 'Condition', 'haemophilia_a'),
  own(LOCAL.disease.B, 'Haemophilia B', 'Condition', 'haemophilia_b'),
  own(LOCAL.inhibitor, 'Inhibitor against the factor', 'Condition', 'inhibitor'),
  ...BLEEDS.sites.map(({ name }) => own(bleedConcept(name), `Bleed: ${name}`, 'Condition', `bleed_${name}`)),
  own(LOCAL.concentrate.A, 'Factor VIII concentrate', 'Drug', 'factor_viii'),
  own(LOCAL.concentrate.B, 'Factor IX concentrate', 'Drug', 'factor_ix'),
  own(LOCAL.intravenous, 'Intravenous', 'Route', 'intravenous'),
  own(WEIGHT, 'Weight', 'Measurement', 'weight'),
  own(LOCAL.level.A, 'Factor VIII activity', 'Measurement', 'factor_viii_level'),
  own(LOCAL.level.B, 'Factor IX activity', 'Measurement', 'factor_ix_level'),
  own(LOCAL.below, '<', 'Meas Value Operator', '<'),
  ...NOT_RECORDED_CONCEPTS,
  own(LOCAL.kilogram, 'kg', 'Unit', 'kg'),
  own(LOCAL.unitsPerDecilitre, 'IU/dL', 'Unit', '[IU]/dL')
];
