import { TREATMENT } from '../constants';
import { VARIABLES } from '../variables';

/** Ids of the OMOP vocabularies that were checked. Everything else has a local id of ours from 2,000,000,000. */
export const STANDARD = { male: 8507, female: 8532, inpatient: 9201, intensiveCare: 32037, ehr: 32817 } as const;

export const UNKNOWN = 0;

export interface Concept {
  id: number;
  name: string;
  domain: string;
  vocabulary: string;
  conceptClass: string;
  /** Only of our own: codes of others were not checked. */
  code?: string;
}

function own(id: number, name: string, domain: string, code: string): Concept {
  return { id, name, domain, vocabulary: 'PHEMS-sim', conceptClass: domain, code };
}

export const LOCAL = {
  weight: 2000000021,
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
  raceNotRecorded: 2000000700,
  ethnicityNotRecorded: 2000000701,
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
  { id: UNKNOWN, name: 'No matching concept', domain: 'Metadata', vocabulary: 'None', conceptClass: 'Undefined' },
  { id: STANDARD.male, name: 'MALE', domain: 'Gender', vocabulary: 'Gender', conceptClass: 'Gender' },
  { id: STANDARD.female, name: 'FEMALE', domain: 'Gender', vocabulary: 'Gender', conceptClass: 'Gender' },
  { id: STANDARD.inpatient, name: 'Inpatient Visit', domain: 'Visit', vocabulary: 'Visit', conceptClass: 'Visit' },
  { id: STANDARD.intensiveCare, name: 'Intensive Care', domain: 'Visit', vocabulary: 'Visit', conceptClass: 'Visit' },
  { id: STANDARD.ehr, name: 'EHR', domain: 'Type Concept', vocabulary: 'Type Concept', conceptClass: 'Type Concept' },
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
  own(LOCAL.raceNotRecorded, 'Race not recorded', 'Race', 'race_not_recorded'),
  own(LOCAL.ethnicityNotRecorded, 'Ethnicity not recorded', 'Ethnicity', 'ethnicity_not_recorded'),
  ...units.map((unit) => own(unitConcept(unit), unit, 'Unit', unit))
];
