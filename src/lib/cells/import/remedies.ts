import type { WantedPlan } from '$workers/data/import/contract';
import { importWords as words } from '$lib/messages/import';

interface Remedy {
  label: string;
  change: Omit<WantedPlan, 'file'>;
}

/** What a person can say that makes a file readable which was not. */
export function remediesOf(problem: unknown): Remedy[] {
  const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
  if (code === 'csv-too-few-fields' || code === 'csv-too-many-fields') {
    return [{ label: words.setSuchAside, change: { misfits: 'set-aside' } }];
  }
  if (code === 'csv-last-line-cut') return [{ label: words.lastLineWhole, change: { csv: { lastLine: 'whole' } } }];
  return [];
}
