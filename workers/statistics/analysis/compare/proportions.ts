import { may, need } from '../../../shared/call-arguments';
import { wilson } from '../../proportion';
import { Adjusting, adjustTakes, saidP } from '../adjusted';
import type { MeasuredEstimate, Said } from '../contract';
import { countsTable, crossTable, eventName, levelsOf, type CrossTable, type Levels } from '../cross-table';
import { defineAnalysis, type Found } from '../define';
import type { Given } from '../given';
import { FEW } from '../shown-table';
import { comparedGroups, pairsOf, type ComparedGroups } from '../groups';
import { forestOf } from '../tidy';
import { EFFECTS, INDEPENDENCE, independence, pairOfRisks, type PairOfRisks } from './association';
import { testOf, testsTable } from './by-group';
import { figuresOf } from './differences';
import { clearest, isClear } from '../clear';
import { barsOf, shownCounts } from './shown-counts';

const MOST_ROWS = 40;

export const proportionsAnalysis = defineAnalysis({
  name: 'proportions',
  question: 'compare',
  source:
    'Pearson 1900, Phil Mag 50:157; Fisher 1935, J R Stat Soc 98:39; Newcombe 1998, Stat Med 17:873; Katz et al. 1978, Biometrics 34:469; Woolf 1955, Ann Hum Genet 19:251',
  takes: [
    need('outcome', 'column'),
    may('outcomeIs', 'text'),
    need('group', 'column'),
    may('reference', 'text'),
    may('effect', 'text'),
    may('test', 'text'),
    may('yates', 'truth'),
    may('addHalf', 'truth'),
    adjustTakes,
    may('level', 'number')
  ],
  async run(given, job) {
    const groups = comparedGroups(given);
    const levels = levelsOf(given.column('outcome'), given.option<string>('outcomeIs'));
    const cross = crossTable(groups, levels);
    const options = {
      test: given.choice('test', INDEPENDENCE, 'auto'),
      correct: given.option<boolean>('yates') ?? true,
      level: given.level
    };
    const common = {
      shown: shownCounts(levels.column, levels.names, groups.labels, cross.counts),
      figures: [barsOf(levels.column, levels.names, groups.labels, cross.counts)],
      counted: 'rows' as const,
      n: cross.n,
      nDropped: cross.nDropped
    };
    const counts = countsTable(['group', 'outcome'], groups.names, levels.names, cross.counts);
    const found =
      levels.event === undefined
        ? await ofLevels(levels, groups, cross, options, job)
        : await ofRisks(given, { ...levels, event: levels.event }, groups, cross, options, job);
    return {
      ...common,
      ...found,
      figures: [...common.figures, ...(found.figures ?? [])],
      more: [
        { name: 'counts', table: counts },
        { name: 'tests', table: testsTable(found.tests ?? []) }
      ]
    };
  }
});

type Options = Parameters<typeof independence>[1];
type Part = Pick<Found, 'name' | 'says' | 'estimates' | 'tests' | 'facts' | 'figures' | 'remarks'>;

/** More than two levels: whether their shares differ between the groups. */
async function ofLevels(
  levels: Levels,
  groups: ComparedGroups,
  { counts }: CrossTable,
  options: Options,
  job: Parameters<typeof independence>[2]
): Promise<Part> {
  // prettier-ignore
  const { result, code, cramer } = await independence(counts, options, job);
  return {
    name: result.method,
    says: [
      {
        code: `proportions-levels-${isClear({ p: result.p, level: options.level }) ? 'differ' : 'alike'}`,
        values: { of: levels.column, levels: levels.names.length, groups: groups.names.length, column: groups.column, p: result.p } // prettier-ignore
      }
    ],
    estimates: [],
    tests: [testOf(code, result)],
    facts: [{ code: 'cramers-v', value: cramer, as: 'number' }],
    remarks: result.remarks
  };
}

