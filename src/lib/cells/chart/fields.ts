import { chart as words } from '$lib/messages/chart';
import { defineFields } from '../task';

export const marks = ['dot', 'line', 'area', 'bar', 'histogram', 'box', 'rule', 'tick', 'cell', 'density'] as const;
export type Mark = (typeof marks)[number];

export const aggregates = ['none', 'count', 'mean', 'median', 'sum', 'min', 'max'] as const;
export type Aggregate = (typeof aggregates)[number];

const column = { type: 'column', of: 'from' } as const;
const place = {
  type: { type: 'choice', of: ['linear', 'log', 'sqrt', 'time', 'ordinal'], label: () => words.type }
} as const;
const scale = {
  ...place,
  domain: { type: 'list', item: { type: 'any', label: () => words.domain }, label: () => words.domain },
  label: { type: 'text', nothing: true, label: () => words.label },
  reverse: { type: 'boolean', default: false, label: () => words.reverse },
  zero: { type: 'boolean', default: false, label: () => words.zero }
} as const;

/** Everything a chart may say, in the order of its form. */
export const chartFields = defineFields({
  from: { type: 'ref', to: 'table', required: true, label: () => words.from },
  mark: { type: 'choice', of: marks, required: true, label: () => words.mark, words: words.marks },
  x: { ...column, label: () => words.x },
  y: { ...column, label: () => words.y },
  color: { ...column, label: () => words.color, help: () => words.colorHelp },
  size: { ...column, label: () => words.size, more: true },
  group: { ...column, label: () => words.group, help: () => words.groupHelp, more: true },
  aggregate: { type: 'choice', of: aggregates, label: () => words.aggregate, help: () => words.aggregateHelp },
  bin: { type: 'text', label: () => words.bin, help: () => words.binHelp },
  title: { type: 'text', label: () => words.title, help: () => words.titleHelp },
  caption: { type: 'text', label: () => words.caption, more: true },
  facet: {
    type: 'record',
    label: () => words.facet,
    more: true,
    fields: { x: { ...column, label: () => words.facetX }, y: { ...column, label: () => words.facetY } }
  },
  stack: { type: 'choice', of: ['zero', 'share', 'none'], default: 'zero', label: () => words.stack, more: true },
  sort: { type: 'choice', of: ['x', '-x', 'y', '-y'], label: () => words.sort, help: () => words.sortHelp, more: true },
  scales: {
    type: 'record',
    label: () => words.scales,
    more: true,
    fields: {
      x: { type: 'record', label: () => words.scaleOf.x, fields: scale },
      y: { type: 'record', label: () => words.scaleOf.y, fields: scale },
      color: { type: 'record', label: () => words.scaleOf.color, fields: scale },
      size: { type: 'record', label: () => words.scaleOf.size, fields: scale }
    }
  },
  reference: {
    type: 'list',
    label: () => words.reference,
    max: 20,
    more: true,
    item: {
      type: 'record',
      label: () => words.reference,
      fields: {
        x: { type: 'any', label: () => words.x },
        y: { type: 'any', label: () => words.y },
        label: { type: 'text', label: () => words.referenceLabel }
      }
    }
  },
  tips: { type: 'boolean', default: true, label: () => words.tips, help: () => words.tipsHelp, more: true },
  height: { type: 'number', min: 80, max: 1200, whole: true, unit: 'px', label: () => words.height, more: true }
});
