import { USE_CASES, type UseCase } from '$workers/clinical/contract';
import { simulateWords as words } from '$lib/messages/simulate';
import { defineFields, readTask } from '../task';

export const useCases = Object.keys(USE_CASES) as UseCase[];
const hospitals = ['1', '2', '3', '4'] as const;

const use = {
  type: 'choice',
  of: useCases,
  default: 'picu-sepsis',
  label: () => words.use,
  words: {
    get 'picu-sepsis'() {
      return words.usePicuSepsis;
    },
    get 'cardiac-surgery'() {
      return words.useCardiacSurgery;
    },
    get haemophilia() {
      return words.useHaemophilia;
    }
  }
} as const;

/** What every use case may say; the persons and tables of one, and what only it has, go between. */
function common(of: UseCase) {
  const { tables, unasked, usual, mostAtOnce } = USE_CASES[of];
  return defineFields({
    use,
    persons: {
      type: 'number',
      whole: true,
      min: 1,
      max: mostAtOnce,
      default: usual,
      label: () => words.persons,
      help: () => words.personsHelp[of]
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
    tables: {
      type: 'choices',
      of: tables,
      default: unasked,
      label: () => words.tables,
      help: () => words.tablesHelp[of]
    },
    hospitals: {
      type: 'choices',
      of: hospitals,
      default: hospitals,
      label: () => words.hospitals,
      words: words.hospitalNames,
      help: () => words.hospitalsHelp
    },
    faults: { type: 'boolean', default: false, label: () => words.faults, help: () => words.faultsHelp },
    prefix: { type: 'text', label: () => words.prefix, help: () => words.prefixHelp, nothing: true, more: true }
  });
}

const leak = defineFields({
  leak: { type: 'boolean', default: true, label: () => words.leak, help: () => words.leakHelp }
});

const { faults, prefix, ...before } = common('picu-sepsis');

/** What a simulate cell may say, by its use case: the one source of its form, its check and its completion. */
export const simulateFields = {
  'picu-sepsis': { ...before, ...leak, faults, prefix },
  'cardiac-surgery': common('cardiac-surgery'),
  haemophilia: common('haemophilia')
} as const;

const onlyUse = { ...leak, ...common('picu-sepsis') };
const anything = Object.fromEntries(Object.keys(onlyUse).map((key) => [key, { type: 'any', label: '' } as const]));

/**
 * The use case that a text names; the first where it names none.
 * @throws `task-…` where it names one that there is not
 */
export function useCaseOf(text: string): UseCase {
  const reading = readTask(text, { ...anything, use });
  const issue = reading.issues.find(({ path }) => path[0] === 'use');
  if (issue) throw issue.error;
  return useCases.find((one) => one === reading.spec.use) ?? 'picu-sepsis';
}

/** The fields of the use case that a text names. */
export function simulateFieldsFor(text: string): (typeof simulateFields)[UseCase] {
  try {
    return simulateFields[useCaseOf(text)];
  } catch {
    return simulateFields['picu-sepsis'];
  }
}
