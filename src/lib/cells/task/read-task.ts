import { isMap, isScalar, type Node } from 'yaml';
import type { AppError, Place } from '$workers/shared/errors';
import { checkFields, plainOf, type Checking } from './check-field';
import type { FieldTable, Plain, SpecOf } from './fields';
import { offsetInScalar } from './formula-text';
import { asKeyed, readYaml, type YamlSource } from './yaml-source';

/** One thing wrong with one field. `path` says which: `['scales', 'x', 'type']`. */
export interface TaskIssue {
  path: readonly string[];
  error: AppError;
}

export interface TaskReading<Spec> {
  /** Complete only where there is no issue; the form shows what could be read. */
  spec: Spec;
  /** In the order of the text. */
  issues: readonly TaskIssue[];
  /** Where a key's value stands (its key where there is no value; the start where there is neither). */
  placeOf(path: readonly (string | number)[]): Place;
  /** Where a place of a key's text stands, counted from 0 in that text: of a formula, for what is wrong in it. */
  placeIn(path: readonly (string | number)[], at: number): Place;
  /** What the text says under a key, right or wrong; undefined where it says nothing. */
  writtenAt(path: readonly (string | number)[]): Plain | undefined;
}

/**
 * Reads a task's text against its field table and collects every issue.
 * @throws AppError where the text is no YAML mapping at all
 */
export function readTask<const Table extends FieldTable>(text: string, fields: Table): TaskReading<SpecOf<Table>> {
  const source = readYaml(text);
  const check: Checking = { source, issues: [] };
  const root = source.document.contents;
  const spec = checkFields(isMap(root) ? root : undefined, fields, [], check) as SpecOf<Table>;
  const issues = check.issues.toSorted(
    (a, b) =>
      (a.error.place?.line ?? 0) - (b.error.place?.line ?? 0) ||
      (a.error.place?.column ?? 0) - (b.error.place?.column ?? 0)
  );
  return {
    spec,
    issues,
    placeOf: (path) => placeOf(source, path),
    placeIn: (path, at) => {
      const node = source.document.getIn(asKeyed(source.document, path), true);
      return isScalar(node) ? source.place(offsetInScalar(text, node, at)) : placeOf(source, path);
    },
    writtenAt: (path) => {
      const keyed = asKeyed(source.document, path);
      return source.document.hasIn(keyed) ? plainOf(source.document.getIn(keyed, true)) : undefined;
    }
  };
}

/**
 * Reads a task's text against its field table.
 * @throws AppError: the first issue, with line and column in the text
 */
export function parseTask<const Table extends FieldTable>(text: string, fields: Table): SpecOf<Table> {
  return specOf(readTask(text, fields));
}

/** @throws AppError: the first issue of a reading */
export function specOf<Spec>(reading: TaskReading<Spec>): Spec {
  const first = reading.issues[0];
  if (first) throw first.error;
  return reading.spec;
}

function placeOf(source: YamlSource, path: readonly (string | number)[]): Place {
  const node = source.document.getIn(asKeyed(source.document, path), true) as Node | undefined;
  const start = node?.range?.[0];
  if (start !== undefined) return source.place(start);
  return path.length > 1 ? placeOf(source, path.slice(0, -1)) : source.place(0);
}
