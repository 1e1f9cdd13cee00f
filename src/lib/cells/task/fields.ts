import type { ColumnType } from '$workers/shared/table';

/** A value as YAML holds it. Whole numbers beyond 2^53 are `bigint`. */
export type Plain = string | number | bigint | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A text of the messages, read when it is shown: it follows the language. */
export type Said = string | (() => string);

export function said(text: Said): string {
  return typeof text === 'function' ? text() : text;
}

interface Shared {
  /** What the form shows beside the control. */
  label: Said;
  /** One line under or beside the control. */
  help?: Said;
  /** The cell cannot run without it. */
  required?: true;
  /** Folded under "More" in the form. */
  more?: true;
}

export interface TextField extends Shared {
  type: 'text';
  default?: string;
  placeholder?: string;
  /** Height of the control; 1 where left out. */
  lines?: number;
  /** Its text is a formula as R writes it, whose names are columns of the table that this field names. */
  formulaOf?: string;
  /** `null` is written to say "nothing on purpose": it is read as the empty text. */
  nothing?: true;
}
export interface NumberField extends Shared {
  type: 'number';
  default?: number;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  whole?: true;
}
export interface ChoiceField<Of extends string = string> extends Shared {
  type: 'choice';
  of: readonly Of[];
  default?: Of;
  /** What the form shows instead of the bare word. */
  words?: Partial<Record<Of, string>>;
}
export interface ChoicesField<Of extends string = string> extends Shared {
  type: 'choices';
  of: readonly Of[];
  default?: readonly Of[];
  words?: Partial<Record<Of, string>>;
  /** Where nothing is chosen, all are meant. */
  all?: true;
}
/** The name of another cell's table or value: what the notebook's graph follows. */
export interface RefField extends Shared {
  type: 'ref';
  to: 'table' | 'value';
}
/** A column of the table that the nearest field `of` names: beside it, else in a record around it, else at the top. */
export interface ColumnField extends Shared {
  type: 'column';
  of: string;
  /** The field that names the table where `of` says nothing. */
  or?: string;
  /** The form offers only these; the kind checks again when it runs. */
  accepts?: readonly ColumnType[];
}
export interface BooleanField extends Shared {
  type: 'boolean';
  default?: boolean;
}
export interface ListField extends Shared {
  type: 'list';
  item: Field;
  /** Longest list. */
  max?: number;
  /** Where nothing is named, all are meant. */
  all?: true;
}
/** Known keys. Left out, it is read as if it were empty, so its own defaults hold. */
export interface RecordField extends Shared {
  type: 'record';
  fields: FieldTable;
}
/** Keys of the writer's choice, each with a value of one sort. */
export interface MapField extends Shared {
  type: 'map';
  value: Field;
  /** Its keys are terms of a formula, whose names are columns of the table that this field names. */
  formulaOf?: string;
  /** The keys that the form offers; where they are left out, it takes any. The kind checks what is written. */
  of?: readonly string[];
  /** What the form shows instead of the bare key. */
  words?: Partial<Record<string, string>>;
}
/** Not checked here: the kind looks at it. */
export interface AnyField extends Shared {
  type: 'any';
  /** The form takes several values, separated by commas. */
  several?: true;
}

export type Field =
  | TextField
  | NumberField
  | ChoiceField
  | ChoicesField
  | RefField
  | ColumnField
  | BooleanField
  | ListField
  | RecordField
  | MapField
  | AnyField;

/** What a task may say, in the order of its form. The one source of form, check, completion and reference page. */
export type FieldTable = Readonly<Record<string, Field>>;

/** The value that a field of this shape gives. */
export type ValueOf<F> = F extends { type: 'choice'; of: readonly (infer Of)[] }
  ? Of
  : F extends { type: 'choices'; of: readonly (infer Of)[] }
    ? readonly Of[]
    : F extends { type: 'number' }
      ? number
      : F extends { type: 'boolean' }
        ? boolean
        : F extends { type: 'list'; item: infer Item }
          ? readonly ValueOf<Item>[]
          : F extends { type: 'record'; fields: infer Fields }
            ? SpecOf<Fields>
            : F extends { type: 'map'; value: infer Value }
              ? ReadonlyMap<string, ValueOf<Value>>
              : F extends { type: 'any' }
                ? Plain
                : string;

/** The spec of a field table: every key there, `undefined` where nothing is written and nothing is the default. */
export type SpecOf<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends { required: true } | { default: unknown } | { type: 'record' }
    ? ValueOf<Table[Key]>
    : ValueOf<Table[Key]> | undefined;
};

/** Keeps the literal types of a field table, so that `SpecOf` knows its choices. */
export function defineFields<const Table extends FieldTable>(table: Table): Table {
  return table;
}
