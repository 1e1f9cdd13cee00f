import { statisticsWords as words } from '$lib/messages/statistics';
import { readTask, type FieldTable } from '../task';
import type { MethodForm } from './method-form';
import { methodForms } from './methods';

const questions = [...new Set(methodForms.map(({ question }) => question))];

const shown = {
  title: { type: 'text', label: () => words.resultTitle, more: true },
  caption: { type: 'text', label: () => words.caption, more: true }
} as const satisfies FieldTable;

const from = { type: 'ref', to: 'table', label: () => words.from, help: () => words.fromHelp } as const;

const chooseMethod = (form: MethodForm): FieldTable => {
  const of = methodForms.filter(({ question }) => question === form.question).map(({ name }) => name);
  return {
    question: {
      type: 'choice',
      of: questions,
      default: form.question,
      label: () => words.question,
      help: () => words.questionHelp,
      get words() {
        return words.questions;
      }
    },
    method: {
      type: 'choice',
      of,
      default: of[0] as string,
      label: () => words.method,
      help: () => words.abouts[form.name as keyof typeof words.abouts],
      get words() {
        return words.methods;
      }
    }
  };
};

const tables = new Map<string, FieldTable>(
  methodForms.map((form) => [
    form.name,
    {
      ...chooseMethod(form),
      ...(form.plans ? {} : { from: { ...from, required: true } }),
      ...form.fields,
      ...shown
    }
  ])
);

/** The method that a text asks for, also where it is not finished: the first of its question. */
export function formOf(text: string): MethodForm {
  const first = methodForms[0] as MethodForm;
  try {
    const reading = readTask(text, { question: { type: 'any', label: '' }, method: { type: 'any', label: '' } });
    const method = reading.writtenAt(['method']);
    const question = reading.writtenAt(['question']);
    const ofQuestion = methodForms.filter((form) => question === undefined || form.question === question);
    const named = methodForms.find(({ name }) => name === method);
    // Of two that do not go together the question counts: the form asks for it first.
    return ofQuestion.find(({ name }) => name === method) ?? ofQuestion[0] ?? named ?? first;
  } catch {
    return first;
  }
}

export function fieldsOf(form: MethodForm): FieldTable {
  return tables.get(form.name) as FieldTable;
}

/** The fields of a form, by what its text asks for. */
export function statisticsFieldsFor(text: string): FieldTable {
  return fieldsOf(formOf(text));
}
