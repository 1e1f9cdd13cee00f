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
  readonly #percents = new Float64Array(WINDOW_VARIABLES.length);
  readonly #assumed = new Uint8Array(WINDOW_VARIABLES.length);

  /** No unit is declared for some value of it. */
  assume(variable: number): void {
    this.#assumed[variable] = 1;
  }

  /** What a column reader counted. */
  add(variable: number, values: number, rejected: number, percents: number): void {
    this.#values[variable] = (this.#values[variable] as number) + values;
    this.#rejected[variable] = (this.#rejected[variable] as number) + rejected;
    this.#percents[variable] = (this.#percents[variable] as number) + percents;
  }

  /** @returns the value in the rubric's unit, NaN where it is impossible */
  accept(variable: number, value: number, conversion: Conversion | undefined): number {
    const { kind, valid, whole, quantity } = WINDOW_VARIABLES[variable]!;
    let taken = conversion ? ((value + conversion.add) * conversion.multiply) / conversion.divide : value;
    if (!conversion && quantity === 'oxygen fraction' && value > 1 && value <= 100) {
      taken = value / 100;
      this.add(variable, 0, 0, 1);
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
    WINDOW_VARIABLES.forEach(({ name }, variable) => {
      const percents = this.#percents[variable]!;
      if (percents > 0) remarks.push(remark('percent-assumed', { input: name, values: percents }));
    });
    return remarks;
  }
}
