import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { registry } from '.';
import { benchmarkFieldsFor, methods } from './benchmark/fields';
import { chartFields } from './chart/fields';
import { cohortFields } from './cohort/fields';
import { hourlyFields } from './hourly/fields';
import { inputFields } from './input/fields';
import { fieldsFor } from './input/spec';
import { pathwayFields } from './pathway/fields';
import { pkFieldsFor, SHOWS } from './pk/fields';
import { profileFields } from './profile/fields';
import { qualityFields, qualityFieldsFor } from './quality/fields';
import { scoreFields } from './score/fields';
import { simulateFieldsFor, useCases } from './simulate/fields';
import { statisticsFieldsFor } from './statistics/fields';
import { methodForms } from './statistics/methods';
import { readTask, setField, type Field, type FieldTable, type Plain } from './task';
import { plainFrom, textOf } from './task/field-text';
import { isChosen, shownBy, writtenFor, type Entered } from './task/field-value';

// For each of a thousand fields; the acceptance tries more.
const runs = process.env['PHEMS_FULL'] ? 60 : 20;

/** A form: its text as the cell begins, and the table that its text asks for. */
interface Form {
  kind: string;
  what: string;
  text: string;
  fieldsOf: (text: string) => FieldTable;
}

const plain = (kind: string, fields: FieldTable): Form => ({ kind, what: kind, text: '', fieldsOf: () => fields });

/** Every form there is: those whose fields hang on what they say, once for each that they may say. */
const forms: Form[] = [
  plain('chart', chartFields),
  plain('profile', profileFields),
  plain('cohort', cohortFields),
  plain('hourly', hourlyFields),
  plain('pathway', pathwayFields),
  plain('score', scoreFields),
  ...methods.map((method): Form => ({
    kind: 'benchmark',
    what: `benchmark ${method}`,
    text: `method: ${method}\n`,
    fieldsOf: benchmarkFieldsFor
  })),
  ...useCases.map((use): Form => ({
    kind: 'simulate',
    what: `simulate ${use}`,
    text: `use: ${use}\n`,
    fieldsOf: simulateFieldsFor
  })),
  ...methodForms.map(({ question, name }): Form => ({
    kind: 'statistics',
    what: `statistics ${name}`,
    text: `question: ${question}\nmethod: ${name}\n`,
    fieldsOf: statisticsFieldsFor
  })),
  ...SHOWS.map((show): Form => ({ kind: 'pk', what: `pk ${show}`, text: `show: ${show}\n`, fieldsOf: pkFieldsFor })),
  { kind: 'pk', what: 'pk of a model of one’s own', text: 'show: curve\nmodel: own\n', fieldsOf: pkFieldsFor },
  { kind: 'quality', what: 'quality by prefix', text: 'tables: picu_\n', fieldsOf: qualityFieldsFor },
  { kind: 'quality', what: 'quality by name', text: 'tables: [person]\n', fieldsOf: qualityFieldsFor },
  ...Object.keys(inputFields).map((type): Form => ({
    kind: 'input',
    what: `input ${type}`,
    text: `type: ${type}\n`,
    fieldsOf: fieldsFor
  }))
];

/** A field of a form with its path; lists and maps of records by their first entry, which the form adds. */
interface Leaf {
  path: (string | number)[];
  field: Field;
}

function leavesOf(fields: FieldTable, path: (string | number)[] = []): Leaf[] {
  return Object.entries(fields).flatMap(([key, field]) => leaves(field, [...path, key]));
}

function leaves(field: Field, path: (string | number)[]): Leaf[] {
  if (field.type === 'record') return leavesOf(field.fields, path);
  if (field.type === 'map') return leaves(field.value, [...path, field.of?.[0] ?? 'a name']);
  if (field.type === 'list' && field.item.type === 'record') return leavesOf(field.item.fields, [...path, 0]);
  return [{ path, field }];
}

const line = fc.string({ unit: 'grapheme', minLength: 1 });
const name = line.filter((text) => text.trim() !== '');
const between = ({ min = -1e6, max = 1e6, whole }: Field & { type: 'number' }) =>
  whole ? fc.integer({ min: Math.ceil(min), max: Math.floor(max) }) : fc.double({ min, max, noNaN: true });
// Whole numbers that a double cannot hold are of another sort; they are tested with the ids of concepts.
const fraction = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value));
const word = name.filter((text) => text.trim() === text && typeof plainFrom(text) === 'string');
const anything = fc.oneof(word, fc.integer(), fc.boolean(), fraction);

