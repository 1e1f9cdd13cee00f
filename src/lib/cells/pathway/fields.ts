import { pathwayWords as words } from '$lib/messages/pathway';
import { defineFields } from '../task';

/** What stands on the arrows of a map. */
export const measures = ['frequency', 'median time', 'mean time'] as const;
export type Measure = (typeof measures)[number];

const column = { type: 'column', of: 'from' } as const;
const share = { type: 'number', min: 0.001, max: 1, step: 0.05 } as const;

/** What a pathway cell may say: the one source of its form, its check and its completion. */
export const pathwayFields = defineFields({
  from: { type: 'ref', to: 'table', required: true, label: () => words.from, help: () => words.fromHelp },
  columns: {
    type: 'record',
    label: () => words.columns,
    help: () => words.columnsHelp,
    more: true,
    fields: {
      case: { ...column, label: () => words.caseColumn },
      activity: { ...column, accepts: ['text'], label: () => words.activityColumn },
      time: { ...column, accepts: ['timestamp', 'date'], label: () => words.timeColumn },
      hospital: { ...column, label: () => words.hospitalColumn },
      order: { ...column, accepts: ['int64', 'int32'], label: () => words.orderColumn, help: () => words.orderHelp }
    }
  },
  hospital: {
    type: 'list',
    item: { type: 'text', label: () => words.hospital },
    all: true,
    label: () => words.hospital,
    help: () => words.hospitalHelp
  },
  period: {
    type: 'record',
    label: () => words.period,
    fields: {
      from: { type: 'text', placeholder: '2024-01-01', label: () => words.periodFrom },
      until: { type: 'text', placeholder: '2025-01-01', label: () => words.periodUntil, help: () => words.untilHelp },
      rule: {
        type: 'choice',
        of: ['starts', 'contained'],
        default: 'starts',
        label: () => words.rule,
        words: words.rules
      }
    }
  },
  activities: {
    type: 'list',
    item: { type: 'text', label: () => words.activities },
    all: true,
    label: () => words.activities,
    help: () => words.activitiesHelp,
    more: true
  },
  variants: { ...share, label: () => words.variantShare, help: () => words.variantShareHelp, more: true },
  edges: {
    type: 'record',
    label: () => words.edges,
    help: () => words.edgesHelp,
    more: true,
    fields: {
      least: { type: 'number', whole: true, min: 1, label: () => words.leastCount },
      share: { ...share, label: () => words.edgeShare }
    }
  },
  show: { type: 'choice', of: measures, default: 'frequency', label: () => words.show, words: words.measures },
  reference: { type: 'text', lines: 3, label: () => words.reference, help: () => words.referenceHelp },
  title: { type: 'text', label: () => words.title, more: true }
});
