import { importWords as words } from '$lib/messages/import';
import { formatCount } from '$lib/messages/figures';
import type { Report } from '$lib/notebook/report/contract';
import type { ImportOutput } from './run';
import type { ImportSpec } from './spec';

/** Which tables were read, how large they are, and the mark of the file they came from. */
export const report: Report<ImportSpec, ImportOutput> = async ({ spec, output }) => {
  const file = spec.shape === 'omop' ? spec.file : spec.wanted.file;
  const filled = output.results.filter((result) => result.rows > 0 || output.results.length === 1);
  const empty = output.results.length - filled.length;
  return {
    individual: false,
    blocks: [
      { type: 'text', text: `\`${file}\`` },
      {
        type: 'facts',
        facts: filled.map(({ relation, rows, misfits }) => [
          `\`${relation.name}\``,
          words.resultLine(rows, relation.columns.length) +
            (misfits.count > 0 ? `; ${words.misfitCount(misfits.count)}` : '')
        ])
      },
      ...(empty > 0 ? [{ type: 'text', text: words.emptyTables(empty), faint: true } as const] : [])
    ],
    provenance: filled.map(({ relation, fingerprint }) => [
      `\`${relation.name}\``,
      `${formatCount(fingerprint.bytes)} B, SHA-256 ${fingerprint.sha256}`
    ])
  };
};
