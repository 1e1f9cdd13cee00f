import { MOST_PERSONS_AT_ONCE, TABLES } from '$workers/clinical/contract';
import { simulateWords as words } from '$lib/messages/simulate';
import { defineFields } from '../task';

const hospitals = ['1', '2', '3', '4'] as const;

/** What a simulate cell may say: the one source of its form, its check and its completion. */
export const simulateFields = defineFields({
  use: {
    type: 'choice',
    of: ['picu-sepsis'],
    default: 'picu-sepsis',
    label: () => words.use,
    words: {
      get 'picu-sepsis'() {
        return words.usePicuSepsis;
      }
    }
  },
  persons: {
    type: 'number',
    whole: true,
    min: 1,
    max: MOST_PERSONS_AT_ONCE,
    default: 600,
    label: () => words.persons,
    help: () => words.personsHelp
  },
  seed: {
    type: 'number',
    whole: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 1,
    label: () => words.seed,
    help: () => words.seedHelp
  },
  tables: { type: 'choices', of: TABLES, default: ['hours'], label: () => words.tables, help: () => words.tablesHelp },
  hospitals: {
    type: 'choices',
    of: hospitals,
    default: hospitals,
    label: () => words.hospitals,
    words: words.hospitalNames,
    help: () => words.hospitalsHelp
  },
  leak: { type: 'boolean', default: true, label: () => words.leak, help: () => words.leakHelp },
  faults: { type: 'boolean', default: false, label: () => words.faults, help: () => words.faultsHelp },
  prefix: { type: 'text', label: () => words.prefix, help: () => words.prefixHelp, nothing: true, more: true }
});
