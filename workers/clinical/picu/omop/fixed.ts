import { HOSPITALS } from '../constants';
import type { Builders } from './person';
import { CONCEPTS } from './concepts';

const VALID_FROM = 0;
const VALID_TO = Date.UTC(2099, 11, 31) / 86_400_000;
const RELEASED = Date.UTC(2025, 11, 31) / 86_400_000;

/** Tables that are the same for every person: care_site, concept, cdm_source. */
export function pushFixed(builders: Builders, hospitals: readonly number[]): void {
  for (const { number, name } of HOSPITALS) {
    if (hospitals.includes(number)) builders.care_site?.push(number, `Simulated hospital ${number} (${name})`);
  }
  for (const { id, name, domain, vocabulary, conceptClass, code } of CONCEPTS) {
    builders.concept?.push(id, name, domain, vocabulary, conceptClass, 'S', code, VALID_FROM, VALID_TO);
  }
  builders.cdm_source?.push(
    'PHEMS-sim: simulated, no real patient',
    'PHEMS-sim',
    'PHEMS Notebook',
    'Seeded simulation of paediatric intensive care, for research and education.',
    RELEASED,
    RELEASED,
    '5.4',
    'PHEMS-sim'
  );
}
