import type { Values } from '$workers/shared/errors';
import { figure, many, p, percent } from './figures';
import { measureName } from './measures';

const repeated = (names: Values[string]) =>
  `Without a coefficient, because other terms already say the same: ${names}. Leave it out, or choose which of them to keep.`;
const fewEvents = (events: Values[string], terms: Values[string], wanted: Values[string]) =>
  `${many(events, 'event', 'events')} for ${many(terms, 'coefficient', 'coefficients')}, where about ${figure(wanted)} for each are wanted: estimates may be too large. Leave covariates out, and read the intervals with caution.`;

/** Remarks of regression, survival, competing risks and prediction. */
export const models = {
  'regression-overdispersion': (v: Values) =>
    `The counts vary ${figure(v.dispersion)} times as much as Poisson’s model expects (${p(v.p)}), so the intervals are too narrow. Take robust errors or negative binomial regression.`,
  'regression-weights-zero': (v: Values) =>
    `${many(v.rows, 'row has', 'rows have')} the weight 0 and ${v.rows === 1 ? 'was' : 'were'} left out.`,
  'regression-clusters-few': (v: Values) =>
    `Robust errors by cluster can be trusted from about ${figure(v.enough)} clusters on; there ${v.clusters === 1 ? 'is' : 'are'} ${figure(v.clusters)}. Intervals are probably too narrow: take a mixed model.`,
  'regression-alone-rows': (v: Values) =>
    `${many(v.rows, 'row decides', 'rows decide')} a coefficient alone, as the only row of a category does: robust errors take that for certainty, and the interval of that coefficient is far too narrow. Join categories, leave the term out, or take errors of the model.`,
  'regression-alone-clusters': (v: Values) =>
    `${many(v.clusters, 'cluster decides', 'clusters decide')} a coefficient alone, as the only cluster with a category does: robust errors take that for certainty, and the interval of that coefficient is far too narrow. Join categories, leave the term out, or take a mixed model.`,
  'model-codes-as-numbers': (v: Values) =>
    `Few whole numbers, taken as numbers, each step as the same effect: ${v.columns}. If they are codes, as of hospitals, write them as factor(…) in the formula.`,
  'regression-aliased': (v: Values) => repeated(v.columns),
  'regression-events-few': (v: Values) => fewEvents(v.events, v.terms, v.each),
  'regression-odds-unequal': (v: Values) =>
    `${v.term} does not have the same odds ratio at every cut of the outcome (${p(v.p)}): one odds ratio hides that. Compare logistic regressions at each cut.`,
  'regression-level-unused': (v: Values) =>
    `No row that is used has these values of the outcome, so the model leaves them out: ${v.levels}.`,
  'regression-event': (v: Values) =>
    `The event is ${v.event} of ${v.response}. Choose the other one if that was meant.`,
  'regression-separation-avoided': (v: Values) =>
    `${v.column} separates the outcomes completely, so the model was fitted by Firth’s penalised likelihood, which keeps all estimates finite. Say so where you report it.`,
  'mixed-groups-few': (v: Values) =>
    `There are ${many(v.groups, 'group', 'groups')} only, where ${figure(v.enough)} or more are wanted: how much groups differ is hardly known, and intervals of what differs between them are too narrow.`,
  'mixed-singular': (v: Values) =>
    `The groups of ${v.group} differ no more than by chance: the variance of the random intercept is 0, and the estimates are those of a model without groups.`,
  'mixed-quadrature': (v: Values) =>
    `With ${many(v.nodes, 'node', 'nodes')} of quadrature the log-likelihood is off by about ${figure(v.change)}. Ask for ${figure(v.finer)} nodes.`,
  'mixed-imprecise': (v: Values) =>
    `These data hardly say anything of some coefficients, whose intervals reach over all that can be: ${v.columns}. Leave terms out, or join categories.`,
  'regression-rows-few': (v: Values) =>
    `${many(v.rows, 'row', 'rows')} for ${many(v.terms, 'coefficient', 'coefficients')}, where about ${figure(v.each)} for each are wanted: the model may describe chance. Leave covariates out.`,
  'regression-normal-checked': (v: Values) =>
    `The test finds no sign against normally distributed residuals (${p(v.p)}, ${many(v.n, 'row', 'rows')}).`,
  'regression-normal-rejected': (v: Values) =>
    `The residuals are not normally distributed (${p(v.p)}, ${many(v.n, 'row', 'rows')}). With many rows intervals hold nearly all the same; with few look at the quantiles, and try the logarithm of the outcome.`,
  'regression-spread-checked': (v: Values) => `The test finds no sign against residuals that vary alike (${p(v.p)}).`,
  'regression-spread-rejected': (v: Values) =>
    `The residuals vary more where some values are fitted than elsewhere (${p(v.p)}), so intervals may be wrong. Take robust errors, HC3.`,
  'regression-dispersion-checked': (v: Values) =>
    `The counts vary about as much as Poisson’s model expects (dispersion ${figure(v.dispersion)}, ${p(v.p)}).`,
  'regression-odds-checked': (v: Values) =>
    `The tests find no sign against odds ratios that are the same at every cut of the outcome (smallest ${p(v.p)}).`,
  'regression-odds-assumed': () =>
    'Odds ratios are assumed to be the same at every cut of the outcome; these data do not allow a test of that.',
  'survival-proportional-assumed': () =>
    'Hazards are assumed to stay proportional over time: these data cannot show whether they do.',
  'survival-proportional-checked': (v: Values) =>
    `The test finds no sign against hazards that stay proportional over time (${p(v.p)}).`,
  'survival-proportional-rejected': (v: Values) =>
    `The hazards of ${v.terms} do not stay proportional over time (${p(v.p)}): one ratio hides how the effect changes. Put the column into the strata if its own ratio is not needed. Otherwise cut the follow-up into intervals, a row each with its start, and let the effect differ between them.`,
  'survival-interaction': (v: Values) =>
    `The model has an interaction of ${v.columns}: the ratio of each of them alone is that where the other is 0, or at the level that is compared with.`,
  'survival-rows-missing': (v: Values) =>
    `${percent(v.share)} of the rows are left out because a value is missing. If they differ from the others, the ratios may be biased: say why values are missing, and consider multiple imputation.`,
  'survival-aliased': (v: Values) => repeated(v.terms),
  'survival-few-events': (v: Values) => fewEvents(v.events, v.terms, v.wanted),
  'survival-few-clusters': (v: Values) =>
    `Robust errors rest on ${many(v.clusters, 'cluster', 'clusters')} only; about 30 are wanted. Intervals are probably too narrow.`,
  'survival-all-censored': (v: Values) => `Nobody in ${v.group} had the event: its curve stays at 1 and has no median.`,
  'survival-risk-set-emptied': (v: Values) =>
    `At time ${figure(v.time)} all who were at risk in ${v.group} had the event while others entered later, so the curve stays at 0 from there. Begin the curve later, when enough persons are at risk.`,
  'survival-not-compared': () =>
    'No test compares the groups: at no event were people of two of them at risk. The curves stand, each for itself.',
  'survival-ph-undetermined': (v: Values) =>
    `Whether the hazards of ${v.term} stay proportional cannot be judged from these data: the test leaves it out.`,
  'survival-censoring-assumed': () =>
    'Those whose follow-up ended are taken to be at the same risk as those who stayed. An end that makes the event impossible is a competing event, not a censoring.',
  'survival-mean-few-events': (v: Values) =>
    `Only ${many(v.events, 'event', 'events')} in ${v.group}, where about ${figure(v.wanted)} are wanted: the interval of its mean is a rough one.`,
  'competing-nobody-censored': (v: Values) =>
    `No row of ${v.column} says ${v.value}, so nobody counts as censored: all were followed to an event. Check that each value is one.`,
  'competing-one-cause': (v: Values) =>
    `${v.cause} is the only event there is, so nothing competes with it: the same as Kaplan-Meier and Cox.`,
  'competing-kaplan-meier-overstates': (v: Values) =>
    `One minus Kaplan-Meier would say ${percent(v.naive)} for ${v.cause} by ${figure(v.time)}, instead of ${percent(v.incidence)}. It overstates: who had another event can no longer have this one, and is not just censored.`,
  'competing-subdistribution': () =>
    'A subdistribution hazard ratio tells whether the cumulative incidence is higher or lower. How the rate differs among those still at risk is told by a Cox regression of this event, which takes the others for censored.',
  'competing-proportional-assumed': () =>
    'Subdistribution hazards are assumed to stay proportional over time. Compare the curves of cumulative incidence by group.',
  'competing-aliased': (v: Values) => repeated(v.terms),
  'competing-few-events': (v: Values) => fewEvents(v.events, v.terms, v.wanted),
  'competing-not-compared': (v: Values) =>
    `No test compares the groups by ${v.cause}: they do not overlap in time enough. The curves stand, each for itself.`,
  'competing-no-event-in-group': (v: Values) =>
    `Nobody in ${v.group} had the event ${v.cause}: its incidence stays at 0, without an interval.`,
  'prediction-resamples-undefined': (v: Values) =>
    `In ${figure(v.failed)} of ${many(v.resamples, 'resample', 'resamples')} there was no ${measureName(v.measure)}: the interval goes by the others.`,
  'prediction-undefined': (v: Values) =>
    `There is no ${measureName(v.measure)} at this threshold: it would divide by 0 persons.`,
  'prediction-no-spread': (v: Values) =>
    `The error of the ${measureName(v.measure ?? 'auc')} cannot be estimated: the scores tell the outcomes apart without overlap or are all the same, or only one person has one of them. There is no interval.`,
  'prediction-none-expected': (v: Values) =>
    `All ${many(v.rows, 'risk is', 'risks are')} 0: no event is expected, so that there is no ratio of observed and expected.`,
  'prediction-score-reversed': (v: Values) =>
    `The area of ${figure(v.area)} is below 0.5: high scores go with fewer events. Check the direction of the score and the coding of the outcome.`,
  'prediction-curve-joined': (v: Values) =>
    `The curve was fitted at ${figure(v.fits)} of ${many(v.risks, 'different risk', 'different risks')} and drawn through them.`,
  'prediction-brier-not-scaled': (v: Values) =>
    `All ${many(v.rows, 'row has', 'rows have')} the same outcome: there is no scaled Brier score.`,
  'prediction-rows-not-persons': (v: Values) =>
    `${many(v.rows, 'row', 'rows')} of ${many(v.persons, 'person', 'persons')} count as if each were another person, so the intervals are too narrow. Take one row of each person, or “Performance by bootstrap”, which draws persons.`,
  'prediction-few-events': (v: Values) =>
    `${many(v.events, 'row', 'rows')} with the outcome and ${figure(v.others)} without: with fewer than 10 of either, all measures rest on little.`
};
