import { beforeAll, expect, test } from 'vitest';
import { openCells, type NodeCells } from '../node-context';
import { bringCirce } from './circe/bring';
import { conceptNames, conceptTable, descendantsOf, findConcepts } from './vocabulary';

let cells: NodeCells;
const never = new AbortController().signal;

beforeAll(async () => {
  cells = await openCells();
  await cells.table(
    'vocabulary_concept',
    `select * from (values (132797, 'Sepsis'), (196236, 'Septic shock'), (4, 'Neonatal sepsis of the newborn'), (5, null)) t(concept_id, concept_name)`
  );
  await cells.table('concept_notes', 'select 1 as concept_id');
  await cells.table(
    'concept_ancestor',
    `select * from (values (132797, 132797), (132797, 4), (132797, 196236), (7, 8), (132797, null)) t(ancestor_concept_id, descendant_concept_id)`
  );
}, 30_000);

const table = async () => conceptTable(await cells.data.relations())!;

test('the vocabulary is known by its columns, whatever stands before its name', async () => {
  const relations = await cells.data.relations();
  expect(conceptTable(relations)?.name).toBe('vocabulary_concept');
  expect(conceptTable(relations.filter(({ name }) => name === 'concept_notes'))).toBeUndefined();
  expect(conceptTable([])).toBeUndefined();
});

test('ids get their names; what is no id or not there gets none', async () => {
  const found = await conceptNames(
    cells.data,
    await table(),
    ['132797', '5', '99', "1' or '1'='1", '99999999999999999999'],
    never
  );
  expect([...found]).toEqual([
    ['132797', 'Sepsis'],
    ['5', '']
  ]);
  expect((await conceptNames(cells.data, await table(), [], never)).size).toBe(0);
});

test('a name finds ids, the shortest first, and an id itself', async () => {
  const find = async (typed: string) =>
    (await findConcepts(cells.data, await table(), typed, never)).map(({ id }) => id);
  expect(await find('sepsis')).toEqual(['132797', '4']);
  expect(await find(' SEPTIC ')).toEqual(['196236']);
  expect(await find('132797')).toEqual(['132797']);
  expect([await find('s'), await find('%'), await find("x'")]).toEqual([[], [], []]);
});

test('descendants come from the table of ancestors; without it nobody knows them', async () => {
  const relations = await cells.data.relations();
  expect(await descendantsOf(cells.data, relations, [132797, 9])).toEqual(
    new Map([
      [132797, [4, 132797, 196236]],
      [9, []]
    ])
  );
  expect(
    await descendantsOf(
      cells.data,
      relations.filter(({ name }) => name !== 'concept_ancestor'),
      [9]
    )
  ).toBeUndefined();
  const items = [{ concept: { CONCEPT_ID: 132797 }, includeDescendants: true }];
  const json = JSON.stringify({
    ConceptSets: [{ id: 0, name: 'Sepsis', expression: { items } }],
    PrimaryCriteria: { CriteriaList: [{ ConditionOccurrence: { CodesetId: 0 } }] }
  });
  const whole = await bringCirce(json, cells.data, relations);
  expect([whole.left, whole.text.includes('in: [132797, 4, 196236]')]).toEqual([[], true]);
  expect((await bringCirce(json, cells.data, [])).left).toHaveLength(1);
});
