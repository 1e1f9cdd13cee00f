import type { Place } from '$workers/shared/errors';
import { readTask, specOf, type Field, type FieldTable, type TaskReading } from '../task';
import { inputFields, inputTypes, typeField, type InputType } from './fields';
import { failInput } from './failures';
import { readChoices, type ChoiceValue } from './choices';
import { checkDate, checkNumber, defaultStep } from './limits';

interface Base {
  label: string | undefined;
  help: string | undefined;
  unit: string | undefined;
}
export interface NumberInput extends Base {
  type: 'range' | 'number';
  min: number | undefined;
  max: number | undefined;
  step: number;
  value: number;
}
export interface TextInput extends Base {
  type: 'text';
  value: string;
  placeholder: string | undefined;
}
export interface DateInput extends Base {
  type: 'date';
  min: string | undefined;
  max: string | undefined;
  value: string;
}
export interface ToggleInput extends Base {
  type: 'toggle';
  value: boolean;
}
/** `value`: what the text says; undefined is the first option, of several choices all of them. */
export interface ChoiceInput extends Base {
  type: 'select' | 'multi-select';
  source: { options: readonly ChoiceValue[] } | { from: string; column: string };
  value: readonly ChoiceValue[] | undefined;
  /** Where `value` stands, for choices that are only known when the cell runs. */
  place: Place;
}
export type InputSpec = NumberInput | TextInput | DateInput | ToggleInput | ChoiceInput;

/** @throws AppError with line and column in the text */
export function parseInput(text: string): InputSpec {
  switch (readType(text)) {
    case 'range':
      return numberInput(readTask(text, inputFields.range), 'range');
    case 'number':
      return numberInput(readTask(text, inputFields.number), 'number');
    case 'text': {
      const { label, help, unit, value, placeholder } = specOf(readTask(text, inputFields.text));
      return { type: 'text', label, help, unit, value, placeholder };
    }
    case 'select':
      return choiceInput(readTask(text, inputFields.select), 'select');
    case 'multi-select':
      return choiceInput(readTask(text, inputFields['multi-select']), 'multi-select');
    case 'date': {
      const reading = readTask(text, inputFields.date);
      const { label, help, min, max, value } = specOf(reading);
      checkDate({ min, max, value }, reading.placeOf);
      return { type: 'date', label, help, unit: undefined, min, max, value };
    }
    case 'toggle': {
      const { label, help, value } = specOf(readTask(text, inputFields.toggle));
      return { type: 'toggle', label, help, unit: undefined, value };
    }
  }
}

/** The field table of the type that the text names; the slider's while it names none. */
export function fieldsFor(text: string): FieldTable {
  try {
    return inputFields[readType(text)];
  } catch {
    return inputFields.range;
  }
}

function readType(text: string): InputType {
  const anything: Record<string, Field> = {};
  for (const fields of Object.values(inputFields)) {
    for (const key of Object.keys(fields)) anything[key] = { type: 'any', label: '' };
  }
  const reading = readTask(text, { ...anything, type: typeField });
  const issue = reading.issues.find((one) => one.path[0] === 'type');
  if (issue) throw issue.error;
  const named = reading.spec.type;
  return inputTypes.find((one) => one === named) ?? 'range';
}

type NumberSpec = { [Key in 'label' | 'help' | 'unit']: string | undefined } & { value: number } & {
  [Key in 'min' | 'max' | 'step']: number | undefined;
};

function numberInput(reading: TaskReading<NumberSpec>, type: 'range' | 'number'): NumberInput {
  const { label, help, unit, min, max, value, step } = specOf(reading);
  const used = step ?? defaultStep(min, max, value);
  checkNumber({ min, max, value, step: used, snaps: type === 'range' }, reading.placeOf);
  return { type, label, help, unit, min, max, value, step: used };
}

interface ChoiceSpec {
  label: string | undefined;
  help: string | undefined;
  unit: string | undefined;
  from: string | undefined;
  column: string | undefined;
  options: unknown;
  value: unknown;
}

function choiceInput(reading: TaskReading<ChoiceSpec>, type: 'select' | 'multi-select'): ChoiceInput {
  const spec = specOf(reading);
  const { label, help, unit, from, column } = spec;
  const value = readChoices(spec.value, 'value', { list: type === 'multi-select' }, reading.placeOf);
  const options = readChoices(spec.options, 'options', { list: true }, reading.placeOf);
  const place = reading.placeOf(['value']);
  if (options !== undefined && from !== undefined) {
    throw failInput('input-options-twice', {}, { place: reading.placeOf(['from']) });
  }
  if (options !== undefined && options.length > 0) {
    return { type, label, help, unit, source: { options }, value, place };
  }
  if (from === undefined || column === undefined) {
    const key = from === undefined ? 'options' : 'from';
    throw failInput('input-options', {}, { place: reading.placeOf([key]) });
  }
  return { type, label, help, unit, source: { from, column }, value, place };
}
