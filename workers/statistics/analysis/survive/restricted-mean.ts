import { may, need } from '../../../shared/call-arguments';
import { smallestOf } from '../../../shared/extent';
import type { StatisticsRemark } from '../../estimate';
import { kaplanMeier, restrictedMeanDifference } from '../../survival';
import type { MeasuredEstimate, Said } from '../contract';
import { defineAnalysis } from '../define';
import { fail } from '../../errors';
import { forestOf } from '../tidy';
import { censoringAssumed, eventName, followUpOf, followUpTakes, timeWords } from './follow-up';
import { labelledGroups, onlyTwo } from './groups';
import { numbersIn, stepsOf, textsIn } from './steps';

/** Sentences about more groups are read in the table. */
const MOST_SAID = 5;
/** Below so many events of a group the normal distribution is a poor guide to how sure its mean is. */
const EVENTS_WANTED = 10;

export const restrictedMeanAnalysis = defineAnalysis({
  name: 'restricted-mean',
  question: 'survive',
  source: 'Royston and Parmar 2013, BMC Med Res Methodol 13:152',
  takes: [
    ...followUpTakes,
    need('group', 'column'),
    may('reference', 'text'),
    may('until', 'number'),
    may('level', 'number')
  ],
  async run(given) {
    const followUp = followUpOf(given);
    const group = labelledGroups(given)!;
    const level = given.level;
    // Without `tau` no mean is refused: each group tells how long it was followed.
    const looked = kaplanMeier(followUp, { group, level });
    const names = textsIn(looked.groups, 'group');
    if (names.length < 2) throw fail('groups-few', { column: given.nameOf('group'), groups: names.length, needed: 2 });
    const tau = given.option<number>('until') ?? smallestOf(numbersIn(looked.groups, 'last'));
    const curves = given.has('until') ? kaplanMeier(followUp, { group, level, tau }) : looked;
    const codes = names.map((name) => group.names.indexOf(name));
    const differences = codes.slice(1).map((code) => {
      const { estimates, method } = restrictedMeanDifference(followUp, onlyTwo(group, codes[0]!, code), {
        ...((given.has('until') || tau > 0) && { tau }),
        level
      });
      return { ...estimates[0]!, method, measure: 'restricted-mean-difference', n: curves.n, nDropped: curves.nDropped } as const; // prettier-ignore
    });
    const means = curves.estimates
      .filter(({ name }) => name.startsWith('restricted mean: '))
      .map((one, at): MeasuredEstimate => ({ ...one, measure: 'restricted-mean', of: names[at]!, at: tau }));
    const estimates: MeasuredEstimate[] = [...differences, ...means];
    const shared = { until: tau, event: eventName(given), ...timeWords(given) };
    return {
      name: differences[0]!.method,
      says: names.length > MOST_SAID ? [] : differences.flatMap((one, at) => saysDifference(one, [names[0]!, names[at + 1]!], shared)), // prettier-ignore
      estimates,
      facts: [
        { code: 'events', value: numbersIn(curves.groups, 'events').reduce((sum, one) => sum + one, 0), as: 'count' },
        { code: 'until', value: tau, as: 'number' }
      ],
      more: [
        { name: 'curves', table: curves.curves },
        { name: 'groups', table: curves.groups }
      ],
      figures: [
        {
          kind: 'steps',
          what: 'survival',
          event: eventName(given),
          ...timeWords(given),
          until: tau,
          ...stepsOf(curves.curves, 'survival', { names, grouped: true })
        },
        ...(differences.length > 1 ? forestOf(differences, 'restricted-mean-difference') : [])
      ],
      remarks: [...fewEvents(names, numbersIn(curves.groups, 'events')), ...curves.remarks, censoringAssumed],
      counted: 'rows',
      n: curves.n,
      nDropped: curves.nDropped
    };
  }
});

/** The difference, and whether its interval holds no difference. */
function saysDifference(
  { estimate, lower, upper, level, p }: MeasuredEstimate,
  [reference, other]: readonly [string, string],
  shared: Said['values']
): Said[] {
  const [longer, shorter] = estimate > 0 ? [other, reference] : [reference, other];
  return [
    {
      code: 'mean-time-difference',
      values: {
        measure: 'restricted-mean-difference',
        of: other,
        reference,
        estimate,
        level,
        ...(lower !== null && { lower }),
        ...(upper !== null && { upper }),
        ...(p !== null && { p }),
        ...shared
      }
    },
    (p ?? 1) < 1 - level
      ? { code: 'mean-time-longer', values: { longer, shorter, ...shared } }
      : { code: 'mean-time-alike', values: { of: other, reference, ...shared } }
  ];
}

function fewEvents(names: readonly string[], events: Float64Array): StatisticsRemark[] {
  return names.flatMap((group, at) =>
    events[at]! < EVENTS_WANTED
      ? [{ code: 'survival-mean-few-events', values: { group, events: events[at]!, wanted: EVENTS_WANTED } }]
      : []
  );
}
