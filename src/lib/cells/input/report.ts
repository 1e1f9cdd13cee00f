import { input as words } from '$lib/messages/input';
import type { Report } from '$lib/notebook/report/contract';
import { figure } from './control';
import type { InputOutput } from './run';
import type { InputSpec } from './spec';

/** The label and where the control stood. */
export const report: Report<InputSpec, InputOutput> = async ({ spec, output, cell }) => {
  const unit = spec.unit === undefined ? '' : `\u00a0${spec.unit}`;
  return {
    individual: false,
    blocks: [{ type: 'facts', facts: [[spec.label || cell.id || words.value, `${said(output)}${unit}`]] }]
  };
};

function said({ value, chosen }: InputOutput): string {
  if (chosen) return chosen.map(String).join(', ') || '–';
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'number') return figure(value);
  return String(value ?? '–');
}
