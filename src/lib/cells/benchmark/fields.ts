import { benchmarkWords as words } from '$lib/messages/benchmark';
import { defineFields, readTask, type FieldTable } from '../task';

export const parts = ['funnel', 'oe', 'vlad', 'cusum', 'rates', 'stay'] as const;
export type Part = (typeof parts)[number];

/** Outcomes of hospitals beside each other, or how much early warnings of sepsis are worth. */
export const methods = ['hospitals', 'sepsis-utility'] as const;

const ofTable = { type: 'column', of: 'from' } as const;
const oddsRatio = { type: 'number', min: 0.01, max: 100 } as const;

/** What a benchmark may say, in the order of its form: the one source of form, check and completion. */
export const benchmarkFields = defineFields({
  from: { type: 'ref', to: 'table', required: true, label: () => words.from, help: () => words.fromHelp },
  method: {
    type: 'choice',
    of: methods,
    default: 'hospitals',
    label: () => words.method,
    help: () => words.methodHelp,
    words: words.methods
  },
  hospital: { ...ofTable, label: () => words.hospital },
  person: { ...ofTable, label: () => words.person },
  label: { ...ofTable, label: () => words.label, help: () => words.labelHelp },
  call: { ...ofTable, label: () => words.call, help: () => words.callHelp },
  score: { ...ofTable, label: () => words.score, help: () => words.scoreHelp },
  threshold: { type: 'number', label: () => words.threshold, help: () => words.thresholdHelp },
  shift: {
    type: 'number',
    min: 0,
    max: 48,
    default: 6,
    unit: 'h',
    label: () => words.shift,
    help: () => words.shiftHelp
  },
  outcome: { ...ofTable, label: () => words.outcome, help: () => words.outcomeHelp },
  death_day: { ...ofTable, label: () => words.deathDay, help: () => words.deathDayHelp },
  follow_up: { ...ofTable, label: () => words.followUp, help: () => words.followUpHelp },
  days: {
    type: 'number',
    whole: true,
    min: 0,
    max: 36_500,
    default: 30,
    unit: 'd',
    label: () => words.days,
    help: () => words.daysHelp,
    more: true
  },
  episode: { ...ofTable, label: () => words.episode, help: () => words.episodeHelp, more: true },
  risk: { ...ofTable, label: () => words.risk, help: () => words.riskHelp },
  risk_model: { type: 'ref', to: 'table', label: () => words.riskModel, help: () => words.riskModelHelp },
  recalibrate: {
    type: 'boolean',
    default: false,
    label: () => words.recalibrate,
    help: () => words.recalibrateHelp,
    more: true
  },
  time: { ...ofTable, accepts: ['date', 'timestamp'], label: () => words.time, help: () => words.timeHelp },
  complications: {
    type: 'list',
    item: { ...ofTable, label: () => words.complications },
    max: 40,
    label: () => words.complications,
    help: () => words.complicationsHelp
  },
  stay: { ...ofTable, label: () => words.lengthOfStay, help: () => words.lengthOfStayHelp },
  show: {
    type: 'choices',
    of: parts,
    all: true,
    label: () => words.show,
    help: () => words.showHelp,
    words: words.parts
  },
  level: {
    type: 'number',
    min: 0.5,
    max: 0.9999,
    default: 0.95,
    label: () => words.level,
    help: () => words.levelHelp,
    more: true
  },
  target: { type: 'number', min: 0, max: 1, label: () => words.target, help: () => words.targetHelp, more: true },
  cusum: {
    type: 'record',
    label: () => words.cusum,
    more: true,
    fields: {
      worse: { ...oddsRatio, default: 2, label: () => words.worse, help: () => words.worseHelp },
      better: { ...oddsRatio, default: 0.5, label: () => words.better, help: () => words.betterHelp },
      false_alarm: {
        type: 'number',
        min: 0.0001,
        max: 0.9,
        default: 0.05,
        label: () => words.falseAlarm,
        help: () => words.falseAlarmHelp
      },
      cases: { type: 'number', whole: true, min: 1, label: () => words.casesAhead, help: () => words.casesAheadHelp },
      runs: {
        type: 'number',
        whole: true,
        min: 100,
        max: 100_000,
        default: 2000,
        label: () => words.runs,
        help: () => words.runsHelp
      },
      seed: {
        type: 'number',
        whole: true,
        min: 0,
        max: Number.MAX_SAFE_INTEGER,
        default: 1,
        label: () => words.seed
      }
    }
  },
  title: { type: 'text', label: () => words.resultTitle, more: true },
  caption: { type: 'text', label: () => words.caption, more: true }
});

const ofWarnings = ['person', 'label', 'call', 'score', 'threshold', 'shift'] as const;

const { from, person, label, call, score, threshold, shift, title, caption } = benchmarkFields;

/** A table each: what only the other one has goes with the choice of the method. */
const tablesOf: Readonly<Record<(typeof methods)[number], FieldTable>> = {
  hospitals: Object.fromEntries(
    Object.entries(benchmarkFields).filter(([key]) => !ofWarnings.some((one) => one === key))
  ),
  'sepsis-utility': {
    from: { ...from, help: () => words.hoursHelp },
    method: benchmarkFields.method,
    person,
    episode: { ...ofTable, label: () => words.stay, help: () => words.stayHelp },
    time: { ...ofTable, label: () => words.time, help: () => words.hourHelp },
    label,
    call,
    score,
    threshold,
    shift,
    hospital: { ...ofTable, label: () => words.hospital, help: () => words.groupHelp },
    title,
    caption
  }
};

/** What a text compares, also where it is not finished; undefined where it is no task at all. */
export function methodOf(text: string): (typeof methods)[number] | undefined {
  try {
    const written = readTask(text, benchmarkFields).writtenAt(['method']);
    return methods.find((one) => one === written) ?? 'hospitals';
  } catch {
    return undefined;
  }
}

/** The fields of a form, by what is compared. */
export function benchmarkFieldsFor(text: string): FieldTable {
  return tablesOf[methodOf(text) ?? 'hospitals'];
}
