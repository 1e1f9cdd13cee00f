import { expect, test } from 'vitest';
import type { CellKey } from '$lib/notebook/model';
import { renameInTask, setField, type Plain } from '../task';
import { taskComplete } from '../task/completion';
import { addStep, changeKind, freshCondition } from './edit-steps';
import { cohortFields } from './fields';
import { parseCohort, partKinds } from './spec';

const cell = { id: 'found', key: 'k1' as CellKey };
const parse = (text: string) => parseCohort(text, cell);

test('what the form writes, one field after the other, is what the text says', () => {
  const writes: [path: (string | number)[], value: Plain][] = [
    [['from'], 'condition_occurrence'],
    [
      ['entry', 'in'],
      [1, 2]
    ],
    [['entry', 'where', 0, 'column'], 'condition_type_concept_id'],
    [['entry', 'where', 0, 'in'], [3]],
    [['entry', 'or', 0, 'table'], 'measurement'],
    [['entry', 'or', 0, 'where', 0, 'column'], 'value_as_number'],
    [['entry', 'or', 0, 'where', 0, 'above'], 4],
    [['entry', 'or', 0, 'earliest'], true],
    [['entry', 'washout'], 30],
    [['exit', 'at'], 'exposure'],
    [['exit', 'days'], 7],
    [['exit', 'exposure', 'table'], 'drug_exposure'],
    [['exit', 'exposure', 'gap'], 14],
    [['exit', 'censor', 0, 'table'], 'death'],
    [['exit', 'merge'], 0]
  ];
  const text = writes.reduce((now, [path, value]) => setField(now, path, value), 'from: ');
  const { from, entry, exit } = parse(text);
  expect(from).toBe('condition_occurrence');
  expect(entry).toMatchObject({
    in: [1, 2],
    washout: 30,
    where: [{ column: 'condition_type_concept_id', in: [3] }],
    or: [{ table: 'measurement', earliest: true, where: [{ column: 'value_as_number', above: 4 }] }]
  });
  expect(exit).toMatchObject({
    at: 'exposure',
    days: 7,
    exposure: { table: 'drug_exposure', gap: 14 },
    censor: [{ table: 'death' }],
    merge: 0
  });
});

test.each([
  ['exit: {}', 'observation'],
  ['exit: {days: 3}', 'entry'],
  ['exit: {exposure: {table: d}}', 'exposure'],
  ['exit: {merge: 0}', 'observation']
])('%s is an exit at %s', (exit, at) => {
  expect(parse(`from: a\n${exit}`).exit?.at).toBe(at);
});

test('a text that says nothing of it has no exit, no washout and no other events', () => {
  expect(parse('from: a')).toMatchObject({
    exit: undefined,
    entry: { washout: undefined, or: [], where: [], earliest: false }
  });
  expect(parse('from: a\nexit:')).toMatchObject({ exit: undefined });
});

test('every condition of a group can be chosen and taken away again', () => {
  const group = addStep('from: a\n', 0, 'group');
  expect(parse(group).steps[0]?.condition).toMatchObject({
    kind: 'group',
    least: 1,
    of: [{ condition: { kind: 'event' } }]
  });
  const all = partKinds.reduce(
    (now, kind, at) => setField(now, ['steps', 0, 'group', 'of', at], { [kind]: freshCondition(kind) }),
    group
  );
  const kept = partKinds.map((kind) => kind).filter((kind) => kind !== 'category' && kind !== 'value');
  const sure = setField(
    all,
    ['steps', 0, 'group', 'of'],
    kept.map((kind) => ({ [kind]: freshCondition(kind) }))
  );
  const { condition } = parse(sure).steps[0]!;
  expect(condition.kind === 'group' && condition.of.map((part) => part.condition.kind)).toEqual(kept);
  expect(parse(changeKind(sure, 0, { group: {} }, 'age')).steps[0]?.condition.kind).toBe('age');
});

test('a renamed table changes in entry events, exposures, censoring and parts of groups', () => {
  const text = `from: a
entry:
  or: [{table: a}]
exit: {exposure: {table: a}, censor: [{table: a}]}
steps:
  - group: {of: [{event: {table: a}}]}
`;
  expect(renameInTask(text, cohortFields, { sort: 'table', from: 'a', to: 'b' })).toBe(text.replaceAll(/\ba\b/g, 'b'));
});

test('completion offers the keys at their places', async () => {
  const known = { relations: [], tables: [], values: [], functions: [] };
  const offered = async (text: string) => {
    const caret = { text, position: text.length, from: text.length, explicit: true };
    const found = await taskComplete(
      () => cohortFields,
      () => known
    )(caret);
    return found.map(({ label }) => label);
  };
  expect(await offered('from: a\nexit:\n  ')).toEqual(expect.arrayContaining(['at', 'censor', 'merge']));
  expect(await offered('from: a\nexit:\n  at: ')).toEqual(expect.arrayContaining(['observation', 'exposure']));
  expect(await offered('from: a\nentry:\n  ')).toEqual(expect.arrayContaining(['or', 'washout', 'where']));
});
