import { isClear } from '../clear';
import { may, need } from '../../../shared/call-arguments';
import type { RandomPart } from '../../mixed';
import type { AnalysisTest, Fact, Said } from '../contract';
import type { Given } from '../given';
import { modelTakes } from './model-request';

/** Keys of models with a random intercept: weights have no place in them. */
export const mixedTakes = [...modelTakes.filter(({ name }) => name !== 'weights'), need('group', 'column')];
export const criterion = may('criterion', 'text');
export const quadrature = may('quadrature', 'number');

/** What a request says of a model with a random intercept. */
export function mixedOptions(given: Given) {
  return {
    group: given.nameOf('group'),
    level: given.level,
    ...(given.has('references') && { references: given.option<Readonly<Record<string, string>>>('references')! })
  };
}

/** The test of the spread between groups; it has no degrees of freedom of its own (a half of χ² with 0, a half with 1). */
export const spreadTests = ({ spread, group }: RandomPart): AnalysisTest[] => [
  { code: 'group-spread', of: group, statistic: { name: 'χ²', value: spread.statistic }, df: [], p: spread.p }
];

export const groupFacts = ({ groups, sigmaGroup }: RandomPart): Fact[] => [
  { code: 'groups', value: groups, as: 'count' },
  { code: 'group-sd', value: sigmaGroup, as: 'number' }
];

/** Whether groups differ, and how much of what is left lies between them. */
export function saysOfGroups({ spread, group, groups }: RandomPart, icc: number, level: number): Said[] {
  const values = { of: group, groups, share: icc, p: spread.p };
  return [{ code: isClear({ p: spread.p, level }) ? 'groups-differ' : 'groups-alike', values }];
}
