import { exp } from '../../shared/elementary';
import { dispositionOf } from '../pk';
import { INHIBITOR } from './constants';
import type { Patient } from './patient';

const MINUTES_PER_HOUR = 60;

/** One person's clearing of factor, with or without an inhibitor. */
interface Kinetics {
  /** 1/h. */
  rates: Float64Array;
  /** Orthonormal, n × n row by row: the k-th column belongs to the k-th rate. */
  vectors: Float64Array;
  /** √ of the central volume, √dL. */
  root: number;
}

function kineticsOf(parameters: Float64Array, clearance: number): Kinetics {
  const moved = Float64Array.from(parameters);
  moved[0] = (moved[0] as number) * clearance;
  const { rates, vectors } = dispositionOf(moved);
  return { rates, vectors, root: Math.sqrt(moved[1] as number) };
}

/**
 * A person's level, carried forward from dose to dose: superposition, each exponential term by itself.
 *
 * The terms are the amounts over √volume seen along the eigenvectors, so that an inhibitor which comes or goes finds the
 * same amounts in all compartments: only the clearance changes.
 */
export class Course {
  readonly #endogenous: number;
  readonly #free: Kinetics;
  readonly #inhibited: Kinetics | undefined;
  #kinetics: Kinetics;
  #terms: Float64Array;
  #now: number;

  /** @param from minutes, when the body holds nothing but the endogenous level */
  constructor({ parameters, endogenous, inhibitor }: Patient, from: number) {
    this.#endogenous = endogenous;
    this.#free = kineticsOf(parameters, 1);
    this.#inhibited = inhibitor && kineticsOf(parameters, INHIBITOR.clearance);
    this.#kinetics = this.#free;
    this.#terms = new Float64Array(this.#free.rates.length);
    this.#now = from;
  }

  /** Moves on to a time in minutes, which is not before the last. @returns the level, IU/dL */
  to(minutes: number): number {
    const hours = (minutes - this.#now) / MINUTES_PER_HOUR;
    const { rates, vectors, root } = this.#kinetics;
    let central = 0;
    for (let term = 0; term < rates.length; term++) {
      const left = (this.#terms[term] as number) * exp(-hours * (rates[term] as number));
      this.#terms[term] = left;
      central += left * (vectors[term] as number);
    }
    this.#now = minutes;
    return this.#endogenous + central / root;
  }

  /** A bolus, now. */
  give(units: number): void {
    const { vectors, root } = this.#kinetics;
    for (let term = 0; term < this.#terms.length; term++) {
      this.#terms[term] = (this.#terms[term] as number) + (units / root) * (vectors[term] as number);
    }
  }

  /** The inhibitor comes, or goes, now. */
  inhibit(present: boolean): void {
    const next = present ? this.#inhibited : this.#free;
    if (!next) return;
    const n = this.#terms.length;
    const before = this.#kinetics.vectors;
    const amounts = new Float64Array(n);
    for (let row = 0; row < n; row++) {
      for (let term = 0; term < n; term++) {
        amounts[row] = (amounts[row] as number) + (before[row * n + term] as number) * (this.#terms[term] as number);
      }
    }
    this.#terms = new Float64Array(n).map((_, term) =>
      amounts.reduce((sum, amount, row) => sum + amount * (next.vectors[row * n + term] as number), 0)
    );
    this.#kinetics = next;
  }
}
