import type { Report } from '$lib/notebook/report/contract';
import type { MarkdownSpec } from './index';

/** The text as it stands, but for its speaker notes. */
export const report: Report<MarkdownSpec, MarkdownSpec> = async ({ cell }) => ({
  individual: false,
  blocks: [{ type: 'markdown', text: cell.text }]
});
