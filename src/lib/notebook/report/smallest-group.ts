/** Figures over fewer persons than this are taken for what single persons are like. */
export const smallestSafeGroup = 10;
