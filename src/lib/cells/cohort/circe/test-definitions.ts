/** For tests only: small cohort definitions in the format of ATLAS. */
import type { CellKey } from '$lib/notebook/model';
import { readTask } from '../../task';
import { cohortFields } from '../fields';
import { parseCohort } from '../spec';
import { fromCirce, type CirceOptions } from '.';

export const cell = { id: 'found', key: 'k1' as CellKey };
export const set = (id: number, ...items: object[]) => ({ id, name: `Set ${id}`, expression: { items } });
export const concept = (id: number, more: object = {}) => ({
  concept: { CONCEPT_ID: id, CONCEPT_NAME: `Name ${id}` },
  ...more
});
export const sets = [set(0, concept(10), concept(11)), set(1, concept(20)), set(2)];

export interface Definition {
  criteria?: object[];
  primary?: object;
  more?: object;
}
export const definition = ({
  criteria = [{ ConditionOccurrence: { CodesetId: 0 } }],
  primary = {},
  more = {}
}: Definition) =>
  JSON.stringify({
    ConceptSets: sets,
    PrimaryCriteria: {
      CriteriaList: criteria,
      ObservationWindow: { PriorDays: 0, PostDays: 0 },
      PrimaryCriteriaLimit: { Type: 'All' },
      ...primary
    },
    QualifiedLimit: { Type: 'First' },
    ExpressionLimit: { Type: 'All' },
    InclusionRules: [],
    CensoringCriteria: [],
    CollapseSettings: { CollapseType: 'ERA', EraPad: 0 },
    CensorWindow: {},
    cdmVersionRange: '>=5.0.0',
    ...more
  });

/** What the cell says, and the paths of what is left. Every text that is made can be read. */
export function made(of: Definition | string, options: CirceOptions = {}) {
  const { text, left } = fromCirce(typeof of === 'string' ? of : definition(of), options);
  parseCohort(text, cell);
  const reading = readTask(text, cohortFields);
  const written = (...path: (string | number)[]) => reading.writtenAt(path);
  return { text, left: left.map(({ path }) => path), why: left.map(({ why }) => why), written };
}

export const rule = (expression: object, more: object = {}) => ({
  more: { InclusionRules: [{ name: 'Rule', expression: { Type: 'ALL', ...expression }, ...more }] }
});
export const window = (from: number | null, to: number | null, more: object = {}) => ({
  Start: { Days: from === null ? null : Math.abs(from), Coeff: from !== null && from > 0 ? 1 : -1 },
  End: { Days: to === null ? null : Math.abs(to), Coeff: to !== null && to < 0 ? -1 : 1 },
  UseEventEnd: false,
  UseIndexEnd: false,
  ...more
});
export const counted = (Criteria: object, Type: number, Count: number, more: object = {}) => ({
  Criteria,
  StartWindow: window(null, null),
  Occurrence: { Type, Count, IsDistinct: false },
  ...more
});
export const drug = { DrugExposure: { CodesetId: 1 } };
