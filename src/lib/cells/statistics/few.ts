/** Counts of persons below that are told to no audience and in no report. */
export const FEW = 5;

/** A count of some, but of few. */
export const isFew = (count: number): boolean => count > 0 && count < FEW;
