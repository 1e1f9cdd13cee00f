import { beforeAll, expect, test } from 'vitest';
import { simulate as simulateInNode } from '$workers/clinical';
import { rowsOf } from '$workers/data/test-cells';
import type { Engines } from '$lib/engines';
import type { CellKey } from '$lib/notebook/model';
import type { CellValue } from '$lib/notebook/kind';
import { openCells, type NodeCells } from '../../node-context';
import { simulate } from '../../simulate';
import { cohort } from '..';
import { needsOf, parseCohort } from '../spec';
import { fromCirce } from '.';

const [sepsis, lactate, inpatient, male] = [2000000100, 2000000009, 9201, 8507];
const tables = ['person', 'observation_period', 'visit_occurrence', 'condition_occurrence', 'measurement', 'death'];
let cells: NodeCells;

beforeAll(async () => {
  cells = await openCells();
  const text = `use: picu-sepsis\npersons: 150\nseed: 5\ntables: [${tables.join(', ')}]`;
  const cell = { id: 'picu', key: 'k0' as CellKey };
  const context = cells.context({}, 'picu');
  const engines = { ...context.engines, clinical: { simulate: simulateInNode } } as unknown as Engines;
  await simulate.run(simulate.parse(text, cell as never), { ...context, engines });
}, 60_000);

const set = (id: number, concept: number) => ({
  id,
  name: `Set ${id}`,
  expression: { items: [{ concept: { CONCEPT_ID: concept } }] }
});
const days = (from: number, to: number) => ({
  Start: { Days: Math.abs(from), Coeff: from < 0 ? -1 : 1 },
  End: { Days: Math.abs(to), Coeff: to < 0 ? -1 : 1 }
});

const definition = {
  Title: 'Boys with a raised lactate',
  ConceptSets: [set(0, sepsis), set(1, lactate), set(2, inpatient)],
  PrimaryCriteria: {
    CriteriaList: [
      { VisitOccurrence: { CodesetId: 2 } },
      { Measurement: { CodesetId: 1, ValueAsNumber: { Op: 'gt', Value: 2 } } }
    ],
    ObservationWindow: { PriorDays: 0, PostDays: 1 },
    PrimaryCriteriaLimit: { Type: 'All' }
  },
  InclusionRules: [
    {
      name: 'Boys of at most ten',
      expression: {
        Type: 'ALL',
        DemographicCriteriaList: [{ Age: { Op: 'lte', Value: 10 }, Gender: [{ CONCEPT_ID: male }] }]
      }
    },
    {
      name: 'Lactate twice, or septic',
      expression: {
        Type: 'ANY',
        CriteriaList: [
          { Criteria: { Measurement: { CodesetId: 1 } }, StartWindow: days(0, 1), Occurrence: { Type: 2, Count: 3 } },
          {
            Criteria: { ConditionOccurrence: { CodesetId: 0 } },
            StartWindow: days(-1, 3),
            Occurrence: { Type: 2, Count: 1 }
          }
        ]
      }
    }
  ],
  ExpressionLimit: { Type: 'First' },
  EndStrategy: { DateOffset: { DateField: 'EndDate', Offset: 7 } },
  CensoringCriteria: [{ Death: {} }],
  CollapseSettings: { CollapseType: 'ERA', EraPad: 0 }
};

test('a definition runs over simulated OMOP tables, and counts what SQL written for this test counts', async () => {
  const relations = await cells.data.relations();
  const { text, left, title } = fromCirce(JSON.stringify(definition), { tables: relations.map(({ name }) => name) });
  expect([title, left]).toEqual(['Boys with a raised lactate', []]);
  const spec = parseCohort(text, { id: 'found', key: 'k1' as CellKey });
  const inputs = needsOf(spec).tables.map((name): [string, CellValue] => [
    name,
    { type: 'table', relation: relations.find((one) => one.name === name)! }
  ]);
  const { output } = await cohort.run(spec, cells.context(Object.fromEntries(inputs), 'found'));

  const events = `
    SELECT person_id, visit_start_date AS day, visit_end_date AS until, visit_occurrence_id AS id FROM picu_visit_occurrence WHERE visit_concept_id = ${inpatient}
    UNION ALL
    SELECT person_id, measurement_date, measurement_date + 1, NULL FROM picu_measurement WHERE measurement_concept_id = ${lactate} AND value_as_number > 2`;
  const observed = `
    SELECT e.*, o.observation_period_start_date AS first_day, o.observation_period_end_date AS last_day FROM (${events}) e JOIN picu_observation_period o
    ON o.person_id = e.person_id AND e.day BETWEEN o.observation_period_start_date AND o.observation_period_end_date AND e.day + 1 <= o.observation_period_end_date`;
  const boys = `SELECT v.* FROM (${observed}) v JOIN picu_person p USING (person_id) WHERE year(v.day) - p.year_of_birth <= 10 AND p.gender_concept_id = ${male}`;
  const met = `SELECT * FROM (${boys}) b WHERE
    (SELECT count(*) FROM picu_measurement m WHERE m.person_id = b.person_id AND m.measurement_concept_id = ${lactate} AND m.measurement_date BETWEEN b.day AND b.day + 1 AND m.measurement_date BETWEEN b.first_day AND b.last_day) >= 3
    OR EXISTS (SELECT 1 FROM picu_condition_occurrence c WHERE c.person_id = b.person_id AND c.condition_concept_id = ${sepsis} AND c.condition_start_date BETWEEN b.day - 1 AND b.day + 3 AND c.condition_start_date BETWEEN b.first_day AND b.last_day)`;
  const first = `SELECT * FROM (${met}) QUALIFY row_number() OVER (PARTITION BY person_id ORDER BY day, id NULLS LAST) = 1`;
  const ask = async (query: string) => rowsOf(await cells.data.query(query));
  const counts = await Promise.all(
    [events, observed, boys, met, first].map(async (one) =>
      Number((await ask(`SELECT count(*) FROM (${one})`))[0]?.[0])
    )
  );
  const own = output.rows.map(({ entries }) => entries);
  // Between: the window before the one after; behind: nothing is merged where each has one entry.
  expect([own[0], own[2], own[3], own[4], own[5], own[6]]).toEqual([...counts, counts[4]]);
  expect(counts[4]).toBeGreaterThan(5);
  expect(counts[3]).toBeLessThan(counts[2] ?? 0);

  const ends = `SELECT f.person_id, f.day, least(greatest(f.until, f.day) + 7, f.last_day, (SELECT min(death_date) FROM picu_death d WHERE d.person_id = f.person_id AND d.death_date >= f.day)) FROM (${first}) f`;
  const wanted = await ask(`SELECT * FROM (${ends}) ORDER BY 1`);
  expect(await ask('SELECT person_id, index_date, cohort_end_date FROM found ORDER BY 1')).toEqual(wanted);
});
