import { SCORES, type ScoreDefinition } from '$workers/clinical/contract';
import { scoreWords as words } from '$lib/messages/score';
import { defineFields } from '../task';

const names = SCORES.map(({ name }) => name);
const titles = Object.fromEntries(SCORES.map(({ name, title }) => [name, title]));
const ofTable = { type: 'column', of: 'from', label: () => words.column } as const;

/** What a score cell may say: the one source of its form, its check and its completion. */
export const scoreFields = defineFields({
  score: { type: 'choice', of: names, required: true, label: () => words.score, words: titles },
  from: { type: 'ref', to: 'table', required: true, label: () => words.from, help: () => words.fromHelp },
  columns: { type: 'map', value: ofTable, label: () => words.columns, help: () => words.columnsHelp, more: true },
  without: {
    type: 'list',
    item: { type: 'text', label: () => words.without },
    label: () => words.without,
    help: () => words.withoutHelp,
    more: true
  },
  units: {
    type: 'map',
    value: { type: 'text', label: () => words.unit },
    label: () => words.units,
    help: () => words.unitsHelp,
    more: true
  },
  reference: { type: 'ref', to: 'table', label: () => words.reference, help: () => words.referenceHelp, more: true },
  variable: { type: 'text', label: () => words.variable, help: () => words.variableHelp, more: true },
  prefix: { type: 'text', label: () => words.prefix, help: () => words.prefixHelp, more: true }
});

/** A score by its name. */
export function scoreOf(name: string): ScoreDefinition {
  const found = SCORES.find((score) => score.name === name);
  if (!found) throw new RangeError(`unknown score ${name}`);
  return found;
}
