import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { formatCount, formatShare } from '$lib/messages/figures';
import { profileWords as words } from '$lib/messages/profile';
import { flagWords } from '$lib/ui/profile/card-figures';
import { isSmall } from '$lib/ui/profile/strip-bars';
import type { ProfileOutput } from './run';
import {
  agesSentence,
  columnSentence,
  groupsSentence,
  missingSentence,
  overviewSentence,
  smdText,
  sourcesText
} from './sentences';
import type { ProfileSpec } from './spec';

/** The page in words and figures: of no single row, and of no group of few. */
export const report: Report<ProfileSpec, ProfileOutput> = async ({ output, spec }) => {
  const { cell } = words;
  const audience = { hidesRows: true };
  const title = spec.title ?? cell.heading(output.table, output.rows, output.columns.length + output.left);
  const blocks: ReportBlock[] = [{ type: 'text', text: title }];
  if (output.rows === 0)
    return { individual: false, blocks: [...blocks, { type: 'text', text: cell.empty(output.table) }] };
  blocks.push({ type: 'text', text: overviewSentence(output) });
  if (output.sample !== undefined)
    blocks.push({ type: 'text', faint: true, text: cell.sampled(output.sample, output.rows) });
  const { missingness, comparison, ages } = output;
  if (missingness) {
    const facts = missingness.patterns
      .filter(({ n }) => !isSmall(n))
      .map(({ missing, n }) => {
        const lacks = missing.flatMap((is, at) => (is ? [missingness.columns[at]?.name ?? ''] : [])).join(', ');
        return [cell.patternSpoken(lacks), `${formatCount(n)} (${formatShare(n / output.rows)})`] as const;
      });
    blocks.push({ type: 'text', text: missingSentence(missingness, output.rows) }, { type: 'facts', facts });
  }
  if (comparison) {
    const facts = comparison.columns.map((column) => [column.column, smdText(column)] as const);
    blocks.push({ type: 'text', text: groupsSentence(comparison) }, { type: 'facts', facts });
    blocks.push({ type: 'text', faint: true, text: cell.differenceNote });
  }
  if (ages) {
    blocks.push({ type: 'text', text: agesSentence(ages) }, { type: 'text', faint: true, text: sourcesText(ages) });
  }
  const facts = output.columns.map((details) => {
    const flags = details.profile.flags.map(flagWords);
    return [details.profile.name, [columnSentence(details, audience), ...flags].join(' · ')] as const;
  });
  return { individual: false, summary: title, blocks: [...blocks, { type: 'facts', facts }] };
};
