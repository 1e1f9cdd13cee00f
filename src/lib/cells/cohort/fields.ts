import { cohortWords as words } from '$lib/messages/cohort';
import { defineFields } from '../task';

export const ageUnits = ['years', 'months', 'weeks', 'days'] as const;
export type AgeUnit = (typeof ageUnits)[number];

export const timeUnits = ['days', 'hours'] as const;
export type TimeUnit = (typeof timeUnits)[number];

export const picks = ['any', 'every', 'first', 'last', 'lowest', 'highest', 'mean'] as const;
export type Pick = (typeof picks)[number];

export const exits = ['observation', 'entry', 'end', 'exposure'] as const;
export type Exit = (typeof exits)[number];

/** Most steps of a cohort: a diagram of more is no diagram. */
const mostSteps = 40;
/** Most parts of a group, and most entry events. */
const mostParts = 40;
/** Most values of one list. */
const mostValues = 10_000;

const values = { type: 'list', item: { type: 'any', label: () => words.in }, max: mostValues } as const;
const ofEntry = { type: 'column', of: 'from' } as const;
const ofTable = { type: 'column', of: 'table', or: 'from' } as const;
const table = { type: 'ref', to: 'table', label: () => words.table } as const;
const length = { type: 'number', min: 0, max: 100_000 } as const;
const timeUnit = {
  type: 'choice',
  of: timeUnits,
  default: 'days',
  label: () => words.timeUnit,
  words: words.timeUnits
} as const;

const window = {
  type: 'record',
  label: () => words.window,
  fields: {
    from: { type: 'number', min: -100_000, max: 100_000, label: () => words.windowFrom, help: () => words.windowHelp },
    to: { type: 'number', min: -100_000, max: 100_000, label: () => words.windowTo },
    unit: timeUnit
  }
} as const;

const date = (label: 'dateFrom' | 'dateTo') =>
  ({ type: 'text', placeholder: '2024-01-31', label: () => words[label], more: true }) as const;

/** What a further column of a row must say; a row counts where all of it holds. */
const whereOf = <const Column extends typeof ofTable | typeof ofEntry>(column: Column) =>
  ({
    type: 'list',
    label: () => words.where,
    help: () => words.whereHelp,
    more: true,
    max: 20,
    item: {
      type: 'record',
      label: () => words.where,
      fields: {
        column: { ...column, required: true, label: () => words.column },
        in: { ...values, label: () => words.in },
        not_in: { ...values, label: () => words.notIn, more: true },
        min: { type: 'number', label: () => words.min },
        max: { type: 'number', label: () => words.max },
        above: { type: 'number', label: () => words.above, more: true },
        below: { type: 'number', label: () => words.below, more: true },
        from: date('dateFrom'),
        to: date('dateTo')
      }
    }
  }) as const;

const earliest = { type: 'boolean', default: false, label: () => words.earliest, more: true } as const;

const endDate = <const Column extends typeof ofTable | typeof ofEntry>(column: Column) =>
  ({ ...column, label: () => words.endDate, help: () => words.recognised, more: true }) as const;

/** The rows of a table that an event or a value is about. */
const rows = {
  column: { ...ofTable, label: () => words.column, help: () => words.columnHelp, more: true },
  in: { ...values, label: () => words.in },
  where: whereOf(ofTable),
  earliest: { ...earliest, help: () => words.earliestHelp },
  date: { ...ofTable, label: () => words.date, help: () => words.recognised, more: true },
  person_id: { ...ofTable, label: () => words.personColumn, help: () => words.recognised, more: true }
} as const;

