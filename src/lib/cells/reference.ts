import { chartFields } from './chart/fields';
import { cohortFields } from './cohort/fields';
import { simulateFields } from './simulate/fields';
import { said, type FieldTable } from './task';

/** One setting of a kind of cell, for those who look it up. */
export interface FieldEntry {
  /** Name of the kind. */
  kind: string;
  /** As it is written in the cell's text. */
  key: string;
  label: string;
  help: string | undefined;
}

const tables: Readonly<Record<string, FieldTable>> = {
  chart: chartFields,
  cohort: cohortFields,
  simulate: simulateFields['picu-sepsis']
};

/** Every setting that the kinds with a form know, in their order and in the language of the page. */
export function fieldEntries(): FieldEntry[] {
  return Object.entries(tables).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([key, field]) => ({
      kind,
      key,
      label: said(field.label),
      help: field.help === undefined ? undefined : said(field.help)
    }))
  );
}