async function ofRisks(
  given: Given,
  levels: Levels & { event: number },
  groups: ComparedGroups,
  { counts, nDropped }: CrossTable,
  options: Options,
  job: Parameters<typeof independence>[2]
): Promise<Part> {
  const adjusting = new Adjusting(given);
  const effect = given.choice('effect', EFFECTS, 'risk-difference');
  const correction = given.option<boolean>('addHalf') === true ? 0.5 : 0;
  const risks = counts.map((row, at) => ({
    name: groups.labels[at]!,
    events: row[levels.event]!,
    others: row[1 - levels.event]!
  }));
  const pairs: PairOfRisks[] = [];
  for (const { reference, group } of pairsOf(risks.length)) {
    pairs.push(await pairOfRisks(risks[group]!, risks[reference]!, { ...options, correction, nDropped }, job));
  }
  const event = eventName(levels);
  const isTwo = pairs.length === 1;
  const [first] = pairs as [PairOfRisks, ...PairOfRisks[]];
  const order = [effect, ...EFFECTS.filter((one) => one !== effect)];
  const estimates = isTwo
    ? order.flatMap((one) => first.estimates[one] ?? []).map((one) => ({ ...one, name: `${event}: ${one.name}` }))
    : adjusting.family(pairs.flatMap(({ estimates: one }) => one[effect] ?? []));
  const whole = isTwo ? undefined : await independence(counts, options, job);
  const shares = risksSaid(risks, options.level);
  if (isTwo) {
    // The headline is of the effect that was asked for, or of none: a zero cell may leave it without an estimate.
    const one = estimates.find(({ measure }) => measure === effect) ?? estimates[0];
    const [reference, group] = risks as [(typeof risks)[0], (typeof risks)[0]];
    const isFew = risks.some(({ events, others }) => Math.min(events, others) < FEW && Math.min(events, others) > 0);
    const saysShares: Said[] = [
      { code: 'proportions-shares', values: { event, ...shares }, ...(isFew && { few: true as const }) }
    ];
    return {
      name: first.method,
      says: one ? [saysEffect(one, event, group.name, reference.name), ...saysShares] : saysShares,
      estimates,
      tests: [first.test],
      remarks: first.remarks
    };
  }
  const { by } = adjusting;
  const remarks = [...(whole?.result.remarks ?? []), ...pairs.flatMap((one) => one.remarks)];
  return {
    name: `${whole?.result.method ?? ''}; pairs: ${first.method}${by === undefined ? '' : `; p adjusted by ${by}`}`,
    says: [
      {
        code: `proportions-groups-${whole && isClear({ p: whole.result.p, level: options.level }) ? 'differ' : 'alike'}`,
        values: { event, groups: risks.length, column: groups.column, p: whole?.result.p ?? 1 }
      },
      ...saysClearest(estimates, event, by)
    ],
    estimates,
    tests: whole ? [testOf(whole.code, whole.result)] : [],
    facts: whole ? [{ code: 'cramers-v', value: whole.cramer, as: 'number' }] : [],
    figures: forestOf(estimates.slice(0, MOST_ROWS), effect),
    remarks: [...new Map([...remarks, ...adjusting.remarks].map((one) => [JSON.stringify(one), one])).values()]
  };
}

function saysEffect(one: MeasuredEstimate, event: string, group: string, reference: string): Said {
  return {
    code: `${one.measure}-${isClear(one) ? 'differs' : 'alike'}`,
    values: { event, group, reference, ...figuresOf(one), ...(one.p !== null && { p: one.p }) }
  };
}

function saysClearest(estimates: readonly MeasuredEstimate[], event: string, by: string | undefined): Said[] {
  return clearest(estimates).map((one) => ({
    code: 'proportions-pair',
    values: { event, pair: one.name, ...figuresOf(one), ...saidP(one, by) }
  }));
}

/** "12 of 50" and its share in each of two groups. */
function risksSaid(risks: readonly { name: string; events: number; others: number }[], level: number): Said['values'] {
  const [reference, group] = risks;
  if (!reference || !group) return {};
  const share = ({ events, others }: typeof group) => wilson(events, events + others, level).estimate;
  return {
    group: group.name,
    events: group.events,
    n: group.events + group.others,
    share: share(group),
    reference: reference.name,
    eventsReference: reference.events,
    nReference: reference.events + reference.others,
    shareReference: share(reference)
  };
}