/** The conditions that a step or a part of a group can have. */
const singleFields = defineFields({
  age: {
    type: 'record',
    label: () => words.kinds.age,
    fields: {
      min: { ...length, label: () => words.min },
      max: { ...length, label: () => words.max, help: () => words.ageHelp },
      unit: { type: 'choice', of: ageUnits, default: 'years', label: () => words.ageUnit, words: words.ageUnits },
      by: {
        type: 'choice',
        of: ['birthday', 'year'],
        default: 'birthday',
        label: () => words.ageBy,
        help: () => words.ageByHelp,
        words: words.ageByWords,
        more: true
      },
      column: { ...ofEntry, label: () => words.ageColumn, help: () => words.ageColumnHelp, more: true }
    }
  },
  category: {
    type: 'record',
    label: () => words.kinds.category,
    fields: {
      column: { ...ofEntry, or: 'person', label: () => words.column },
      in: { ...values, label: () => words.in },
      not_in: { ...values, label: () => words.notIn }
    }
  },
  event: {
    type: 'record',
    label: () => words.kinds.event,
    fields: {
      table: { ...table, help: () => words.eventTableHelp },
      ...rows,
      at_least: { type: 'number', whole: true, min: 0, max: 100_000, label: () => words.atLeast },
      at_most: {
        type: 'number',
        whole: true,
        min: 0,
        max: 100_000,
        label: () => words.atMost,
        help: () => words.atMostHelp
      },
      window,
      itself: { type: 'boolean', default: false, label: () => words.itself, help: () => words.itselfHelp, more: true },
      observed: {
        type: 'boolean',
        default: false,
        label: () => words.observed,
        help: () => words.observedHelp,
        more: true
      }
    }
  },
  value: {
    type: 'record',
    label: () => words.kinds.value,
    fields: {
      table: { ...table, help: () => words.valueTableHelp },
      ...rows,
      value: { ...ofTable, label: () => words.value },
      min: { type: 'number', label: () => words.min },
      max: { type: 'number', label: () => words.max },
      unit: { type: 'text', label: () => words.unit, help: () => words.unitHelp },
      pick: { type: 'choice', of: picks, default: 'any', label: () => words.pick, words: words.picks },
      window
    }
  },
  history: {
    type: 'record',
    label: () => words.kinds.history,
    fields: {
      min: { ...length, label: () => words.min },
      unit: timeUnit,
      column: { ...ofEntry, or: 'person', label: () => words.until, help: () => words.historyHelp }
    }
  },
  follow_up: {
    type: 'record',
    label: () => words.kinds.follow_up,
    fields: {
      min: { ...length, label: () => words.min },
      unit: timeUnit,
      column: { ...ofEntry, or: 'person', label: () => words.until, help: () => words.followHelp }
    }
  },
  sql: { type: 'text', lines: 2, label: () => words.sql, help: () => words.sqlHelp }
});

const { sql, ...unwritten } = singleFields;

/** What a part of a group can be. */
export const partFields = singleFields;

/** The conditions that a step can have, one of them each. */
export const conditionFields = defineFields({
  ...unwritten,
  group: {
    type: 'record',
    label: () => words.kinds.group,
    fields: {
      at_least: {
        type: 'number',
        whole: true,
        min: 0,
        max: mostParts,
        label: () => words.partsAtLeast,
        help: () => words.partsHelp
      },
      at_most: { type: 'number', whole: true, min: 0, max: mostParts, label: () => words.partsAtMost },
      of: {
        type: 'list',
        label: () => words.parts,
        max: mostParts,
        item: { type: 'record', label: () => words.parts, fields: partFields }
      }
    }
  },
  occurrence: {
    type: 'choice',
    of: ['first', 'last'],
    label: () => words.occurrence,
    words: { first: words.occurrenceWords.first, last: words.occurrenceWords.last }
  },
  sql
});

/** What every step can say beside its condition. */
export const stepFields = defineFields({
  name: { type: 'text', label: () => words.name },
  out: { type: 'text', label: () => words.out, help: () => words.outHelp },
  note: { type: 'text', label: () => words.note, help: () => words.noteHelp },
  unknown: {
    type: 'choice',
    of: ['out', 'keep'],
    default: 'out',
    label: () => words.unknown,
    help: () => words.unknownHelp,
    words: words.unknownWords
  }
});

