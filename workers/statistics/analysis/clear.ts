/** 1 − 0.95 is a little more than 0.05. */
const ROUNDING = 1e-12;

/**
 * Whether what was tested is told as different: p, adjusted where it was, under 1 − level, so that a sentence never says
 * of an interval of 99 % the contrary of what that shows.
 */
export const isClear = ({
  p,
  adjusted,
  level
}: {
  p: number | null;
  adjusted?: number | null;
  level: number;
}): boolean => (adjusted ?? p ?? 1) < 1 - level - ROUNDING;

/** Sentences about pairs of more than two groups. */
const MOST_PAIRS = 3;

/** The few estimates of pairs that are told as different, those with the smallest p first. */
export const clearest = <Of extends Parameters<typeof isClear>[0]>(estimates: readonly Of[]): Of[] =>
  estimates
    .filter(isClear)
    .sort((a, b) => (a.p ?? 1) - (b.p ?? 1))
    .slice(0, MOST_PAIRS);
