import type { Values } from '$workers/shared/errors';
import type { PathwayOutput } from './run';

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
