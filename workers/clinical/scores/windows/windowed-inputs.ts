import type { Column, Float64Column } from '../../../shared/table';
import { phoenix8 } from '../definitions/phoenix';
import { Course } from './course';
import { at } from './variables';

export type WindowScore = 'phoenix' | 'phoenix-8';

/** What is made of the course: shown beside the score, because a window cannot be checked without them. */
const MADE = ['pf_ratio', 'sf_ratio', 'other_respiratory_support', 'vasoactives', 'map'] as const;

/** What is the newest value as it is. SpO2 too: above 97 % it says that there is no ratio, which is not "missing". */
const NEWEST = ['spo2', 'imv', 'lactate', 'platelets', 'inr', 'd_dimer', 'fibrinogen', 'gcs', 'fixed_pupils'] as const;
const NEWEST_8 = [...NEWEST, 'glucose', 'anc', 'alc', 'creatinine', 'bilirubin', 'alt'] as const;

/** NaN becomes missing. With the rubric's unit, so that the reader has nothing to assume. */
function columnOf(name: string, values: Float64Array): Float64Column {
  const { label = name, unit } = phoenix8.inputs.find((input) => input.name === name) ?? {};
  const validity = new Uint8Array((values.length + 7) >> 3);
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row] as number)) values[row] = 0;
    else validity[row >> 3] = (validity[row >> 3] as number) | (1 << (row & 7));
  }
  return { name, label, type: 'float64', values, validity, ...(unit !== undefined && { unit }) };
}

/** The inputs of Phoenix at each time asked for; missing where nothing is in the window. */
export class WindowedInputs {
  readonly course = new Course();
  readonly #made: readonly Float64Array[];
  readonly #newest: readonly { name: string; variable: number; values: Float64Array }[];

  constructor(score: WindowScore, rows: number) {
    this.#made = MADE.map(() => new Float64Array(rows).fill(NaN));
    this.#newest = (score === 'phoenix' ? NEWEST : NEWEST_8).map((name) => ({
      name,
      variable: at(name === 'fixed_pupils' ? 'pupils' : name),
      values: new Float64Array(rows).fill(NaN)
    }));
  }

  /** Writes one row: what the course shows at this time. */
  look(row: number, now: number): void {
    const { course } = this;
    course.lookAt(now);
    const [pf, sf, support, agents, map] = this.#made as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array
    ];
    pf[row] = course.pfRatio();
    sf[row] = course.sfRatio();
    support[row] = course.support();
    agents[row] = course.agents();
    map[row] = course.meanPressure();
    for (const { variable, values } of this.#newest) values[row] = course.newest(variable);
  }

  /** Gives its memory up: to be called once, at the end. */
  finish(): { made: readonly Column[]; inputs: Record<string, Column> } {
    const made = MADE.map((name, position) => columnOf(name, this.#made[position] as Float64Array));
    const newest = this.#newest.map(({ name, values }) => columnOf(name, values));
    return { made, inputs: Object.fromEntries([...made, ...newest].map((one) => [one.name, one])) };
  }
}
