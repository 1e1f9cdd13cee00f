import { describe, expect, test } from 'vitest';
import { defineFields } from './fields';
import { readTask } from './read-task';
import { renameInTask } from './rename';

const fields = defineFields({
  from: { type: 'ref', to: 'table', label: 'From' },
  formula: { type: 'text', formulaOf: 'from', label: 'Formula' },
  references: { type: 'map', formulaOf: 'from', value: { type: 'text', label: 'Level' }, label: 'References' },
  title: { type: 'text', label: 'Title' }
});
const change = (from: string, to: string, table = 'stays') =>
  ({ sort: 'column', table, from, to, shared: false }) as const;
const renamed = (text: string, from: string, to: string) => renameInTask(`from: stays\n${text}`, fields, change(from, to)).slice('from: stays\n'.length); // prettier-ignore

describe('a renamed column is renamed in formulas', () => {
  test.each([
    // as written, from, to, as written then
    ['formula: age + log(age) * sex', 'age', 'years', 'formula: years + log(years) * sex'],
    ['formula: Age + agent', 'age', 'years', 'formula: years + agent'],
    ['formula: ns(hour, df = 3) + df', 'df', 'dose', 'formula: ns(hour, df = 3) + dose'],
    ['formula: log(log)', 'log', 'entry', 'formula: log(entry)'],
    ['formula: poly(x, 2, raw = TRUE)', 'TRUE', 'yes', 'formula: poly(x, 2, raw = TRUE)'],
    ['formula: sex + `length of stay`', 'length of stay', 'stay', 'formula: sex + stay'],
    ['formula: sex + age # why', 'age', 'length of stay', 'formula: sex + `length of stay` # why'],
    ['formula: age + sex', 'age', 'length of stay', 'formula: "`length of stay` + sex"'],
    ["formula: 'age + sex'", 'age', 'years', "formula: 'years + sex'"],
    ['formula: "age + sex"', 'sex', 'a "b"', 'formula: "age + `a \\"b\\"`"'],
    ['formula: |\n  age +\n    sex\ntitle: age', 'sex', 'girl', 'formula: |\n  age +\n    girl\ntitle: age'],
    ['formula: died ~ age', 'died', 'dead', 'formula: dead ~ age'],
    ['references: { sex: m, factor(grade): "2" }', 'grade', 'level', 'references: { sex: m, factor(level): "2" }'],
    ['references: { sex: sex }', 'sex', 'gender', 'references: { gender: sex }'],
    ['formula: age $ sex', 'age', 'years', 'formula: years $ sex']
  ])('%j, %s to %s', (text, from, to, then) => {
    expect(renamed(text, from, to)).toBe(then);
  });

  test('of its own table only, and not where a table is renamed', () => {
    const text = 'from: stays\nformula: age + stays';
    expect(renameInTask(text, fields, change('age', 'years', 'others'))).toBe(text);
    expect(renameInTask(text, fields, { sort: 'table', from: 'stays', to: 'visits' })).toBe('from: visits\nformula: age + stays'); // prettier-ignore
  });
});

describe('a place of a formula is one of the text', () => {
  test.each([
    // text, place in the formula, line and column in the text
    ['formula: age + sex', 6, 1, 16],
    ['formula:   "age + sex"', 6, 1, 19],
    ['title: x\nformula: |\n  age +\n    sex', 8, 4, 5],
    ['title: x\nformula: >\n  age +\n  sex', 6, 2, 10]
  ])('%j, %i', (text, at, line, column) => {
    expect(readTask(text, fields).placeIn(['formula'], at)).toEqual({ line, column });
  });
});
