const SEVERAL = /^(?:year|month|week|day|hour|minute|second)s$/i;

/** A unit as it stands behind 1: `month` where the column says `months`. */
export const oneOf = (unit: string): string => (SEVERAL.test(unit) ? unit.slice(0, -1) : unit);
