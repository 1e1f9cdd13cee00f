import { beforeAll, describe, expect, test } from 'vitest';
import type { DataClient } from '$lib/engines/data';
import { createDataRoom, type DataRoom } from '$workers/data';
import { openNodeDuck } from '$workers/data/duck-node';
import { commonFolder, ImportDialogState } from './dialog-state.svelte';
import { parseImport } from './spec';

let room: DataRoom;
beforeAll(async () => {
  room = await createDataRoom(await openNodeDuck());
});

const file = (path: string, text: string) => ({ path, file: new File([text], path.split('/').at(-1) ?? path) });
const dialogOf = (files: ReturnType<typeof file>[], taken: string[] = []) =>
  new ImportDialogState(files, room as unknown as DataClient, taken);

describe('import dialog', () => {
  test('what is confirmed is a cell that reads the file as shown', async () => {
    const dialog = dialogOf([file('labs.csv', 'id;value\n1;0,5\n2;1,25\n')]);
    await dialog.look();
    expect(dialog.current?.proposal?.plan.csv).toMatchObject({ delimiter: ';', decimal: ',' });
    await dialog.setColumn(0, 'value', { type: 'text' });
    const cells = await dialog.confirm();
    const spec = parseImport(cells?.[0]?.text ?? '');
    expect(spec).toMatchObject({ shape: 'table', complete: true });
    if (spec.shape !== 'table') throw new Error('one table was read');
    expect(spec.wanted.columns?.map(({ name, type }) => [name, type])).toEqual([
      ['id', 'bigint'],
      ['value', 'text']
    ]);
  });

  test('a second wish, made before the first is proposed, keeps the first', async () => {
    const dialog = dialogOf([file('codes.csv', 'code,value\n1,2\n3,4\n')]);
    await dialog.look();
    await Promise.all([
      dialog.setColumn(0, 'value', { type: 'text' }),
      dialog.setColumn(0, 'code', { type: 'number', unit: 'mmol/L' })
    ]);
    expect(dialog.current?.proposal?.plan.columns.map(({ name, type, unit }) => [name, type, unit])).toEqual([
      ['code', 'number', 'mmol/L'],
      ['value', 'text', undefined]
    ]);
  });

  test('a wish is not yet proposed, and another table is on show: what is confirmed is as it was wished', async () => {
    const dialog = dialogOf([file('codes.csv', 'code\n007\n'), file('wards.csv', 'ward\nA\n')]);
    await dialog.look();
    await dialog.propose(1);
    void dialog.setColumn(0, 'code', { type: 'bigint' });
    void dialog.propose(1);
    const confirmed = dialog.confirm();
    // While that is made, a second one.
    void dialog.setColumn(1, 'ward', { label: 'Ward of the stay' });
    const specs = ((await confirmed) ?? []).map(({ text }) => parseImport(text));
    const columns = specs.map((spec) => (spec.shape === 'table' ? spec.wanted.columns?.[0] : undefined));
    expect(columns).toMatchObject([{ type: 'bigint' }, { label: 'Ward of the stay' }]);
  });

  test('a name that is taken gets a number, and says so', async () => {
    const dialog = dialogOf([file('labs.csv', 'a\n1\n')], ['Labs']);
    await dialog.look();
    expect([dialog.current?.name, dialog.current?.clashes]).toEqual(['labs_2', true]);
    if (dialog.current) dialog.current.name = 'labs';
    expect(dialog.obstacle).toContain('taken');
    expect(await dialog.confirm()).toBeUndefined();
  });

  test('another delimiter makes other columns', async () => {
    const dialog = dialogOf([file('odd.csv', 'a,b;c\n1,2;3\n4,5;6\n')]);
    await dialog.look();
    await dialog.propose(0, { csv: { delimiter: ';' } });
    expect(dialog.current?.proposal?.plan.columns.map(({ name }) => name)).toEqual(['a,b', 'c']);
    await dialog.propose(0, { csv: { delimiter: ',' } });
    expect(dialog.current?.proposal?.plan.columns.map(({ name }) => name)).toEqual(['a', 'b;c']);
  });

  test('a folder of OMOP tables is read by one cell, persons first, and what is none of them beside it', async () => {
    const dialog = dialogOf([
      file('extract/beds.csv', 'ward,beds\nA,12\n'),
      file('extract/DEATH.csv', 'person_id,death_date\n1,2020-01-01\n'),
      file('extract/VISIT_OCCURRENCE.csv', 'visit_occurrence_id,person_id,visit_start_date\n1,1,2020-01-01\n'),
      file('extract/MEASUREMENT.csv', 'measurement_id,person_id,measurement_date\n1,1,2020-01-01\n'),
      file('extract/PERSON.csv', 'person_id,gender_concept_id,year_of_birth\n1,8507,2015\n')
    ]);
    await dialog.look();
    expect(dialog.asExtract).toBe(true);
    const [cell, beside] = (await dialog.confirm()) ?? [];
    expect(beside).toMatchObject({ kind: 'import', id: 'beds' });
    expect(parseImport(cell?.text ?? '')).toMatchObject({
      shape: 'omop',
      file: 'extract',
      tables: ['person', 'death', 'visit_occurrence', 'measurement']
    });
  });

  test('OMOP tables that lie loose are read one by one, typed from the definition alike', async () => {
    const dialog = dialogOf([
      file('VISIT_OCCURRENCE.csv', 'visit_occurrence_id,person_id,visit_start_date\n1,1,2020-01-01\n'),
      file('PERSON.csv', 'person_id,gender_concept_id,year_of_birth\n1,8507,2015\n')
    ]);
    await dialog.look();
    expect([dialog.canBeExtract, dialog.asExtract]).toEqual([false, false]);
    expect((await dialog.confirm())?.map(({ id }) => id)).toEqual(['visit_occurrence', 'person']);
    expect(dialog.tables[0]?.proposal?.plan.columns[0]).toMatchObject({ name: 'visit_occurrence_id', type: 'bigint' });
  });

  test('an extract among other files is still one cell', async () => {
    const dialog = dialogOf([
      file('extract/VISIT_OCCURRENCE.csv', 'visit_occurrence_id,person_id,visit_start_date\n1,1,2020-01-01\n'),
      file('extract/PERSON.csv', 'person_id,gender_concept_id,year_of_birth\n1,8507,2015\n'),
      file('wards.csv', 'ward\nA\n')
    ]);
    await dialog.look();
    expect((await dialog.confirm())?.map(({ id }) => id)).toEqual(['extract', 'wards']);
  });

  test('rows whose values do not fit a chosen type are set aside on request', async () => {
    const dialog = dialogOf([file('labs.csv', 'id,value\n1,5\n2,five\n3,7\n')]);
    await dialog.look();
    expect(dialog.current?.hasMisfits).toBe(false);
    await dialog.setColumn(0, 'value', { type: 'bigint' });
    expect(dialog.current?.hasMisfits).toBe(true);
    await dialog.propose(0, { misfits: 'set-aside' });
    const cells = await dialog.confirm();
    expect(parseImport(cells?.[0]?.text ?? '')).toMatchObject({ wanted: { misfits: 'set-aside' } });
  });

  test('a file that cannot be read like this can be put right', async () => {
    const dialog = dialogOf([file('notes.csv', "id,note\n1,'a'\n2,\"open\n3,b\n")]);
    await dialog.look();
    expect(dialog.current?.problem).toMatchObject({ code: 'csv-quote-open' });
    expect(dialog.current?.csv).toEqual({});
    expect(dialog.obstacle).toContain('notes');
    expect(await dialog.confirm()).toBeUndefined();
    await dialog.propose(0, { csv: { quote: '' } });
    expect(dialog.current?.csv).toMatchObject({ delimiter: ',', quote: '' });
    expect(dialog.obstacle).toBe('');
  });

  test('a question left open keeps the table from being read', async () => {
    const dialog = dialogOf([file('visits.csv', 'id,day\n1,03/04/2021\n2,05/06/2021\n')]);
    await dialog.look();
    expect(dialog.current?.proposal?.questions.map(({ code }) => code)).toEqual(['date-order']);
    expect(await dialog.confirm()).toBeUndefined();
    const choice = dialog.current?.proposal?.questions[0]?.choices[0];
    if (choice) await dialog.propose(0, choice.change);
    expect(dialog.obstacle).toBe('');
  });

  test('a file that cannot be read is told, the others can be', async () => {
    const dialog = dialogOf([file('empty.csv', ''), file('labs.csv', 'a\n1\n')]);
    await dialog.look();
    expect(dialog.inspection?.problems.map((problem) => problem.file)).toEqual(['empty.csv']);
    expect(dialog.chosen.map(({ name }) => name)).toEqual(['labs']);
  });
});

test.each([
  [['a/b/x.csv', 'a/b/y.csv'], 'a/b'],
  [['a/b/x.csv', 'a/c/y.csv'], 'a'],
  [['extract.zip/PERSON.csv'], 'extract.zip'],
  [['x.csv', 'a/y.csv'], ''],
  [[], '']
])('%j lie in %j', (files, folder) => {
  expect(commonFolder(files)).toBe(folder);
});
