import type { TableBuilder } from '../../shared/column-builder';
import type { Concept } from './concepts';
import type { Site } from './hospitals';

const VALID_FROM = 0;
const VALID_TO = Date.UTC(2099, 11, 31) / 86_400_000;
const RELEASED = Date.UTC(2025, 11, 31) / 86_400_000;

export interface FixedRows {
  sites: readonly Site[];
  /** Numbers of the chosen hospitals. */
  hospitals: readonly number[];
  /** Every concept that the tables use. */
  concepts: readonly Concept[];
  /** What is simulated, a sentence. */
  description: string;
}

/** Tables that are the same for every person: care_site, concept, cdm_source. */
export function pushFixed(
  builders: { care_site?: TableBuilder; concept?: TableBuilder; cdm_source?: TableBuilder },
  { sites, hospitals, concepts, description }: FixedRows
): void {
  for (const { number, name } of sites) {
    if (hospitals.includes(number)) builders.care_site?.push(number, `Simulated hospital ${number} (${name})`);
  }
  for (const { id, name, domain, vocabulary, conceptClass, code } of concepts) {
    builders.concept?.push(id, name, domain, vocabulary, conceptClass, 'S', code, VALID_FROM, VALID_TO);
  }
  builders.cdm_source?.push(
    'PHEMS-sim: simulated, no real patient',
    'PHEMS-sim',
    'PHEMS Notebook',
    description,
    RELEASED,
    RELEASED,
    '5.4',
    'PHEMS-sim'
  );
}
