import { groups } from './groups';
import { honesty } from './matrix';

// Columns: separation | non-convergence | collinearity | zero cells | one class | one event | ties everywhere | all censored |
// row order | scaling | relabelling.
honesty(
  'tests',
  groups,
  `
one-sample t test | – | – | – | – | ! test-constant | – | numbers | – | same | same | –
paired t test | – | – | numbers | – | ! test-constant | – | numbers | – | same | same | –
Welch’s t test | – | – | – | – | ! test-too-few | – | numbers | – | same | same | same
Student’s t test | – | – | – | – | ! test-too-few | – | numbers | – | same | same | same
rank-sum test | – | – | – | – | ! test-too-few | – | numbers | – | same | same | same
signed-rank test | – | – | – | – | – | – | test-zeros-left-out | – | same | same | –
paired signed-rank test | – | – | numbers | – | ! test-constant | – | test-zeros-left-out | – | same | same | –
analysis of variance | – | – | – | – | ! test-table-shape | – | numbers | – | same | same | same
Welch’s analysis of variance | – | – | – | – | ! test-table-shape | – | numbers | – | same | same | same
Kruskal-Wallis test | – | – | – | – | ! test-table-shape | – | numbers | – | same | same | same
Bartlett’s test | – | – | – | – | ! test-table-shape | – | numbers | – | same | same | same
Levene’s test | – | – | – | – | ! test-table-shape | – | numbers | – | same | same | same
Shapiro-Wilk test | – | – | – | – | ! test-constant | – | numbers | – | same | same | –
Pearson’s correlation | – | – | – | – | ! test-constant | – | numbers | – | same | same | –
Spearman’s correlation | – | – | – | – | ! test-constant | – | numbers | – | same | same | –
Kendall’s correlation | – | – | – | – | ! test-constant | – | numbers | – | same | same | –
χ² test | numbers | – | – | numbers | ! test-table-shape | test-expected-small | – | – | same | – | same
Fisher’s test | test-odds-ratio-zero | – | – | test-odds-ratio-unbounded | ! test-table-shape | test-odds-ratio-zero | – | – | same | – | same
Fisher’s test of larger tables | numbers | – | – | – | ! test-table-shape | – | – | – | same | – | same
McNemar’s test | – | – | test-zero-cell | – | ! test-no-discordant | – | test-few-discordant | – | same | same | –
Bowker’s test | – | – | – | – | ! test-no-discordant | – | numbers | – | same | same | –
binomial test | – | – | – | – | numbers | numbers | – | – | same | – | –
difference of proportions | numbers | – | – | numbers | ! counts-impossible | numbers | – | – | same | – | same
Table 1 | numbers | table-one-median | – | numbers | table-one-single-group | numbers | numbers | – | same | same | same
`
);
