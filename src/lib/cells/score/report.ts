import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { formatCount, formatShare } from '$lib/messages/figures';
import { remarkWords, scoreWords as words } from '$lib/messages/score';
import {
  carriedRows,
  countShown,
  courseText,
  inputRows,
  madeOf,
  onsetRows,
  onsetTitle,
  quartilesText,
  textFacts,
  type InputRow
} from './shown';
import type { ScoreOutput } from './run';
import type { ScoreResult } from './results';
import type { ScoreSpec } from './spec';
import { headingOf, warningsOf } from './usable';

/** How the score is distributed, of what it was made, and what was missing: of no single row, and of no group of few. */
export const report: Report<ScoreSpec, ScoreOutput> = async ({ output, spec }) => {
  const { score } = spec;
  const title = headingOf(spec, output);
  const blocks: ReportBlock[] = [{ type: 'text', text: title }];
  for (const text of warningsOf(spec, output)) blocks.push({ type: 'text', text });
  const course = courseText(spec, output);
  if (course !== undefined) blocks.push({ type: 'text', text: course });
  if (output.course?.onset) {
    const facts = onsetRows(output).map(([reading, n]) => [reading, countShown(n, true)] as const);
    blocks.push({ type: 'text', text: onsetTitle(output, true) }, { type: 'facts', facts });
    blocks.push({ type: 'text', text: words.onsetRule, faint: true });
  }
  for (const result of output.results) {
    blocks.push(
      { type: 'text', text: words.named(result.label) },
      { type: 'facts', facts: factsOf(result, output.rows) }
    );
  }
  const taken = inputRows(spec, output).filter(({ column }) => column !== undefined);
  blocks.push(
    { type: 'text', text: madeOf(spec, output) },
    { type: 'facts', facts: taken.map((row) => [row.label, inputFact(row)]) }
  );
  const carried = carriedRows(spec, output);
  if (carried.length > 0) {
    const facts = carried.map(([label, missing]) => [label, formatShare(missing)] as const);
    blocks.push({ type: 'text', text: words.carriedTable }, { type: 'facts', facts });
  }
  for (const remark of output.remarks) blocks.push({ type: 'text', text: remarkWords(remark), faint: true });
  const source = score.verified ? score.source : `${score.source} ${words.unverified}`;
  const whom = words.population(words.named(score.population));
  const last = [source, whom].map((text): ReportBlock => ({ type: 'text', text, faint: true }));
  return { individual: false, summary: title, blocks: [...blocks, ...last] };
};

function inputFact({ column, unit: english = '', missing, rejected = 0, values, hours }: InputRow): string {
  const name = `\`${column}\``;
  const unit = words.named(english);
  if (values === undefined) return words.inputFact(name, unit, formatShare(missing ?? 0), formatCount(rejected));
  return words.observedFact(
    name,
    unit,
    hours === undefined ? '' : words.hoursHeld(hours),
    values,
    formatCount(rejected)
  );
}

function factsOf(result: ScoreResult, rows: number): (readonly [string, string])[] {
  const n = rows - result.missing;
  const lacking = result.missing > 0 ? [[words.head.missing, formatCount(result.missing)] as const] : [];
  switch (result.kind) {
    case 'points':
      return [
        ...result.counts.flatMap((count, points) =>
          count > 0 ? [[String(points), countShown(count, true)] as const] : []
        ),
        ...lacking
      ];
    case 'flag':
      return [[words.yes, words.met(countShown(result.n, true), n)] as const, ...lacking];
    case 'text':
      return [...textFacts(result, true), ...lacking];
    case 'number':
      return [[words.median, quartilesText(result)] as const, ...lacking];
  }
}
