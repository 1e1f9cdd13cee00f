import { plausibleSource } from '$workers/shared/plausible';
import { formatNumber } from '$lib/messages/figures';
import { qualityWords as words } from '$lib/messages/quality';
import type { Report, ReportBlock } from '$lib/notebook/report/contract';
import type { QualityOutput } from './run';
import {
  allowedOf,
  comparedWith,
  countsOf,
  failedChecks,
  figuresOf,
  measuresOf,
  passedLines,
  placeOf,
  rangesOf,
  unanswered
} from './sections';
import type { QualitySpec } from './spec';

/** The page without its buttons: what fails, what does not apply and why, and what was compared. Of no group of few. */
export const report: Report<QualitySpec, QualityOutput> = async ({ output, spec }) => {
  const counts = countsOf(output.report);
  const tables = Object.keys(output.tables).length;
  const heading = words.heading(counts.failed, counts.checks);
  const text = (said: string): ReportBlock => ({ type: 'text', text: said });
  const faint = (said: string): ReportBlock => ({ type: 'text', text: said, faint: true });
  const blocks: ReportBlock[] = [
    text(heading),
    faint(words.summary(counts.failed, counts.passed, counts.notApplicable, tables)),
    faint(words.lines(output.report.failed, output.report.results.length))
  ];
  const failed = failedChecks(output.report);
  if (failed.length === 0) blocks.push(text(words.nothingFails));
  for (const { check, name, lines } of failed) {
    blocks.push(text(`${check} ${name}`), faint(words.plain[check] ?? ''), {
      type: 'facts',
      facts: lines.map((line) => {
        const detail = line.detail === undefined ? '' : `, ${words.detail(line.detail)}`;
        const measures = measuresOf(line);
        const figures = `${figuresOf(line, true)}; ${allowedOf(line)}${measures === '' ? '' : `; ${measures}`}`;
        return [`\`${placeOf(line, output)}\`${detail}`, figures] as const;
      })
    });
  }
  const without = unanswered(output.report);
  if (without.length > 0) {
    const facts = without.map(
      ({ check, name, reasons }) =>
        [`${check} ${name}`, reasons.map((reason) => words.detail(reason)).join(' ')] as const
    );
    blocks.push(text(words.notApplicable), { type: 'facts', facts });
  }
  blocks.push(text(words.passed(passedLines(output.report).length)), text(words.ranges));
  blocks.push(...comparedWith(spec).map(faint));
  const ranges = rangesOf(output.report);
  if (ranges.length > 0) {
    const facts = ranges.map(
      ({ name, low, high, unit }) => [`\`${name}\``, `${formatNumber(low)}–${formatNumber(high)} ${unit}`] as const
    );
    blocks.push({ type: 'facts', facts });
  }
  blocks.push(faint(words.source(plausibleSource)));
  return { individual: false, summary: heading, blocks, aggregates: [spec.name] };
};