/** What somebody may enter: what the control gives, and what the cell is to read of it. */
function entries(field: Field): fc.Arbitrary<{ entered: Entered; meant: unknown }> {
  const same = <T extends Entered>(arbitrary: fc.Arbitrary<T>) =>
    arbitrary.map((entered) => ({ entered, meant: entered as unknown }));
  switch (field.type) {
    case 'number':
      return same(between(field).map((value) => (Object.is(value, -0) ? 0 : value)));
    case 'boolean':
      return same(fc.boolean());
    case 'choice':
      return same(fc.constantFrom(...field.of));
    case 'choices':
      return same(fc.subarray([...field.of], { minLength: 1 }));
    case 'ref':
    case 'column':
      return same(name);
    case 'text':
      return same((field.lines ?? 1) > 1 ? fc.array(line, { minLength: 1 }).map((lines) => lines.join('\n')) : line);
    case 'list': {
      const most = field.max === undefined ? {} : { maxLength: Math.min(field.max, 8) };
      if (isChosen(field)) return same(fc.uniqueArray(name, { minLength: 1, ...most }));
      const { item } = field;
      const value: fc.Arbitrary<Plain> = item.type === 'number' ? between(item) : item.type === 'any' ? anything : line;
      return fc.array(value, { minLength: 1, ...most }).map((list) => ({ entered: textOf(list), meant: list }));
    }
    case 'any':
      return field.several
        ? fc.array(anything, { minLength: 1 }).map((list) => ({ entered: textOf(list), meant: list }))
        : anything.map((value) => ({ entered: textOf(value), meant: value }));
    default:
      throw new Error(`no control for ${field.type}`);
  }
}

const strange = 'of_later: [1,   2] # of a later version';
const head = '# what it is about\n';
const tail = `${strange}\n# the end\n`;

function at(spec: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value instanceof Map ? value.get(key) : (value as Record<string | number, unknown> | undefined)?.[key],
    spec
  );
}

const isSaid = (text: string, key: string | number | undefined): boolean =>
  new RegExp(`^${String(key)}:`, 'm').test(text);

describe.each(forms)('both ways: the form and the text of $what', ({ text, fieldsOf }) => {
  const fields = fieldsOf(text);
  test.each(leavesOf(fields).map(({ path, field }) => [path.join('.'), { path, field }] as const))(
    'both ways | %s',
    (_, { path, field }) => {
      fc.assert(
        fc.property(entries(field), fc.boolean(), ({ entered, meant }, commented) => {
          const before = commented ? `${head}${text}${tail}` : text;
          const written = setField(before, path, writtenFor(field, entered));
          const reading = readTask(written, fields);
          // Set in the form, it is in the text, and the cell reads what was meant.
          expect(
            reading.issues.filter((issue) => path.every((key, depth) => issue.path[depth] === String(key)))
          ).toEqual([]);
          expect(at(reading.spec, path)).toEqual(meant);
          // And it comes back into the form.
          expect(shownBy(field, reading.writtenAt(path))).toEqual(entered);
          if (commented) {
            expect(written.startsWith(head)).toBe(true);
            for (const kept of [strange, '# the end\n']) expect(written.split(kept)).toHaveLength(2);
          }
          // Set again to the same, nothing moves; taken out, the rest is as before.
          expect(setField(written, path, writtenFor(field, entered))).toBe(written);
          if (path.length === 1 && !isSaid(text, path[0])) {
            expect(setField(written, path, undefined).trimEnd()).toBe(before.trimEnd());
          }
        }),
        { seed: 11, numRuns: runs }
      );
    }
  );
});

describe('both ways', () => {
  beforeAll(() => registry.ready?.());

  test('every kind with a form is tested', () => {
    const kinds = registry.kinds.filter(({ Form }) => Form !== undefined).map((kind) => kind.name);
    expect([...new Set(forms.map(({ kind }) => kind))].sort()).toEqual(kinds.sort());
  });

  test('a field that is emptied shows what holds anyway', () => {
    for (const { text, fieldsOf } of forms) {
      for (const { path, field } of leavesOf(fieldsOf(text))) {
        if (isSaid(text, path[0])) continue;
        expect(shownBy(field, readTask(text, fieldsOf(text)).writtenAt(path))).toEqual(shownBy(field, undefined));
        expect(writtenFor(field, '')).toBeUndefined();
      }
    }
  });

  test('a key that is written as a number is the one that the form changes', () => {
    const text = 'tables: picu_\nthresholds: {13: 5, 1.5: 2} # percent\n';
    const { writtenAt } = readTask(text, qualityFields.prefix);
    expect(writtenAt(['thresholds', '13'])).toBe(5);
    expect(setField(text, ['thresholds', '13'], 6)).toBe(text.replace('13: 5', '13: 6'));
    expect(setField(text, ['thresholds', '1.5'], undefined)).toContain('{13: 5}');
  });
});
