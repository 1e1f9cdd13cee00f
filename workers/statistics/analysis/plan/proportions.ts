import { may, need } from '../../../shared/call-arguments';
import { twoProportionsPower, twoProportionsSize } from '../../power';
import { defineAnalysis } from '../define';
import { asksSize, planOf, planTakes, testOf } from './shared';

type Groups = readonly [number, number];

export const planProportions = defineAnalysis({
  name: 'plan-proportions',
  question: 'plan',
  source: 'Fleiss, Levin and Paik 2003, Statistical Methods for Rates and Proportions, eq. 4.14 and 4.19',
  table: false,
  takes: [
    need('firstProportion', 'number'),
    need('secondProportion', 'number'),
    may('continuity', 'truth'),
    may('ratio', 'number'),
    may('first', 'number'),
    may('second', 'number'),
    ...planTakes
  ],
  async run(given) {
    const asked = {
      first: given.option<number>('firstProportion')!,
      second: given.option<number>('secondProportion')!,
      continuity: given.option<boolean>('continuity') ?? false,
      ...testOf(given)
    };
    const isSize = asksSize(given);
    const found = isSize
      ? twoProportionsSize({ ...asked, power: given.option<number>('power') ?? 0.8, ratio: given.option<number>('ratio') ?? 1 }) // prettier-ignore
      : twoProportionsPower({ ...asked, groups: [given.option<number>('first')!, given.option<number>('second')!] });
    const powerOf = (persons: readonly number[]) => twoProportionsPower({ ...asked, groups: persons as unknown as Groups }).power; // prettier-ignore
    const values = { shareFirst: asked.first, shareSecond: asked.second };
    const says = { code: isSize ? 'plan-proportions-size' : 'plan-proportions-power', values };
    return { name: found.method, ...planOf(found, { groups: ['first-group', 'second-group'], says }, powerOf) };
  }
});
