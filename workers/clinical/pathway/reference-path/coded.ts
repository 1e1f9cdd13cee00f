import type { PathAutomaton } from './automaton';

/** An automaton whose steps are codes of activities. */
export interface CodedAutomaton extends PathAutomaton {
  /** Code of the activity of each step; negative where no event is called so. */
  codes: Int32Array;
  /** Ways by the activity that is done on them: from, to, from, to … with rising `from`. */
  waysOf: ReadonlyMap<number, Int32Array>;
  /** Ways of all activities. */
  ways: number;
}

/** @param codeOf code of an activity, negative where no event is called so */
export function codeAutomaton(automaton: PathAutomaton, codeOf: (activity: string) => number): CodedAutomaton {
  const codes = Int32Array.from(automaton.activities, codeOf);
  const pairs = new Map<number, number[]>();
  let ways = 0;
  automaton.follow.forEach((next, from) => {
    for (const to of next) {
      ways++;
      const code = codes[to - 1]!;
      const known = pairs.get(code);
      if (known) known.push(from, to);
      else pairs.set(code, [from, to]);
    }
  });
  pairs.delete(-1);
  const waysOf = new Map(Array.from(pairs, ([code, list]) => [code, Int32Array.from(list)]));
  return { ...automaton, codes, waysOf, ways };
}
