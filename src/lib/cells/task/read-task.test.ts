import { describe, expect, test } from 'vitest';
import { AppError } from '$workers/shared/errors';
import { defineFields } from './fields';
import { parseTask, readTask } from './read-task';

const fields = defineFields({
  from: { type: 'ref', to: 'table', label: 'From', required: true },
  mark: { type: 'choice', of: ['dot', 'line'], default: 'dot', label: 'Mark' },
  persons: { type: 'number', whole: true, min: 1, max: 20000, default: 600, label: 'Persons' },
  share: { type: 'number', min: 0, max: 1, unit: 'of all', label: 'Share' },
  x: { type: 'column', of: 'from', label: 'X' },
  leak: { type: 'boolean', default: false, label: 'Leak' },
  tables: { type: 'choices', of: ['hours', 'person'], default: ['hours'], label: 'Tables' },
  facet: {
    type: 'record',
    label: 'Facets',
    fields: { x: { type: 'column', of: 'from', label: 'Across' }, gap: { type: 'number', default: 4, label: 'Gap' } }
  },
  columns: {
    type: 'map',
    label: 'Columns',
    value: { type: 'record', label: '', fields: { unit: { type: 'text', label: 'Unit' } } }
  },
  rules: {
    type: 'list',
    label: 'Lines',
    max: 2,
    item: { type: 'record', label: '', fields: { at: { type: 'number', required: true, label: 'At' } } }
  },
  value: { type: 'any', label: 'Value' }
});

function thrown(text: string): AppError {
  try {
    parseTask(text, fields);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`nothing was thrown for ${JSON.stringify(text)}`);
}

describe('parseTask', () => {
  test('fills defaults, also those of records that are not written', () => {
    expect(parseTask('from: hourly\n', fields)).toEqual({
      from: 'hourly',
      mark: 'dot',
      persons: 600,
      share: undefined,
      x: undefined,
      leak: false,
      tables: ['hours'],
      facet: { x: undefined, gap: 4 },
      columns: undefined,
      rules: undefined,
      value: undefined
    });
  });

  test('reads every sort of field', () => {
    const spec = parseTask(
      'from: 2024\nmark: line\nx: 007\nleak: true\ntables: [person, hours]\nfacet: {x: sex}\n' +
        'columns:\n  lactate: {unit: mmol/L}\n  note:\nrules:\n  - at: 2.5\nvalue: [9007199254740993, 3, a, null]\n',
      fields
    );
    expect(spec.from).toBe('2024');
    expect(spec.x).toBe('007');
    expect(spec.tables).toEqual(['person', 'hours']);
    expect(spec.facet).toEqual({ x: 'sex', gap: 4 });
    expect(spec.columns).toEqual(
      new Map([
        ['lactate', { unit: 'mmol/L' }],
        ['note', { unit: undefined }]
      ])
    );
    expect(spec.rules).toEqual([{ at: 2.5 }]);
    expect(spec.value).toEqual([9007199254740993n, 3, 'a', null]);
  });

  test.each<[string, string]>([
    ['mark: dot', 'Choose a table: `from` names none yet.'],
    ['from: " "', 'Choose a table: `from` names none yet.']
  ])('issue 5: %j says what to choose', (text, message) => {
    const [issue] = readTask(text, fields).issues;
    expect(issue?.error.message).toBe(message);
    expect(issue?.error.hint).toContain('Take one in the form, or write `from: …`');
  });

  test.each([
    ['', 'task-missing', 1, 1],
    ['from:\n', 'task-missing', 1, 1],
    ['from: a\nmrak: dot', 'task-unknown-key', 2, 1],
    ['from: a\nmark: doot', 'task-choice', 2, 7],
    ['from: a\npersons: 0', 'task-number-range', 2, 10],
    ['from: a\npersons: 1.5', 'task-number-wanted', 2, 10],
    ['from: a\npersons: "5"', 'task-number-wanted', 2, 10],
    ['from: a\nshare: 0,5', 'task-number-wanted', 2, 8],
    ['from: a\nshare: .inf', 'task-number-huge', 2, 8],
    ['from: a\nleak: yes', 'task-boolean-wanted', 2, 7],
    ['from: a\ntables: hours', 'task-list-wanted', 2, 9],
    ['from: a\ntables: [hours, beds]', 'task-choice', 2, 17],
    ['from: a\nfacet: x', 'task-keys-wanted', 2, 8],
    ['from: a\nfacet:\n  z: sex', 'task-unknown-key', 3, 3],
    ['from: a\nrules: [{at: 1}, {at: 2}, {at: 3}]', 'task-list-long', 2, 8],
    ['from: a\nrules:\n  - {}', 'task-missing', 3, 5],
    ['from: [a]', 'task-text-wanted', 1, 7],
    ['from: a\nx: {a: 1}', 'task-text-wanted', 2, 4],
    ['from: a\nfrom: b', 'task-yaml', 2, 1],
    ['from: "a', 'task-yaml', 1, 9],
    ['from: &x a\nx: *x', 'task-reference', 1, 10],
    ['from: !!js/function a', 'task-yaml', 1, 7],
    ['- a\n- b', 'task-not-keys', 1, 1],
    ['from a', 'task-not-keys', 1, 1]
  ])('%j is refused as %s at %i:%i', (text, code, line, column) => {
    const error = thrown(text);
    expect(error.code).toBe(code);
    expect(error.place).toEqual({ line, column });
    expect(error.message.length).toBeLessThanOrEqual(160);
  });

  test('a slip of the keyboard is answered with the near name', () => {
    expect(thrown('from: a\ntabels: []').hint).toBe('Write `tables` instead.');
    expect(thrown('from: a\nmark: doot').hint).toBe('Write `dot` instead.');
    expect(thrown('from: a\nshare: 0,5').hint).toBe('Write a point instead of the comma.');
  });

  test('brackets without end are refused, not a crash', () => {
    expect(thrown(`a: ${'['.repeat(50_000)}`).code).toBe('task-yaml');
    expect(thrown(`a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`).code).toBe('task-yaml');
  });

  test('prototype names are keys like others', () => {
    expect(thrown('from: a\n__proto__: 1').code).toBe('task-unknown-key');
    expect(thrown('from: a\nconstructor: 1').code).toBe('task-unknown-key');
  });
});

describe('readTask', () => {
  test('collects every issue with its path, and what could be read', () => {
    const { spec, issues } = readTask('persons: 0\nfrom: a\nfacet: {gap: wide}\nmark: line', fields);
    expect(issues.map((issue) => issue.path.join('.'))).toEqual(['persons', 'facet.gap']);
    expect(spec.mark).toBe('line');
  });

  test('says where a value stands', () => {
    const { placeOf } = readTask('from: a\nvalue: [1, 22]', fields);
    expect(placeOf(['value', 1])).toEqual({ line: 2, column: 12 });
    expect(placeOf(['share'])).toEqual({ line: 1, column: 1 });
  });
});
