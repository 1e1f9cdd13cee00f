import type { Question } from '$workers/statistics';
import type { FieldTable } from '../task';

/** The form of one method: what it asks for beside its table. */
export interface MethodForm {
  /** As the engine knows it. */
  name: string;
  question: Question;
  /** Keys with underscores are the engine's in camel case: `event_is` is `eventIs`. */
  fields: FieldTable;
  /** Further tables that it makes, by the ends of their names. */
  tables: readonly string[];
  /** It plans a study and reads no table. */
  plans: boolean;
}

type Written = Pick<MethodForm, 'name' | 'fields'> & Partial<Pick<MethodForm, 'tables' | 'plans'>>;

/** The methods of a question, in the order of the form. */
export function defineMethods(question: Question, methods: readonly Written[]): readonly MethodForm[] {
  return methods.map((one) => ({ question, tables: [], plans: false, ...one }));
}
