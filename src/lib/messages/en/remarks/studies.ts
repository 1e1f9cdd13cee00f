import type { Values } from '$workers/shared/errors';
import { figure, many, p, percent } from './figures';

const noPrior: Readonly<Record<string, string>> = {
  'pharmacovigilance-too-few': 'too few pairs have a report',
  'pharmacovigilance-not-converged': 'the likelihood has no clear maximum'
};

/** Remarks of epidemiology, pharmacovigilance, meta-analysis, power, propensity scores and imputation. */
export const studies = {
  'epidemiology-strata-left-out': (v: Values) =>
    `${many(v.strata, 'stratum has', 'strata have')} persons of one group only and ${v.strata === 1 ? 'says' : 'say'} nothing of a difference: left out.`,
  'epidemiology-zero-cell': () =>
    'A count is 0, so a ratio has no finite estimate or no interval here. Read the exact limits or the difference instead.',
  'epidemiology-corrected': (v: Values) =>
    `A count is 0, so ${figure(v.correction)} was added to each cell. The estimates depend on that: read them with caution.`,
  'epidemiology-few': (v: Values) =>
    `The smallest cell has ${many(v.least, 'person', 'persons')}: with fewer than 5 the limits of ratios are rough. Take Fisher’s exact test.`,
  'epidemiology-heterogeneous': (v: Values) =>
    `The odds ratio differs between the strata (Breslow-Day, ${p(v.p)}): one common ratio hides that. Show the strata one by one.`,
  'epidemiology-homogeneous-checked': (v: Values) =>
    `One odds ratio was taken for all strata; the test of Breslow and Day does not speak against it (${p(v.p)}).`,
  'epidemiology-indirect-not-between': () =>
    'Each ratio compares its group with the standard. Groups with other strata are not compared with one another by them.',
  'epidemiology-no-event': () => 'There is no event: the rate is 0 and has an upper limit only.',
  'epidemiology-stratum-empty': (v: Values) =>
    `${many(v.groups, 'group has', 'groups have')} no standardised rate: a stratum of the standard has no person there. Join strata.`,
  'pharmacovigilance-many-pairs': (v: Values) =>
    `${many(v.pairs, 'pair', 'pairs')} of drug and event were looked at, so some stand out by chance. A signal is a question to look into, not an effect.`,
  'pharmacovigilance-no-prior': (v: Values) =>
    `There is no EBGM, because its prior could not be fitted: ${noPrior[String(v.reason)] ?? String(v.reason)}.`,
  'pharmacovigilance-series-assumptions': () =>
    'Assumed: an event changes neither later exposure nor the length of observation, and rates are constant within an age band.',
  'pharmacovigilance-without-event': (v: Values) =>
    `${many(v.rows, 'person has', 'persons have')} no event and ${v.rows === 1 ? 'was' : 'were'} left out: each person is compared with itself.`,
  'pharmacovigilance-undated': (v: Values) =>
    `${many(v.rows, 'row', 'rows')} of the tables of events and exposures without a person or a day ${v.rows === 1 ? 'tells' : 'tell'} of no event and no exposure.`,
  'pharmacovigilance-events-outside': (v: Values) =>
    `${many(v.rows, 'event lies', 'events lie')} outside of the observation and ${v.rows === 1 ? 'was' : 'were'} not counted. Check the dates.`,
  'pharmacovigilance-repeated': (v: Values) =>
    `${many(v.rows, 'person has', 'persons have')} several events, counted as independent. Where one makes the next more likely, take the first only.`,
  'pharmacovigilance-few-events': (v: Values) =>
    `${many(v.events, 'event', 'events')} for ${many(v.coefficients, 'coefficient', 'coefficients')}: fewer than 10 for each. Use fewer windows or age bands.`,
  'pharmacovigilance-one-part': (v: Values) =>
    `One part of the prior has a share of ${percent(v.share)}, so the prior is nearly one gamma distribution. The scores hold.`,
  'pharmacovigilance-flat': () =>
    'Several priors fit nearly as well, so its numbers are not to be read one by one. The scores hardly depend on that.',
  'pharmacovigilance-prior-narrow': () =>
    'One part of the prior of the EBGM is nearly a single value, made by a few pairs that are alike, so its intervals are too narrow: the IC is told instead.',
  'pharmacovigilance-unscored': (v: Values) =>
    `${many(v.pairs, 'pair', 'pairs')} with enough reports ${v.pairs === 1 ? 'has' : 'have'} no ${v.score}, as a cell is 0: no other drug was reported with the event, or the drug with no other event. The IC has no such gap.`,
  'pharmacovigilance-zero-cell': (v: Values) =>
    `${many(v.cells, 'cell of the table is', 'cells of the table are')} 0: what divides by it has no estimate or no interval.`,
  'meta-silent-studies': (v: Values) =>
    `${many(v.studies, 'study has', 'studies have')} no event in either group, or nothing else, and ${v.studies === 1 ? 'says' : 'say'} nothing of a ratio: left out.`,
  'meta-half-added': (v: Values) =>
    `${many(v.studies, 'study has', 'studies have')} a count of 0: half a person was added to each of ${v.studies === 1 ? 'its' : 'their'} cells. Compare with the Mantel-Haenszel or Peto method, which need no correction.`,
  'meta-half-shown': (v: Values) =>
    `${many(v.studies, 'study has', 'studies have')} a count of 0: half a person was added to the cells where a study is shown by itself. The pooled estimate goes by the counts as they are.`,
  'meta-few-studies': (v: Values) =>
    `With ${many(v.studies, 'study', 'studies')} the variance between studies is hardly known: the interval may be too narrow or, with the adjustment of Knapp and Hartung, very wide. Consider showing the studies without pooling.`,
  'meta-knapp-hartung-narrower': (v: Values) =>
    `The adjustment of Knapp and Hartung narrows the interval here (variance times ${figure(v.factor)}), as the studies differ less than by chance. Report the unadjusted interval as well.`,
  'meta-fixed-heterogeneous': (v: Values) =>
    `The studies differ more than one common effect explains (Q ${figure(v.q)}, ${many(v.df, 'degree', 'degrees')} of freedom). Compare with random effects.`,
  'meta-tau-limits-collapsed': (v: Values) =>
    `The studies are more alike than by chance (Q ${figure(v.q)}, ${many(v.df, 'degree', 'degrees')} of freedom): the interval of τ² is 0 alone.`,
  'meta-egger-collinear': () =>
    'All studies have the same standard error, so nothing tells small ones from large ones: there is no test of the funnel.',
  'meta-egger-perfect': () =>
    'The studies lie exactly on a line, so the test of the funnel has no error to compare with. Check whether a study stands in several rows.',
  'meta-egger-two': () => 'Two studies make no funnel: its asymmetry is not tested.',
  'meta-egger-few': (v: Values) =>
    `With ${many(v.studies, 'study', 'studies')} the test of Egger finds little; 10 are wanted. That it finds nothing does not rule out bias.`,
  'meta-egger-odds': () =>
    'Of odds ratios the test of Egger finds asymmetry too often where effects are large or events rare, as their standard error depends on the effect.',
  'meta-limits-uneven': (v: Values) =>
    `In ${many(v.studies, 'study', 'studies')} the estimate lies far from the middle of its limits, on the scale of the analysis. Check the measure, whether ratios are logarithms, and the typing.`,
  'meta-error-of-logarithm': (v: Values) =>
    `${v.column} was taken for the standard error of the logarithm of the ratio. If it is that of the ratio itself, give the limits instead.`,
  'power-equal-spread': (v: Values) =>
    `All groups are assumed to have the standard deviation ${figure(v.sd)}. Try a larger one too: it decides the size.`,
  'power-few-persons': (v: Values) =>
    `The smallest group has ${many(v.persons, 'person', 'persons')}: with fewer than 10 the t test needs values that are normally distributed.`,
  'power-few-expected': (v: Values) =>
    `One cell expects ${figure(v.expected)} persons only, so the power is rough. Plan for Fisher’s exact test, which needs more persons.`,
  'power-few-clusters': (v: Values) =>
    `${many(v.clusters, 'group is', 'groups are')} few: up to 40 this formula is too hopeful. Plan one or two more for each arm, and analyse by a method for few groups, as with a correction of the degrees of freedom.`,
  'power-clusters-arms': () =>
    'Groups are counted together: where arms share them, round up to a whole number of groups in each arm.',
  'power-proportional-hazards': (v: Values) =>
    `The hazard ratio ${figure(v.hazardRatio)} is assumed to hold over all of the follow-up.`,
  'propensity-trimmed-rows': (v: Values) =>
    `${many(v.rows, 'person lies', 'persons lie')} outside of the limits of the score and ${v.rows === 1 ? 'was' : 'were'} left out: the effect is that of the others.`,
  'propensity-truncated': (v: Values) =>
    `Weights beyond the outermost ${percent(v.share)} were set to that limit: less spread, at the price of some bias.`,
  'propensity-heavy-weight': (v: Values) =>
    `One person has ${figure(v.times)} times the mean weight and may decide the result. Look at the overlap, and truncate or trim the weights.`,
  'propensity-no-ratio': () =>
    'In one of the groups nobody had the outcome, or everybody in both: there is no risk ratio. Read the risk difference.',
  'propensity-unmatched': (v: Values) =>
    `${many(v.treated, 'treated person', 'treated persons')} found no control (${figure(v.matched)} did): the effect is that of those who were matched.`,
  'propensity-controls-again': (v: Values) =>
    `Controls were taken more than once: ${many(v.pairs, 'pair', 'pairs')}, ${many(v.controls, 'control', 'controls')}.`,
  'propensity-imbalance': (v: Values) =>
    `${v.covariate} still differs between the groups (standardised difference above 0.1). Change the model of the score, or adjust for it in the comparison.`,
  'propensity-no-common-range': (v: Values) =>
    `${figure(v.treated)} treated and ${many(v.control, 'untreated person has', 'untreated persons have')} a score that nobody of the other group reaches: nothing compares with them. Consider trimming.`,
  'propensity-extreme-scores': (v: Values) =>
    `${many(v.persons, 'person has', 'persons have')} a score below 0.05 or above 0.95 and could hardly have been treated otherwise. Check whether the comparison makes sense for them.`,
  'imputation-not-needed': () => 'Nothing is missing in the columns of the model: nothing was imputed.',
  'propensity-unmeasured': () =>
    'Adjusted is only what the score knows. What decided about the treatment and is not among its predictors still confounds.',
  'series-points-few': (v: Values) =>
    `${many(v.before, 'point', 'points')} before and ${figure(v.after)} after the change, where about ${figure(v.wanted)} on each side are wanted: a line through few points says little.`,
  'series-no-other-change': () =>
    'Assumed: without the change the line would have gone on, and nothing else changed at the same time. Seasons are not modelled.',
  'imputation-at-random': () =>
    'Values are assumed to be missing at random: whether one is missing depends on what is known only. The data cannot show it; compare with complete cases.',
  'imputation-more-sets': (v: Values) =>
    `There are ${many(v.completed, 'completed data set', 'completed data sets')}. With so much missing take ${figure(v.wanted)}, so that results hold when repeated.`
};
