import { hasLookBack, ONSET_SCORES, SCORES, type ScoreDefinition } from '$workers/clinical/contract';
import { scoreWords as words } from '$lib/messages/score';
import { defineFields, readTask, type Field, type FieldTable } from '../task';
import type { ScoreSpec } from './spec';

const ONSETS: readonly string[] = ONSET_SCORES;

const names = SCORES.map(({ name }) => name);
const titles = Object.fromEntries(SCORES.map(({ name, title }) => [name, title]));
const ofTable = { type: 'column', of: 'from', label: () => words.column } as const;

/** What a score cell may say: the one source of its form, its check and its completion. */
export const scoreFields = defineFields({
  score: { type: 'choice', of: names, required: true, label: () => words.score, words: titles },
  from: { type: 'ref', to: 'table', required: true, label: () => words.from, help: () => words.fromHelp },
  look_back: { type: 'boolean', default: false, label: () => words.lookBack, help: () => words.lookBackHelp },
  onset: { type: 'boolean', default: false, label: () => words.onset, help: () => words.onsetHelp },
  person: { ...ofTable, label: () => words.person, help: () => words.personHelp },
  episode: { ...ofTable, label: () => words.episode, help: () => words.episodeHelp },
  time: { ...ofTable, label: () => words.time, help: () => words.timeHelp },
  time_unit: {
    type: 'choice',
    of: ['s', 'min', 'h', 'd'],
    label: () => words.timeUnit,
    help: () => words.timeUnitHelp,
    words: words.timeUnits,
    more: true
  },
  label_before: {
    type: 'number',
    min: 0,
    max: 48,
    unit: 'h',
    label: () => words.labelBefore,
    help: () => words.labelBeforeHelp,
    more: true
  },
  label_length: {
    type: 'number',
    min: 1,
    max: 100_000,
    unit: 'h',
    label: () => words.labelLength,
    help: () => words.labelLengthHelp,
    more: true
  },
  long: {
    type: 'record',
    label: () => words.long,
    more: true,
    fields: {
      variable: { ...ofTable, label: () => words.longRoles.variable },
      value: { ...ofTable, label: () => words.longRoles.value },
      text: { ...ofTable, label: () => words.longRoles.text },
      unit: { ...ofTable, label: () => words.longRoles.unit }
    }
  },
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

/** The score that compares with reference values. */
const COMPARES = 'z-score';
const overTime = ['person', 'episode', 'time', 'time_unit'];
const ofLabel = ['label_before', 'label_length'];

/**
 * The fields of a form: those of a look-back and an onset only where the score has them and they are asked for, those of
 * reference values only of the score that compares with some.
 * @param named the score, of a text that has no spec
 */
export function fieldsShown(
  spec: Pick<ScoreSpec, 'score' | 'lookBack' | 'onset'> | undefined,
  named?: string
): FieldTable {
  const { columns: _columns, units, reference, variable, ...plain } = scoreFields;
  if (!spec) return { ...plain, ...(named === undefined || named === COMPARES ? { reference, variable } : {}) };
  const { score, lookBack, onset } = spec;
  const compares = score.name === COMPARES;
  const hasOnset = ONSETS.includes(score.name);
  const hidden = new Set([
    ...(hasLookBack(score.name) ? [] : ['look_back']),
    ...(hasOnset ? [] : ['onset']),
    ...(lookBack || onset ? [] : overTime),
    ...(onset ? [] : ofLabel),
    ...(lookBack && hasOnset ? [] : ['long'])
  ]);
  const { score: which, from, prefix, ...rest } = plain;
  const all: FieldTable = {
    score: which,
    from,
    ...(compares ? { reference: unfolded(reference), variable: unfolded(variable) } : {}),
    ...rest,
    units: { ...units, of: score.inputs.map(({ name }) => name) },
    prefix
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => !hidden.has(key)));
}

/** Of a text that names no more than its score, and may lack its table: the form has the same fields before and after. */
export function begun(text: string): Pick<ScoreSpec, 'score' | 'lookBack' | 'onset'> | undefined {
  try {
    const { spec, writtenAt } = readTask(text, scoreFields);
    const says = (key: string) => (writtenAt([key]) ?? null) !== null;
    const { score: _score, from: _from, ...more } = scoreFields;
    const score = SCORES.find(({ name }) => name === spec.score);
    return score && !Object.keys(more).some(says) ? { score, lookBack: false, onset: false } : undefined;
  } catch {
    return undefined;
  }
}

function unfolded(field: Field): Field {
  const { more: _, ...rest } = field;
  return rest as Field;
}

/** A score by its name. */
export function scoreOf(name: string): ScoreDefinition {
  const found = SCORES.find((score) => score.name === name);
  if (!found) throw new RangeError(`unknown score ${name}`);
  return found;
}

/** The score that a text names; undefined where there is none of that name, or the text is no YAML. */
export function namedScore(text: string): string | undefined {
  try {
    return readTask(text, scoreFields).spec.score;
  } catch {
    return undefined;
  }
}
