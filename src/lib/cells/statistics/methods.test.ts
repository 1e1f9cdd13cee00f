import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statisticsWords as english } from '$lib/messages/en/statistics';
import { statisticsRemarks } from '$lib/messages/en/statistics-remarks';
import { statisticsWords as finnish } from '$lib/messages/fi/statistics';
import { analyses, OWN_NAMES, QUESTIONS, type AnalysisMethod } from '$workers/statistics/analysis';
import { said, type Field, type FieldTable } from '../task';
import { fieldsOf } from './fields';
import type { MethodForm } from './method-form';
import { methodForms } from './methods';

const camel = (key: string) => key.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
/** What only the page needs. */
const ofThePage = new Set(['question', 'method', 'from', 'title', 'caption']);
const keysOf = (form: MethodForm) => Object.keys(fieldsOf(form)).filter((key) => !ofThePage.has(key));
const engineOf = (form: MethodForm) => analyses.find(({ name }) => name === form.name) as AnalysisMethod;
const isRequired = (field: Field) => 'required' in field && field.required;
const isAlwaysSent = (field: Field) => 'default' in field && field.default !== undefined;

/** What a field writes, as the engine reads it. */
const writes: Readonly<Record<Field['type'], readonly string[]>> = {
  column: ['column'],
  list: ['columns', 'numbers', 'list'],
  number: ['number'],
  text: ['text'],
  choice: ['text', 'number'],
  choices: ['list', 'columns'],
  boolean: ['truth'],
  map: ['object'],
  record: ['object'],
  ref: ['table', 'text'],
  any: []
};

describe('the methods of the form and of the engine', () => {
  test('are the same, under the same questions, in the order of the questions', () => {
    expect(methodForms.map(({ name, question }) => `${question}: ${name}`)).toEqual(
      analyses.map(({ name, question }) => `${question}: ${name}`)
    );
    const order = methodForms.map(({ question }) => QUESTIONS.indexOf(question));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(new Set(methodForms.map(({ name }) => name)).size).toBe(methodForms.length);
  });

  describe.each(methodForms.map((form) => [form.name, form] as const))('%s', (_, form) => {
    test('asks for what the engine takes, and requires what it needs', () => {
      const { takes, table } = engineOf(form);
      const fields = fieldsOf(form);
      expect(keysOf(form).map(camel).sort()).toEqual(takes.map(({ name }) => name).sort());
      expect(form.plans).toBe(table === false);
      for (const { name, is, optional } of takes) {
        const key = keysOf(form).find((one) => camel(one) === name) as string;
        const field = fields[key] as Field;
        expect(writes[field.type], `${key}, a ${field.type}`).toContain(is);
        if (optional) expect(isRequired(field), `${key} is required by the form alone`).toBeFalsy();
        else expect(isRequired(field) || isAlwaysSent(field), `${key} is needed`).toBe(true);
      }
    });

    test.each([
      ['English', english],
      ['Finnish', finnish]
    ])('has its words in %s', (__, words) => {
      expect(Object.keys(words.methods)).toContain(form.name);
      expect(Object.keys(words.abouts)).toContain(form.name);
      expect(Object.keys(words.questions)).toContain(form.question);
    });

    test('words each of its fields and choices', () => {
      for (const [key, field] of eachField(form.fields)) {
        expect(said(field.label), key).toMatch(/\S/);
        if (field.type !== 'choice' && field.type !== 'choices') continue;
        for (const one of field.of) expect(field.words?.[one], `${key}: ${one}`).toMatch(/\S/);
      }
    });
  });
});

/** The fields of a form, and those of its lists and records. */
function eachField(fields: FieldTable): [string, Field][] {
  return Object.entries(fields).flatMap(([key, field]): [string, Field][] => [
    [key, field],
    ...(field.type === 'list' ? eachField({ [`${key}[]`]: field.item }) : []),
    ...(field.type === 'record' ? eachField(field.fields) : [])
  ]);
}

/** Codes as the engine's files write them: what stands beside a code tells what it is of. */
function codesOfEngine(): Record<'facts' | 'tests' | 'says', Set<string>> {
  const codes = { facts: new Set<string>(), tests: new Set<string>(), says: new Set<string>() };
  const folder = 'workers/statistics/analysis';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts')
  );
  for (const file of files) {
    for (const part of readFileSync(join(folder, file), 'utf8')
      .split(/\bcode:/)
      .slice(1)) {
      const kind = /^[^}]*\bas:/.test(part) ? 'facts' : /^[^}]*\bvalues\b/.test(part) ? 'says' : /\bdf:/.test(part) ? 'tests' : undefined; // prettier-ignore
      const [own = ''] = part.split(/\b(?:values|value|statistic|df|as|of)\b|,/);
      if (kind) for (const [, code] of own.matchAll(/(?<![(=] ?)'([a-z][a-z0-9-]*)'/g)) codes[kind].add(code as string);
    }
  }
  return codes;
}

test.each([
  ['English', english],
  ['Finnish', finnish]
])('names that are the engine’s own are worded in %s', (_, words) => {
  expect(Object.keys(words.names).sort()).toEqual([...OWN_NAMES].sort());
});

describe('the codes of the engine', () => {
  const codes = codesOfEngine();
  const known = {
    facts: english.facts,
    tests: english.tests,
    // Remarks and sentences look alike.
    says: { ...english.says, ...statisticsRemarks }
  };

  test.each(['facts', 'tests', 'says'] as const)('of %s have words', (kind) => {
    expect(codes[kind].size).toBeGreaterThan(0);
    expect([...codes[kind]].filter((code) => !Object.hasOwn(known[kind], code))).toEqual([]);
  });
});
