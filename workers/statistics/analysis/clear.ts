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
