import type { Values } from '$workers/shared/errors';
import { formatShare } from '$lib/messages/figures';
import { pathwayWords as words } from '$lib/messages/pathway';
import { momentText } from './moment';
import type { PathwayOutput } from './run';
import type { PathwaySpec } from './spec';

/** What the filters keep, as one sentence; none without a filter. */
export function keptText({ filter }: Pick<PathwaySpec, 'filter'>): string[] {
  const { hospitals = [], period, activities = [], variantShare } = filter;
  const share = variantShare === undefined || variantShare >= 1 ? '' : formatShare(variantShare);
  if (hospitals.length === 0 && !period && activities.length === 0 && share === '') return [];
  const at = (moment: bigint | undefined) => (moment === undefined ? '' : momentText(moment));
  const rule = period?.rule ?? 'starts';
  const [from, until] = [at(period?.from), at(period?.until)];
  return [words.kept(hospitals.join(', '), from, until, rule, activities.join(', '), share)];
}

export interface ShownRemark {
  code: 'pathway-ties' | 'pathway-several-hospitals' | 'pathway-dropped' | 'pathway-left-out' | 'path-unknown';
  values: Values;
}

/** What a reader of the map should know, the gravest first. */
export function remarksOf({ remarks, dropped, leftOut, conformance, counts }: PathwayOutput): ShownRemark[] {
  const shown: ShownRemark[] = [];
  const lost = dropped.missingCase + dropped.missingActivity + dropped.missingTime + dropped.endlessTime;
  if (lost > 0) shown.push({ code: 'pathway-dropped', values: { rows: lost, ...dropped } });
  const out = leftOut.hospital + leftOut.period + leftOut.activities + leftOut.variants;
  if (out > 0) shown.push({ code: 'pathway-left-out', values: { cases: out, left: counts.cases, ...leftOut } });
  const unknown = conformance?.unknownSteps ?? [];
  if (unknown.length > 0) {
    const near = [...new Set(unknown.flatMap((step) => step.near))].join(', ');
    shown.push({ code: 'path-unknown', values: { steps: unknown.map(({ activity }) => activity).join(', '), near } });
  }
  for (const { code, ...values } of remarks) shown.push({ code, values });
  return shown;
}
