import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import { formatCount, formatNumber, formatShare } from '$lib/messages/figures';
import { remarkWords, scoreWords as words } from '$lib/messages/score';
import { countShown, inputRows } from './shown';
import type { ScoreOutput } from './run';
import type { ScoreResult } from './results';
import type { ScoreSpec } from './spec';

/** How the score is distributed, of what it was made, and what was missing: of no single row, and of no group of few. */
export const report: Report<ScoreSpec, ScoreOutput> = async ({ output, spec }) => {
  const { score } = spec;
  const title = words.heading(score.title, spec.from, output.rows);
  const blocks: ReportBlock[] = [{ type: 'text', text: title }];
  for (const result of output.results) {
    blocks.push({ type: 'text', text: result.label }, { type: 'facts', facts: factsOf(result, output.rows) });
  }
  const taken = inputRows(spec, output).filter(({ column }) => column !== undefined);
  blocks.push(
    { type: 'text', text: words.inputsTable },
    {
      type: 'facts',
      facts: taken.map(({ label, column, unit, missing, rejected }) => [
        label,
        words.inputFact(`\`${column}\``, unit ?? '', formatShare(missing ?? 0), formatCount(rejected ?? 0))
      ])
    }
  );
  for (const remark of output.remarks) blocks.push({ type: 'text', text: remarkWords(remark), faint: true });
  const source = score.verified ? score.source : `${score.source} ${words.unverified}`;
  return { individual: false, summary: title, blocks: [...blocks, { type: 'text', text: source, faint: true }] };
};

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
