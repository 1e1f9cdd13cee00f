import { listFrom, plainFrom, textFrom, textOf } from './field-text';
import type { Field, Plain } from './fields';

/** What a control shows and gives back: names chosen from a list, a switch, a number, or typed text. */
export type Entered = string | number | boolean | readonly string[] | undefined;

/** A list of names that are there is chosen from, not typed. */
export function isChosen(field: Field): boolean {
  return (
    field.type === 'list' && (field.item.type === 'column' || (field.item.type === 'ref' && field.item.to === 'table'))
  );
}

/** Several values, typed between commas. */
export function isTypedList(field: Field): boolean {
  return (field.type === 'list' && !isChosen(field)) || (field.type === 'any' && field.several === true);
}

/** What the control of a field shows of what is written; of what is not written, what holds anyway. */
export function shownBy(field: Field, written: Plain | undefined): Entered {
  switch (field.type) {
    case 'number':
      return typeof written === 'number' ? written : field.default;
    case 'boolean':
      return typeof written === 'boolean' ? written : field.default === true;
    case 'choices':
      return Array.isArray(written) ? (written as Plain[]).map(String) : (field.default ?? []);
    case 'choice':
    case 'text':
      return textOf(written) || textOf(field.default);
    default:
      if (isChosen(field)) return Array.isArray(written) ? (written as Plain[]).map(String) : [];
      return textOf(written);
  }
}

/** What is written for what a control gives; undefined takes the key out. */
export function writtenFor(field: Field, entered: Entered): Plain | undefined {
  if (typeof entered !== 'string') {
    const isUnset = field.type === 'list' || (field.type === 'choices' && field.all === true);
    if (isUnset && Array.isArray(entered) && entered.length === 0) return undefined;
    return Array.isArray(entered) ? (entered as string[]).map((name) => textFrom(name) ?? name) : (entered as Plain);
  }
  if (isTypedList(field)) return listFrom(entered, field.type === 'list' ? field.item : undefined);
  switch (field.type) {
    case 'any':
      return plainFrom(entered);
    case 'text':
    case 'choice':
      return textFrom(entered);
    default:
      return entered || undefined;
  }
}
