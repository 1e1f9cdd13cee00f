import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { remarkWords, scoreWords as words } from '$lib/messages/score';
import { carriedRows, countShown, courseText, inputRows, onsetRows, onsetTitle, type InputRow } from './shown';
import type { ScoreOutput } from './run';
import type { ScoreResult } from './results';
import type { ScoreSpec } from './spec';

/** How the score is distributed, of what it was made, and what was missing: of no single row, and of no group of few. */
export const report: Report<ScoreSpec, ScoreOutput> = async ({ output, spec }) => {
  const { score } = spec;
  const title = words.heading(score.title, spec.from, output.rows);
  const blocks: ReportBlock[] = [{ type: 'text', text: title }];
  const course = courseText(spec, output);
  if (course !== undefined) blocks.push({ type: 'text', text: course });
  if (output.course?.onset) {
    const facts = onsetRows(output).map(([reading, n]) => [reading, countShown(n, true)] as const);
    blocks.push({ type: 'text', text: onsetTitle(output, true) }, { type: 'facts', facts });
    blocks.push({ type: 'text', text: words.onsetRule, faint: true });
  }
  for (const result of output.results) {
    blocks.push({ type: 'text', text: result.label }, { type: 'facts', facts: factsOf(result, output.rows) });
  }
  const taken = inputRows(spec, output).filter(({ column }) => column !== undefined);
  blocks.push(
    { type: 'text', text: output.course?.observations ? words.observedTable : words.inputsTable },
    { type: 'facts', facts: taken.map((row) => [row.label, inputFact(row)]) }
  );
  const carried = carriedRows(spec, output);
  if (carried.length > 0) {
    const facts = carried.map(([label, missing]) => [label, formatShare(missing)] as const);
    blocks.push({ type: 'text', text: words.carriedTable }, { type: 'facts', facts });
  }
  for (const remark of output.remarks) blocks.push({ type: 'text', text: remarkWords(remark), faint: true });
  const source = score.verified ? score.source : `${score.source} ${words.unverified}`;
  return { individual: false, summary: title, blocks: [...blocks, { type: 'text', text: source, faint: true }] };
};

function inputFact({ column, unit = '', missing, rejected = 0, values, hours }: InputRow): string {
  const name = `\`${column}\``;
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
      return [
        ...result.counts.flatMap(([value, count]) => (count > 0 ? [[value, countShown(count, true)] as const] : [])),
        ...lacking
      ];
    case 'number': {
      const { quartiles } = result;
      const text = quartiles
        ? words.quartiles(...(quartiles.map((one) => formatNumber(one)) as [string, string, string]))
        : words.noValue;
      return [[words.median, text] as const, ...lacking];
    }
  }
}
