/** For tests only: seven conditions of three children, made by hand, and cohorts run over them. */
import type { Relation } from '$workers/data/contract';
import type { CellValue } from '$lib/notebook/kind';
import type { CellKey } from '$lib/notebook/model';
import type { Table } from '$workers/shared/table';
import { openCells, type NodeCells } from '../node-context';
import { cohort } from '.';
import { needsOf, parseCohort } from './spec';
import { rowName } from './wording';

export const cell = { id: 'found', key: 'k1' as CellKey };
export const values = (rows: string, columns: string) => `select * from (values ${rows}) t(${columns})`;

/** @param rowsOf reads a table's rows: of the data room's own tests */
export async function openSample(rowsOf: (table: Table) => unknown[][]) {
  const cells = await openCells();
  await cells.table(
    'person',
    values('(1, 2018, 8507), (2, 2010, 8532), (3, 2019, 8507)', 'person_id, year_of_birth, gender_concept_id')
  );
  // Person 1: days 0, 10, 40, 40 again and 60 of 2021; 2: a day without an end; 3: an end before its start.
  await cells.table(
    'condition_occurrence',
    values(
      `(1, 1, 7, date '2021-01-01', date '2021-01-05', 1), (2, 1, 7, date '2021-01-11', date '2021-01-20', 1),
       (3, 1, 8, date '2021-02-10', date '2021-02-12', 1), (4, 1, 7, date '2021-02-10', null, 2),
       (5, 1, 7, date '2021-03-02', date '2021-03-03', 1), (6, 2, 7, date '2021-05-01', null, 2),
       (7, 3, 7, date '2021-06-10', date '2021-06-01', 1), (8, null, 7, date '2021-06-10', null, 1),
       (9, 2, 7, null, null, 1)`,
      'condition_occurrence_id, person_id, condition_concept_id, condition_start_date, condition_end_date, condition_type_concept_id'
    )
  );
  await cells.table(
    'measurement',
    values(
      `(1, 2, 77, date '2021-04-20', timestamp '2021-04-20 08:00:00', 5.0, 8753),
       (2, 2, 77, date '2021-05-02', timestamp '2021-05-02 08:00:00', 3.0, 8753),
       (3, 3, 77, date '2021-06-12', timestamp '2021-06-12 08:00:00', 9.0, 8840), (4, 3, 78, date '2021-06-13', null, 9.0, 8753)`,
      'measurement_id, person_id, measurement_concept_id, measurement_date, measurement_datetime, value_as_number, unit_concept_id'
    )
  );
  await cells.table(
    'drug_exposure',
    values(
      `(1, 1, 5, date '2021-01-01', date '2021-01-10', null), (2, 1, 5, date '2021-01-13', null, 5),
       (3, 1, 5, date '2021-01-25', date '2021-01-26', null), (4, 1, 6, date '2021-01-19', date '2021-01-24', null)`,
      'drug_exposure_id, person_id, drug_concept_id, drug_exposure_start_date, drug_exposure_end_date, days_supply'
    )
  );
  await cells.table(
    'observation_period',
    values(
      `(1, 1, date '2020-01-01', date '2021-02-28'), (2, 2, date '2020-01-01', date '2021-12-31'), (3, 1, date '2021-03-01', date '2021-12-31')`,
      'observation_period_id, person_id, observation_period_start_date, observation_period_end_date'
    )
  );
  await cells.table('death', values(`(2, date '2021-05-20')`, 'person_id, death_date'));
  return { cells, ...asking(cells, rowsOf) };
}

function asking(cells: NodeCells, rowsOf: (table: Table) => unknown[][]) {
  const rows = async (sql: string) => rowsOf(await cells.data.query(sql));
  return {
    rows,
    async run(text: string) {
      const spec = parseCohort(text, cell);
      const relations = await cells.data.relations();
      const inputs = needsOf(spec).tables.map((name): [string, CellValue] => {
        return [name, { type: 'table', relation: relations.find((one) => one.name === name) as Relation }];
      });
      const context = cells.context(Object.fromEntries(inputs), 'found');
      const { output } = await cohort.run(spec, context);
      const steps = output.rows.map((row) => [rowName(row, spec).replaceAll('\u00a0', ' '), row.entries, row.alone]);
      return { output, steps, warnings: context.warnings };
    },
    ids: async () => (await rows('select condition_occurrence_id from found order by 1')).flat(),
    ends: () =>
      rows(
        'select condition_occurrence_id, cast(cohort_end_date as varchar) from found order by person_id, index_date, 1'
      )
  };
}
