import type { Values } from '$workers/shared/errors';
import { many } from './many';
import { limits } from './sentence';

/** Pooling of studies: the methods, their fields and their sentences. */
export const pool = {
  methods: {
    'meta-analysis': 'Meta-analysis of estimates',
    'meta-counts': 'Meta-analysis of events'
  },
  abouts: {
    'meta-analysis': 'An estimate and its error of each study, pooled: forest, funnel, and how far the studies differ.',
    'meta-counts': 'Events and persons of two groups in each study, pooled.'
  },
  fields: {
    study: 'Study',
    measure: 'Measure',
    estimate: 'Estimate',
    se: 'Standard error',
    lower: 'Lower limit',
    upper: 'Upper limit',
    logs: 'Ratios are given as logarithms',
    model: 'Model',
    adjustment: 'Adjustment for few studies',
    limits_level: 'Level of the studies’ limits',
    events: 'Events',
    persons: 'Persons',
    control_events: 'Events of controls',
    control_persons: 'Controls'
  },
  help: {
    study: 'The name that stands in the forest.',
    measure: 'What is pooled. Ratios are pooled as logarithms.',
    estimate: 'One a study, each a row.',
    se: 'Of ratios, that of their logarithm. Left out: it follows from the limits.',
    lower: 'Of the study’s interval.',
    logs: 'Estimate and limits are logarithms already.',
    model: 'With random effects, studies may have effects of their own.',
    adjustment: 'An interval that knows how few the studies are; with random effects only.',
    events: 'Persons with the event in the group of interest.',
    control_events: 'Persons with the event in the group to compare with.'
  },
  choices: {
    effect: 'another difference',
    'mean-difference': 'difference of means',
    'standardised-difference': 'standardised difference',
    'risk-difference': 'risk difference',
    'odds-ratio': 'odds ratio',
    'risk-ratio': 'risk ratio',
    'hazard-ratio': 'hazard ratio',
    'rate-ratio': 'rate ratio',
    reml: 'random effects, REML',
    'dersimonian-laird': 'random effects, DerSimonian-Laird',
    'paule-mandel': 'random effects, Paule-Mandel',
    fixed: 'fixed effect, inverse variance',
    'mantel-haenszel': 'fixed effect, Mantel-Haenszel',
    peto: 'fixed effect, Peto',
    'knapp-hartung': 'Knapp-Hartung',
    none: 'none'
  },
  tests: {
    heterogeneity: 'Heterogeneity',
    egger: 'Asymmetry of the funnel (Egger)'
  },
  facts: {
    'i-squared': 'I²: variation beyond chance',
    'i-squared-lower': 'I², lower limit',
    'i-squared-upper': 'I², upper limit',
    'tau-squared': 'τ²: variance between studies',
    'tau-squared-lower': 'τ², lower limit',
    'tau-squared-upper': 'τ², upper limit'
  },
  says: {
    'pool-random': (v: Values) =>
      `${v.measure} pooled over ${many(v.studies, 'study', 'studies')} with effects of their own (random effects): ${v.estimate}${limits(v)}.`,
    'pool-common': (v: Values) =>
      `${v.measure} pooled over ${many(v.studies, 'study', 'studies')} as one common effect: ${v.estimate}${limits(v)}.`,
    'pool-direction-ratio': (v: Values) =>
      `Above 1, events are more frequent in the group of ${v.events} than in that of ${v.controls}.`,
    'pool-direction-difference': (v: Values) =>
      `Above 0, events are more frequent in the group of ${v.events} than in that of ${v.controls}.`,
    'pool-differ': (v: Values) =>
      `The studies differ: ${v.share} of the variation of their estimates is beyond chance (I²; test of heterogeneity, ${v.p}).`,
    'pool-differ-common': (v: Values) =>
      `Yet ${v.share} of the variation of their estimates is beyond chance (I²; test of heterogeneity, ${v.p}), which one common effect cannot explain.`,
    'pool-alike': (v: Values) =>
      `The studies do not clearly differ by more than chance (I² ${v.share}; test of heterogeneity, ${v.p}); few or small ones could hide it.`,
    'pool-prediction': (v: Values) =>
      `The effect in a new study of this kind may lie between ${v.lower} and ${v.upper} (${v.level} prediction interval).`,
    'pool-prediction-both': (v: Values) =>
      `The effect in a new study of this kind may lie between ${v.lower} and ${v.upper} (${v.level} prediction interval): on either side of no effect.`
  }
};
