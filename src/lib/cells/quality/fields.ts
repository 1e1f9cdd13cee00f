import { qualityWords as words } from '$lib/messages/quality';
import { defineFields, readTask } from '../task';

/** Numbers of the checks, as they may be chosen. The engine knows what each is. */
export const checkNumbers = Array.from({ length: 26 }, (_, at) => String(at + 1));

const rest = defineFields({
  checks: {
    type: 'choices',
    of: checkNumbers,
    all: true,
    label: () => words.checks,
    help: () => words.checksHelp,
    words: words.names
  },
  thresholds: {
    type: 'map',
    value: { type: 'number', min: 0, max: 100, unit: '%', label: () => words.threshold },
    of: checkNumbers,
    words: words.names,
    label: () => words.thresholds,
    help: () => words.thresholdsHelp
  },
  variable_map: {
    type: 'ref',
    to: 'table',
    label: () => words.variableMap,
    help: () => words.variableMapHelp
  },
  hours: { type: 'ref', to: 'table', label: () => words.hours, help: () => words.hoursHelp },
  label: { type: 'column', of: 'hours', label: () => words.label, help: () => words.labelHelp },
  extract_date: {
    type: 'text',
    placeholder: '2025-12-31',
    label: () => words.extractDate,
    help: () => words.extractDateHelp
  },
  age_from: {
    type: 'number',
    whole: true,
    min: 0,
    max: 120,
    default: 0,
    unit: 'y',
    label: () => words.ageFrom,
    help: () => words.ageHelp,
    more: true
  },
  age_to: {
    type: 'number',
    whole: true,
    min: 0,
    max: 120,
    default: 18,
    unit: 'y',
    label: () => words.ageTo,
    more: true
  },
  intensive_care: {
    type: 'list',
    item: { type: 'number', whole: true, min: 1, label: () => words.concept },
    label: () => words.intensiveCare,
    help: () => words.intensiveCareHelp,
    more: true
  }
});

const tables = { label: () => words.tables, help: () => words.tablesHelp };

/** What a quality cell may say, by how it says its tables: the one source of its form, its check and its completion. */
export const qualityFields = {
  prefix: { ...defineFields({ tables: { type: 'text', placeholder: 'picu_', ...tables } }), ...rest },
  list: {
    ...defineFields({
      tables: { type: 'list', item: { type: 'ref', to: 'table', label: () => words.table }, ...tables }
    }),
    ...rest
  }
} as const;

const anything = Object.fromEntries(
  Object.keys(qualityFields.prefix).map((key) => [key, { type: 'any', label: '' } as const])
);

/** The fields of a text: its tables are a list, or all whose names begin alike. */
export function qualityFieldsFor(text: string): (typeof qualityFields)[keyof typeof qualityFields] {
  return qualityFields[namesTables(text) ? 'list' : 'prefix'];
}

/** Whether a text names its tables one by one; one that is no YAML names none. */
export function namesTables(text: string): boolean {
  try {
    return Array.isArray(readTask(text, anything).spec['tables']);
  } catch {
    return false;
  }
}
