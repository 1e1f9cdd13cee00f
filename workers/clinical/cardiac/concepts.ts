import { NOT_RECORDED_CONCEPTS, own, STANDARD_CONCEPTS, WEIGHT, type Concept } from '../shared/concepts';
import { PROCEDURES, type Procedure } from './constants';
import type { Complication } from './operation';

/** Local ids of this use case: 2,000,001,000 to 2,000,001,999. */
export const LOCAL = {
  firstProcedure: 2000001000,
  bypass: 2000001020,
  echo: 2000001021,
  catheter: 2000001022,
  reoperation: 2000001023,
  preterm: 2000001110,
  syndrome: 2000001111,
  ventilator: 2000001200,
  ecmo: 2000001201,
  kilogram: 2000001800
} as const;

/** Complications that are diagnoses; re-operation is a procedure, ECMO a device. */
export const CONDITIONS: readonly { name: Complication; label: string; concept: number }[] = [
  { name: 'aki', label: 'Acute kidney injury after surgery', concept: 2000001100 },
  { name: 'arrhythmia', label: 'Arrhythmia after surgery', concept: 2000001101 },
  { name: 'chylothorax', label: 'Chylothorax', concept: 2000001102 },
  { name: 'infection', label: 'Infection after surgery', concept: 2000001103 }
];

export function procedureConcept(procedure: Procedure): number {
  return LOCAL.firstProcedure + PROCEDURES.indexOf(procedure);
}

/** Every concept that the tables use. */
export const CONCEPTS: readonly Concept[] = [
  ...STANDARD_CONCEPTS,
  own(WEIGHT, 'Weight', 'Measurement', 'weight'),
  ...PROCEDURES.map((procedure) => own(procedureConcept(procedure), procedure.name, 'Procedure', procedure.name)),
  own(LOCAL.bypass, 'Cardiopulmonary bypass', 'Procedure', 'bypass'),
  own(LOCAL.echo, 'Echocardiography before surgery', 'Procedure', 'echo'),
  own(LOCAL.catheter, 'Cardiac catheter', 'Procedure', 'catheter'),
  own(LOCAL.reoperation, 'Re-operation', 'Procedure', 'reoperation'),
  ...CONDITIONS.map(({ name, label, concept }) => own(concept, label, 'Condition', name)),
  own(LOCAL.preterm, 'Born preterm', 'Condition', 'preterm'),
  own(LOCAL.syndrome, 'Genetic syndrome', 'Condition', 'syndrome'),
  own(LOCAL.ventilator, 'Invasive mechanical ventilation', 'Device', 'imv'),
  own(LOCAL.ecmo, 'Extracorporeal membrane oxygenation', 'Device', 'ecmo'),
  ...NOT_RECORDED_CONCEPTS,
  own(LOCAL.kilogram, 'kg', 'Unit', 'kg')
];
