import { smallestOf } from '../../../shared/extent';
import type { ReferencePath } from './parse';

/**
 * The steps of a path and which may follow which. State 0 is before the first step, state s after step s.
 * @see Glushkov 1961, Russian Mathematical Surveys 16:1
 */
export interface PathAutomaton {
  /** Activity of each step, in the order in which the path was written; step s is at s − 1. */
  activities: readonly string[];
  /** Whether every run of the path goes through the step. */
  required: readonly boolean[];
  /** States that may follow each state, ascending. */
  follow: readonly (readonly number[])[];
  /** Whether a case may end in the state. */
  accepting: readonly boolean[];
  /** Steps of the shortest run. */
  shortest: number;
}

interface Part {
  nullable: boolean;
  first: readonly number[];
  last: readonly number[];
  shortest: number;
}

const NOTHING: Part = { nullable: true, first: [], last: [], shortest: 0 };

class Builder {
  readonly activities: string[] = [];
  readonly required: boolean[] = [];
  readonly follow: Set<number>[] = [new Set()];

  part(path: ReferencePath, required: boolean): Part {
    switch (path.kind) {
      case 'step':
        return this.#step(path.activity, required);
      case 'sequence':
        return path.parts
          .map((part) => this.part(part, required))
          .reduce((one, next) => this.#join(one, next), NOTHING);
      case 'choice': {
        const parts = path.parts.map((part) => this.part(part, false));
        return {
          nullable: parts.some((part) => part.nullable),
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
          shortest: smallestOf(parts.map((part) => part.shortest))
        };
      }
      case 'optional':
        return { ...this.part(path.body, false), nullable: true, shortest: 0 };
      case 'repeat': {
        const body = this.part(path.body, required && path.least === 1);
        this.link(body.last, body.first);
        return path.least === 1 ? body : { ...body, nullable: true, shortest: 0 };
      }
    }
  }

  #step(activity: string, required: boolean): Part {
    this.activities.push(activity);
    this.required.push(required);
    this.follow.push(new Set());
    const state = [this.activities.length];
    return { nullable: false, first: state, last: state, shortest: 1 };
  }

  #join(one: Part, next: Part): Part {
    this.link(one.last, next.first);
    return {
      nullable: one.nullable && next.nullable,
      first: one.nullable ? [...one.first, ...next.first] : one.first,
      last: next.nullable ? [...one.last, ...next.last] : next.last,
      shortest: one.shortest + next.shortest
    };
  }

  link(from: readonly number[], to: readonly number[]): void {
    for (const state of from) for (const next of to) this.follow[state]!.add(next);
  }
}

/** The automaton of a path: no step without an activity, so a run of it is a trace. */
export function automatonOf(path: ReferencePath): PathAutomaton {
  const builder = new Builder();
  const whole = builder.part(path, true);
  builder.link([0], whole.first);
  const ends = new Set(whole.nullable ? [0, ...whole.last] : whole.last);
  return {
    activities: builder.activities,
    required: builder.required,
    follow: builder.follow.map((next) => [...next].sort((a, b) => a - b)),
    accepting: builder.follow.map((_, state) => ends.has(state)),
    shortest: whole.shortest
  };
}
