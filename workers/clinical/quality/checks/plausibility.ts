import type { Check } from '../check';
import { MEASURED } from '../measurements';
import { agedRanges } from './age-ranges';
import { drifts } from './drift';
import { genders } from './gender';
import { leaks } from './leakage';
import { lifetime, order } from './times';
import { trends } from './trend';
import { duplicates, pressures, ranges, sentinels } from './values';
import { ageAtVisit, insideVisit, overlaps } from './visits';
import { weights } from './weight';

const VISITS = [{ table: 'visit_occurrence', columns: ['visit_occurrence_id', 'person_id'] }];

/** Can it be true? Thresholds below 5 % are those that the planted faults of PHEMS-sim need. */
export const plausibility: readonly Check[] = [
  { number: 13, name: 'Start not after end', kind: 'plausibility', needs: [], threshold: 0, parts: order },
  {
    number: 14,
    name: 'Event within life and extract',
    kind: 'plausibility',
    needs: [],
    threshold: 0,
    parts: lifetime
  },
  {
    number: 15,
    name: 'Event within a day of its visit',
    kind: 'plausibility',
    needs: VISITS,
    threshold: 5,
    parts: insideVisit
  },
  {
    number: 16,
    name: 'Value outside the plausible range',
    kind: 'plausibility',
    needs: MEASURED,
    threshold: 5,
    parts: (extract) => [...ranges(extract), ...agedRanges(extract)]
  },
  {
    number: 17,
    name: 'Condition of the other gender',
    kind: 'plausibility',
    needs: [
      { table: 'condition_occurrence', columns: ['person_id', 'condition_concept_id'] },
      { table: 'person', columns: ['person_id', 'gender_concept_id'] }
    ],
    threshold: 5,
    parts: genders
  },
  {
    number: 18,
    name: 'Age at the visit',
    kind: 'plausibility',
    needs: [...VISITS, { table: 'person', columns: ['person_id'] }],
    threshold: 5,
    parts: ageAtVisit
  },
  { number: 19, name: 'Overlapping visits', kind: 'plausibility', needs: VISITS, threshold: 0.05, parts: overlaps },
  { number: 20, name: 'Duplicate rows', kind: 'plausibility', needs: [], threshold: 0.1, parts: duplicates },
  {
    number: 21,
    name: 'Order of arterial pressures',
    kind: 'plausibility',
    needs: MEASURED,
    threshold: 0,
    parts: pressures
  },
  {
    number: 22,
    name: 'Weight that jumps or does not fit the age',
    kind: 'plausibility',
    needs: [...MEASURED, { table: 'person', columns: ['person_id'] }],
    threshold: 0.1,
    parts: weights
  },
  { number: 23, name: 'Trend over time', kind: 'plausibility', needs: [], threshold: 5, parts: trends },
  {
    number: 24,
    name: 'Difference between sites',
    kind: 'plausibility',
    needs: MEASURED,
    threshold: 0,
    parts: drifts
  },
  { number: 25, name: 'Sentinel values', kind: 'plausibility', needs: MEASURED, threshold: 0.05, parts: sentinels },
  { number: 26, name: 'Column that gives the label away', kind: 'plausibility', needs: [], threshold: 0, parts: leaks }
];
