import { profileWords as words } from '$lib/messages/profile';
import { defineFields } from '../task';

export const ageUnits = ['years', 'months', 'weeks', 'days'] as const;
export type AgeUnit = (typeof ageUnits)[number];

const ofTable = { type: 'column', of: 'from' } as const;

/** Everything a profile may say, in the order of its form: the one source of form, check and completion. */
export const profileFields = defineFields({
  from: { type: 'ref', to: 'table', required: true, label: () => words.cell.from, help: () => words.cell.fromHelp },
  group: { ...ofTable, label: () => words.cell.group, help: () => words.cell.groupHelp },
  age: { ...ofTable, label: () => words.cell.age, help: () => words.cell.ageHelp },
  age_unit: {
    type: 'choice',
    of: ageUnits,
    label: () => words.cell.ageUnit,
    help: () => words.cell.ageUnitHelp,
    words: words.cell.ageUnits,
    nothing: true
  },
  title: { type: 'text', label: () => words.cell.resultTitle, more: true },
  caption: { type: 'text', label: () => words.cell.caption, more: true }
});
