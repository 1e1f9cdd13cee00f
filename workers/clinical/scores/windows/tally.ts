import { asMeant, meantRemark } from '../likely-unit';
import { remark, type Remark } from '../remarks';
import type { Conversion } from '../units';
import { WINDOW_VARIABLES } from './variables';

export interface VariableSummary {
  name: string;
  /** Values that were used. */
  values: number;
  /** Impossible values: as if they had not been recorded, the one before holds on. */
  rejected: number;
}

/** Checks values, and counts what was used, rejected and assumed while observations are read. */
export class ReadTally {
  otherVariables = 0;
  readonly #values = new Float64Array(WINDOW_VARIABLES.length);
  readonly #rejected = new Float64Array(WINDOW_VARIABLES.length);
  readonly #reread = new Float64Array(WINDOW_VARIABLES.length);
  readonly #assumed = new Uint8Array(WINDOW_VARIABLES.length);

  /** No unit is declared for some value of it. */
  assume(variable: number): void {
    this.#assumed[variable] = 1;
  }

  /** What a column reader counted. */
  add(variable: number, values: number, rejected: number, reread: number): void {
    this.#values[variable] = (this.#values[variable] as number) + values;
    this.#rejected[variable] = (this.#rejected[variable] as number) + rejected;
    this.#reread[variable] = (this.#reread[variable] as number) + reread;
  }

  /** @returns the value in the rubric's unit, NaN where it is impossible */
  accept(variable: number, value: number, conversion: Conversion | undefined): number {
    const { kind, valid, whole, quantity } = WINDOW_VARIABLES[variable]!;
    let taken = conversion ? ((value + conversion.add) * conversion.multiply) / conversion.divide : value;
    if (!conversion) {
      taken = asMeant(quantity, value);
      this.add(variable, 0, 0, Number(taken !== value));
    }
    const [low, high] = kind === 'flag' ? [0, 1] : (valid ?? [-Infinity, Infinity]);
    const isPossible = taken >= low && taken <= high && (!(whole || kind === 'flag') || Number.isInteger(taken));
    this.add(variable, Number(isPossible), Number(!isPossible), 0);
    return isPossible ? taken : NaN;
  }

  summary(): VariableSummary[] {
    return WINDOW_VARIABLES.map(({ name }, variable) => ({
      name,
      values: this.#values[variable]!,
      rejected: this.#rejected[variable]!
    }));
  }

  remarks(): Remark[] {
    const remarks: Remark[] = [];
    const assumed = WINDOW_VARIABLES.filter(
      ({ units }, variable) => this.#assumed[variable] && (units?.length ?? 0) > 1
    );
    if (assumed.length > 0) {
      const inputs = assumed.map(({ name }) => name).join(', ');
      remarks.push(remark('unit-assumed', { inputs, units: assumed.map(({ unit }) => unit).join(', ') }));
    }
    WINDOW_VARIABLES.forEach((input, variable) => {
      const reread = this.#reread[variable]!;
      if (reread > 0) remarks.push(meantRemark(input, reread));
    });
    return remarks;
  }
}
