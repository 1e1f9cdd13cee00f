import { NOT_RECORDED_CONCEPTS, own, STANDARD_CONCEPTS, UNKNOWN, WEIGHT, type Concept } from '../../shared/concepts';
import { TREATMENT } from '../constants';
import { VARIABLES } from '../variables';

export const LOCAL = {
  weight: WEIGHT,
  sepsis: 2000000100,
  agents: 2000000200,
  antibiotic: 2000000210,
  routeIntravenous: 2000000300,
  routeInfusion: 2000000301,
  routeNotRecorded: 2000000302,
  ventilator: 2000000400,
  otherSupport: 2000000401,
  centralLine: 2000000402,
  culture: 2000000500,
  admissionType: 2000000600,
  firstUnit: 2000000800
} as const;

const units = [...new Set([...VARIABLES.map(({ ucum }) => ucum), 'kg'])];
const unitIds = new Map(units.map((unit, position) => [unit, LOCAL.firstUnit + position]));

/** Local concept of a UCUM unit; 0 for a missing one. */
export function unitConcept(ucum: string | undefined): number {
  return (ucum !== undefined && unitIds.get(ucum)) || UNKNOWN;
}

export function agentConcept(agent: string): number {
  return LOCAL.agents + (TREATMENT.agents as readonly string[]).indexOf(agent);
}

/** Every concept that the tables use. */
export const CONCEPTS: readonly Concept[] = [
  ...STANDARD_CONCEPTS,
  ...VARIABLES.map(({ concept, label, name }) => own(concept, label, 'Measurement', name)),
  own(LOCAL.weight, 'Weight', 'Measurement', 'weight'),
  own(LOCAL.sepsis, 'Sepsis', 'Condition', 'sepsis'),
  ...TREATMENT.agents.map((agent) => own(agentConcept(agent), agent, 'Drug', agent)),
  own(LOCAL.antibiotic, 'Systemic antibiotic', 'Drug', 'antibiotic'),
  own(LOCAL.routeIntravenous, 'Intravenous', 'Route', 'intravenous'),
  own(LOCAL.routeInfusion, 'Continuous infusion', 'Route', 'infusion'),
  own(LOCAL.routeNotRecorded, 'Route not recorded', 'Route', 'route_not_recorded'),
  own(LOCAL.ventilator, 'Invasive mechanical ventilation', 'Device', 'imv'),
  own(LOCAL.otherSupport, 'Other respiratory support', 'Device', 'support'),
  own(LOCAL.centralLine, 'Central line', 'Device', 'central_line'),
  own(LOCAL.culture, 'Culture taken for suspected infection', 'Procedure', 'culture'),
  own(LOCAL.admissionType, 'Type of admission', 'Observation', 'admission_type'),
  ...NOT_RECORDED_CONCEPTS,
  ...units.map((unit) => own(unitConcept(unit), unit, 'Unit', unit))
];
