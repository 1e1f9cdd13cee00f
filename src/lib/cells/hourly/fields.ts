import { AGGREGATES, HOURLY_VARIABLES, SOURCE_ROLES } from '$workers/clinical/contract';
import { hourlyWords as words } from '$lib/messages/hourly';
import { defineFields } from '../task';

const ofSource = { type: 'column', of: 'from', label: () => words.column } as const;
const variables = HOURLY_VARIABLES.map(({ name }) => name);
const ofStays = { type: 'column', of: 'stays', or: 'from' } as const;

/** What an hourly cell may say: the one source of its form, its check and its completion. */
export const hourlyFields = defineFields({
  from: { type: 'ref', to: 'table', required: true, label: () => words.from, help: () => words.fromHelp },
  stays: { type: 'ref', to: 'table', label: () => words.stays, help: () => words.staysHelp },
  variables: {
    type: 'list',
    item: { type: 'text', label: () => words.variable },
    all: true,
    label: () => words.variables,
    help: () => words.variablesHelp
  },
  aggregate: {
    type: 'map',
    value: { type: 'choice', of: AGGREGATES, label: () => words.aggregate, words: words.aggregates },
    of: variables,
    label: () => words.aggregate,
    help: () => words.aggregateHelp
  },
  carry_forward: {
    type: 'boolean',
    default: true,
    label: () => words.carryForward,
    help: () => words.carryForwardHelp
  },
  carry: {
    type: 'map',
    value: { type: 'number', min: 0, max: 100_000, unit: 'h', label: () => words.hours },
    of: variables,
    label: () => words.carry,
    help: () => words.carryHelp
  },
  ages: { type: 'boolean', default: false, label: () => words.ages, help: () => words.agesHelp },
  map: { type: 'ref', to: 'table', label: () => words.map, help: () => words.mapHelp, more: true },
  unitless: {
    type: 'choice',
    of: ['skip', 'take'],
    default: 'skip',
    label: () => words.unitless,
    help: () => words.unitlessHelp,
    words: words.unitlessWords,
    more: true
  },
  columns: {
    type: 'map',
    value: ofSource,
    of: [...SOURCE_ROLES, ...variables],
    label: () => words.columns,
    help: () => words.columnsHelp,
    more: true
  },
  stay_columns: {
    type: 'record',
    label: () => words.stayColumns,
    more: true,
    fields: {
      person: { ...ofStays, label: () => words.stayRoles.person },
      id: { ...ofStays, label: () => words.stayRoles.id },
      start: { ...ofStays, label: () => words.stayRoles.start },
      end: { ...ofStays, label: () => words.stayRoles.end }
    }
  }
});