/** Everything a cohort may say, in the order of its form: the one source of form, check and completion. */
export const cohortFields = defineFields({
  from: { type: 'ref', to: 'table', required: true, label: () => words.from, help: () => words.fromHelp },
  person: { type: 'ref', to: 'table', label: () => words.person, help: () => words.personHelp },
  period: { type: 'ref', to: 'table', label: () => words.period, help: () => words.periodHelp, more: true },
  death: { type: 'ref', to: 'table', label: () => words.death, help: () => words.deathHelp, more: true },
  entry: {
    type: 'record',
    label: () => words.entry,
    fields: {
      called: { type: 'text', label: () => words.called, help: () => words.calledHelp },
      column: { ...ofEntry, label: () => words.column, help: () => words.columnHelp, more: true },
      in: { ...values, label: () => words.in },
      where: whereOf(ofEntry),
      earliest: { ...earliest, help: () => words.earliestHelp },
      or: {
        type: 'list',
        label: () => words.or,
        help: () => words.orHelp,
        more: true,
        max: mostParts,
        item: {
          type: 'record',
          label: () => words.or,
          fields: { table: { ...table, help: () => words.orTableHelp }, ...rows, end_date: endDate(ofTable) }
        }
      },
      washout: {
        type: 'number',
        min: 0,
        max: 100_000,
        unit: 'd',
        label: () => words.washout,
        help: () => words.washoutHelp,
        more: true
      },
      occurrence: {
        type: 'choice',
        of: ['any', 'first', 'last'],
        default: 'any',
        label: () => words.occurrence,
        words: words.occurrenceWords
      },
      date: { ...ofEntry, label: () => words.date, help: () => words.recognised, more: true },
      person_id: { ...ofEntry, label: () => words.personColumn, help: () => words.recognised, more: true }
    }
  },
  steps: {
    type: 'list',
    label: () => words.steps,
    max: mostSteps,
    item: { type: 'record', label: () => words.steps, fields: { ...stepFields, ...conditionFields } }
  },
  exit: {
    type: 'record',
    label: () => words.exit,
    fields: {
      at: { type: 'choice', of: exits, label: () => words.exitAt, help: () => words.exitHelp, words: words.exits },
      days: { type: 'number', whole: true, min: -100_000, max: 100_000, label: () => words.exitDays },
      end_date: endDate(ofEntry),
      without_end: {
        type: 'number',
        whole: true,
        min: 0,
        max: 100_000,
        unit: 'd',
        label: () => words.withoutEnd,
        help: () => words.withoutEndHelp,
        more: true
      },
      exposure: {
        type: 'record',
        label: () => words.exposure,
        fields: {
          table: { ...table, help: () => words.exposureHelp },
          ...rows,
          end_date: endDate(ofTable),
          gap: { type: 'number', whole: true, min: 0, max: 100_000, unit: 'd', label: () => words.gap }
        }
      },
      censor: {
        type: 'list',
        label: () => words.censor,
        help: () => words.censorHelp,
        max: mostParts,
        more: true,
        item: { type: 'record', label: () => words.censor, fields: { table, ...rows } }
      },
      merge: {
        type: 'number',
        whole: true,
        min: 0,
        max: 100_000,
        unit: 'd',
        label: () => words.merge,
        help: () => words.mergeHelp
      }
    },
    more: true
  },
  keep: {
    type: 'list',
    label: () => words.keep,
    help: () => words.keepHelp,
    item: { type: 'text', label: () => words.keep },
    max: 1000,
    more: true
  },
  not_imported: {
    type: 'list',
    label: () => words.notImported,
    help: () => words.notImportedHelp,
    item: { type: 'text', label: () => words.notImported },
    more: true
  },
  title: { type: 'text', label: () => words.resultTitle, help: () => words.resultTitleHelp, more: true },
  caption: { type: 'text', label: () => words.caption, more: true }
});
