import { ADHERENCE_TOLERANCE, PK_MODELS } from '$workers/clinical/contract';
import { pkWords as words } from '$lib/messages/pk';
import { defineFields, readTask, type Field, type FieldTable, type Plain } from '../task';

export const SHOWS = ['curve', 'bleeding', 'inhibitor', 'adherence'] as const;
export const OWN = 'own';
const models = PK_MODELS.map(({ name }) => name);
const hours = { type: 'number', unit: 'h' } as const;

/** What a pk cell may say: the one source of its form, its check and its completion. */
export const pkFields = defineFields({
  show: {
    type: 'choice',
    of: SHOWS,
    default: 'curve',
    label: () => words.show,
    get words() {
      return words.shows;
    }
  },
  model: {
    type: 'choice',
    of: [...models, OWN],
    label: () => words.model,
    help: () => words.modelHelp,
    get words() {
      return { ...Object.fromEntries(PK_MODELS.map(({ name, title }) => [name, title])), [OWN]: words.ownModel };
    }
  },
  own: { type: 'text', lines: 8, label: () => words.own, help: () => words.ownHelp, more: true },
  patients: { type: 'ref', to: 'table', label: () => words.patients, help: () => words.patientsHelp },
  who: { type: 'text', label: () => words.who, help: () => words.whoHelp },
  person: {
    type: 'record',
    label: () => words.person,
    fields: {
      weight_kg: { type: 'number', min: 0.4, max: 400, unit: 'kg', label: () => words.weight },
      age_y: { type: 'number', min: 0, max: 120, unit: 'y', label: () => words.age },
      plasma_derived: { type: 'boolean', label: () => words.plasmaDerived }
    }
  },
  endogenous: { type: 'number', min: 0, max: 200, unit: 'IU/dL', label: () => words.endogenous },
  doses: { type: 'ref', to: 'table', label: () => words.doses, help: () => words.dosesHelp },
  given: {
    type: 'list',
    label: () => words.given,
    help: () => words.givenHelp,
    item: {
      type: 'record',
      label: () => words.dose,
      fields: {
        hour: { ...hours, required: true, label: () => words.hour },
        iu: { type: 'number', min: 0, unit: 'IU', required: true, label: () => words.amount },
        minutes: { type: 'number', min: 0, unit: 'min', label: () => words.minutes }
      }
    }
  },
  levels: { type: 'ref', to: 'table', label: () => words.levels, help: () => words.levelsHelp },
  measured: {
    type: 'list',
    label: () => words.measured,
    item: {
      type: 'record',
      label: () => words.level,
      fields: {
        hour: { ...hours, required: true, label: () => words.hour },
        level: { type: 'number', min: 0, unit: 'IU/dL', label: () => words.level },
        below: { type: 'boolean', label: () => words.below }
      }
    }
  },
  what_if: {
    type: 'record',
    label: () => words.whatIf,
    fields: {
      iu: { type: 'number', min: 0, unit: 'IU', label: () => words.amount },
      every_h: { ...hours, min: 0, label: () => words.every },
      times: { type: 'number', whole: true, min: 1, max: 10_000, label: () => words.times },
      minutes: { type: 'number', min: 0, unit: 'min', label: () => words.minutes },
      start_h: { ...hours, label: () => words.start },
      missed: {
        type: 'list',
        item: { type: 'number', whole: true, min: 1, label: () => words.missed },
        label: () => words.missed,
        help: () => words.missedHelp
      },
      clearance: { type: 'number', min: 0, step: 0.5, label: () => words.clearance, help: () => words.clearanceHelp }
    }
  },
  target: {
    type: 'record',
    label: () => words.target,
    fields: {
      level: { type: 'number', min: 0, unit: 'IU/dL', label: () => words.trough },
      every_h: { ...hours, min: 0, label: () => words.every }
    }
  },
  thresholds: {
    type: 'list',
    max: 6,
    item: { type: 'number', min: 0, unit: 'IU/dL', label: () => words.threshold },
    label: () => words.thresholds,
    help: () => words.thresholdsHelp
  },
  scale: {
    type: 'choice',
    of: ['linear', 'log'],
    default: 'linear',
    label: () => words.scale,
    get words() {
      return words.scales;
    },
    more: true
  },
  from_h: { ...hours, label: () => words.from, help: () => words.windowHelp, more: true },
  to_h: { ...hours, label: () => words.to, more: true },
  residual: {
    type: 'record',
    label: () => words.residual,
    more: true,
    fields: {
      additive: { type: 'number', min: 0, unit: 'IU/dL', label: () => words.additive },
      proportional: { type: 'number', min: 0, step: 0.05, label: () => words.proportional }
    }
  },
  quantification_limit: { type: 'number', min: 0, unit: 'IU/dL', label: () => words.quantificationLimit, more: true },
  seed: {
    type: 'number',
    whole: true,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
    default: 1,
    label: () => words.seed,
    more: true
  },
  bleeds: { type: 'ref', to: 'table', label: () => words.bleeds, help: () => words.bleedsHelp },
  by: { type: 'column', of: 'patients', label: () => words.by, help: () => words.byHelp },
  tolerance_h: {
    ...hours,
    min: 0,
    default: ADHERENCE_TOLERANCE,
    label: () => words.tolerance,
    help: () => words.toleranceHelp,
    more: true
  }
});

/** The fields that one way of showing reads: the form has no others. */
export const fieldsOfShow: Readonly<Record<(typeof SHOWS)[number], readonly (keyof typeof pkFields)[]>> = {
  curve: [
    ...(['show', 'model', 'own', 'patients', 'who', 'person', 'endogenous', 'doses', 'given', 'levels'] as const),
    ...(['measured', 'what_if', 'target', 'thresholds', 'scale', 'from_h', 'to_h', 'residual'] as const),
    ...(['quantification_limit', 'seed'] as const)
  ],
  bleeding: ['show', 'patients', 'bleeds', 'by'],
  inhibitor: ['show', 'patients', 'bleeds'],
  adherence: ['show', 'doses', 'tolerance_h']
};

type Show = (typeof SHOWS)[number];

const anything = Object.fromEntries(Object.keys(pkFields).map((key) => [key, { type: 'any', label: '' } as const]));

/** A table each: the form keeps its place as long as the table is the same one. */
const tablesOf = Object.fromEntries(
  SHOWS.map((show) => {
    const entries = fieldsOfShow[show].map((key): [string, Field] => [key, pkFields[key]]);
    const { more: _, ...own } = pkFields.own;
    return [show, { own: Object.fromEntries([...entries, ['own', own]]), built: without(entries, 'own') }];
  })
) as Record<Show, { own: FieldTable; built: FieldTable }>;

function without(entries: readonly [string, Field][], key: string): FieldTable {
  return Object.fromEntries(entries.filter(([name]) => name !== key));
}

/** The fields of what a text shows, as far as it says so; a model of one's own is asked for where it is chosen. */
export function pkFieldsFor(text: string): FieldTable {
  const { show: written, model } = saidIn(text);
  const show = SHOWS.find((one) => one === written) ?? 'curve';
  return tablesOf[show][show === 'curve' && model === OWN ? 'own' : 'built'];
}

/** Of a text that is no YAML yet nothing is known. */
function saidIn(text: string): Partial<Record<'show' | 'model', Plain | undefined>> {
  try {
    return readTask(text, anything).spec;
  } catch {
    return {};
  }
}
