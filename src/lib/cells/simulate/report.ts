import { simulateWords as words } from '$lib/messages/simulate';
import { report as reportWords } from '$lib/messages/report';
import type { Report } from '$lib/notebook/report/contract';
import type { SimulateOutput } from './run';
import type { SimulateSpec } from './spec';

/** How many were made, of what, from which seed. */
export const report: Report<SimulateSpec, SimulateOutput> = async ({ output, spec, cell }) => ({
  individual: false,
  blocks: [
    { type: 'text', text: words.made(output.counts) },
    {
      type: 'facts',
      facts: output.relations.map(({ name, rows, columns }) => [
        `\`${name}\``,
        `${words.rows(rows ?? 0)}, ${words.columns(columns.length)}`
      ])
    },
    ...(output.leak ? [{ type: 'text', text: words.leakPlanted, faint: true } as const] : []),
    ...(output.faultKinds > 0
      ? [{ type: 'text', text: words.faultsPlanted(output.faultKinds), faint: true } as const]
      : []),
    { type: 'text', text: words.simulated(output.seed), faint: true }
  ],
  provenance: [[`\`${cell.id ?? spec.use}\``, reportWords.seed(output.seed)]]
});
