/** What a score is, as plain data: a form, a reference page and the reader of inputs are made from it. */
export type InputKind = 'number' | 'count' | 'flag' | 'choice';

export interface ScoreInput {
  name: string;
  label: string;
  kind: InputKind;
  /** What is measured: says which units convert. Absent: any unit, the number is only compared with 0. */
  quantity?: Quantity;
  /** The unit of the printed rubric, taken where none is declared. */
  unit?: string;
  /** Units that are understood, the rubric's first. */
  units?: readonly string[];
  /** Least and largest possible value in `unit`; beyond it a value is impossible and treated as missing. */
  valid?: readonly [number, number];
  /** Only whole numbers are possible. */
  whole?: true;
  /** The values of a choice, as they are written. */
  choices?: readonly string[];
  /** Words in lower case: of a flag (0 or 1), of a choice (position in `choices`), or of a number that is also written so. */
  words?: Readonly<Record<string, number>>;
  /** Columns that are taken for it before one of its own name: they say more exactly what it asks for. */
  rather?: readonly string[];
  /** This input is a source of these; where it is missing, only they can be missing. */
  feeds?: readonly string[];
  /** A modifier that is usually not recorded: absent means no, and it is not listed as missing. */
  optional?: true;
}

export interface ScoreOutput {
  name: string;
  label: string;
  /** points and count are int32, flag is bool, number is float64, text has `values`. */
  kind: 'points' | 'flag' | 'number' | 'text';
  max?: number;
  unit?: string;
  /** The dictionary of a text. */
  values?: readonly string[];
}

export interface ScoreDefinition {
  /** Part of the file format: never renamed. */
  name: string;
  title: string;
  /** Where the rubric was published. */
  source: string;
  /** False: written down from general knowledge, not read at the source. Every result says so. */
  verified: boolean;
  /** Whom it is for, and whom not. */
  population: string;
  inputs: readonly ScoreInput[];
  /** The parts of which the score is made. */
  components: readonly ScoreOutput[];
  /** What is made of the parts. */
  outputs: readonly ScoreOutput[];
  /** Said beside every result. */
  notes: readonly string[];
}

export type Quantity =
  | 'age'
  | 'pressure'
  | 'saturation'
  | 'oxygen fraction'
  | 'saturation ratio'
  | 'ratio'
  | 'points'
  | 'creatinine'
  | 'bilirubin'
  | 'lactate'
  | 'glucose'
  | 'fibrinogen'
  | 'd-dimer'
  | 'cells'
  | 'enzyme'
  | 'base excess'
  | 'temperature'
  | 'rate'
  | 'filtration'
  | 'dose by weight'
  | 'units by weight';
