const CODES: readonly (readonly [RegExp, string])[] = [
  [/^Welch two-sample/, 'welch-t'],
  [/^Student/, 'student-t'],
  [/^Welch's analysis/, 'welch-anova'],
  [/^One-way/, 'anova'],
  [/rank-sum/, 'rank-sum'],
  [/^Kruskal/, 'kruskal-wallis'],
  [/^Pearson/, 'chi-square'],
  [/^Fisher/, 'fisher']
];

/** The code of a test by the method that a table names. */
export const codeOf = (method: string): string => CODES.find(([known]) => known.test(method))?.[1] ?? 'chi-square';
