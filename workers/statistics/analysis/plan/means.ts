import { may, need } from '../../../shared/call-arguments';
import { twoMeansPower, twoMeansSize } from '../../power';
import { defineAnalysis } from '../define';
import { asksSize, planOf, planTakes, testOf } from './shared';

type Groups = readonly [number, number] | readonly [number];

export const planMeans = defineAnalysis({
  name: 'plan-means',
  question: 'plan',
  source: 'Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, ch. 2',
  table: false,
  takes: [
    need('difference', 'number'),
    need('sd', 'number'),
    may('design', 'text'),
    may('ratio', 'number'),
    may('first', 'number'),
    may('second', 'number'),
    ...planTakes
  ],
  async run(given) {
    const design = given.choice('design', ['independent', 'paired'] as const, 'independent');
    const asked = {
      difference: given.option<number>('difference')!,
      sd: given.option<number>('sd')!,
      ...testOf(given)
    };
    const paired = design === 'paired';
    const isSize = asksSize(given, { paired });
    const sizes = paired ? ['first'] : ['first', 'second'];
    const found = isSize
      ? twoMeansSize({ ...asked, power: given.option<number>('power') ?? 0.8, design, ratio: given.option<number>('ratio') ?? 1 }) // prettier-ignore
      : twoMeansPower({ ...asked, groups: sizes.map((key) => given.option<number>(key)!) as unknown as Groups });
    const values = { difference: asked.difference, sd: asked.sd };
    const says = paired
      ? { code: isSize ? 'plan-pairs-size' : 'plan-pairs-power', values }
      : { code: isSize ? 'plan-means-size' : 'plan-means-power', values };
    const groups = paired ? (['pairs'] as const) : (['first-group', 'second-group'] as const);
    const powerOf = (persons: readonly number[]) => twoMeansPower({ ...asked, groups: persons as unknown as Groups }).power; // prettier-ignore
    return { name: found.method, ...planOf(found, { groups, says }, powerOf) };
  }
});
