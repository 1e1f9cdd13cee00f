import type { PathwayFilter } from '$workers/clinical';
import { parseReferencePath } from '$workers/clinical/pathway';
import { AppError, type Place } from '$workers/shared/errors';
import type { Cell } from '$lib/notebook/model';
import { readTask, specOf } from '../task';
import { failPathway as fail } from './failures';
import { pathwayFields, type Measure } from './fields';
import { momentOf } from './moment';

/** What the columns of events stand for. */
export type EventRole = 'case' | 'activity' | 'time' | 'hospital' | 'order';

export interface PathwaySpec {
  /** The cell's name: its tables are called after it. */
  name: string;
  from: string;
  /** Columns by what they stand for, where their names do not say it. */
  columns: Readonly<Partial<Record<EventRole, string>>>;
  filter: PathwayFilter;
  /** With which arrows the map begins. */
  edges: { least: number | undefined; share: number | undefined };
  show: Measure;
  reference: string | undefined;
  title: string | undefined;
  placeOf(...path: string[]): Place;
}

/** @throws `task-…`, `pathway-…`, `path-…` with line and column in the text */
export function parsePathway(text: string, { id }: Pick<Cell, 'id'>): PathwaySpec {
  const reading = readTask(text, pathwayFields);
  const written = specOf(reading);
  if (id === undefined) throw fail('pathway-needs-name');
  const placeOf = (...path: string[]) => reading.placeOf(path);
  const { hospital, period, activities, variants, reference } = written;
  if (reference !== undefined) checkReference(reference, text, placeOf('reference'));
  const span = spanOf(period, placeOf);
  return {
    name: id,
    from: written.from,
    columns: defined(written.columns),
    filter: {
      // An empty list says nothing: every hospital, every activity.
      ...(hospital !== undefined && hospital.length > 0 && { hospitals: hospital }),
      ...(span && { period: span }),
      ...(activities !== undefined && activities.length > 0 && { activities }),
      ...(variants !== undefined && { variantShare: variants })
    },
    edges: { least: written.edges.least, share: written.edges.share },
    show: written.show,
    reference,
    title: written.title,
    placeOf
  };
}

interface WrittenPeriod {
  from: string | undefined;
  until: string | undefined;
  rule: 'starts' | 'contained';
}

function spanOf({ from, until, rule }: WrittenPeriod, placeOf: PathwaySpec['placeOf']): PathwayFilter['period'] {
  if (from === undefined && until === undefined) return undefined;
  const moment = (text: string, key: string): bigint => {
    const found = momentOf(text);
    if (found === undefined) throw fail('pathway-no-moment', { text }, { place: placeOf('period', key) });
    return found;
  };
  const first = from === undefined ? undefined : moment(from, 'from');
  const end = until === undefined ? undefined : moment(until, 'until');
  if (first !== undefined && end !== undefined && first >= end) {
    throw fail('pathway-period-empty', {}, { place: placeOf('period', 'until') });
  }
  return { ...(first !== undefined && { from: first }), ...(end !== undefined && { until: end }), rule };
}

/** The path's own place counts within it; where it stands on one line of the cell as it is, that is moved there. */
function checkReference(reference: string, text: string, place: Place): void {
  try {
    parseReferencePath(reference);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const line = text.split('\n')[(place.line ?? 1) - 1] ?? '';
    const start = line.indexOf(reference, (place.column ?? 1) - 1);
    const inside = start >= 0 && error.place?.line === 1 && error.place.column !== undefined;
    const where = inside ? { ...place, column: start + (error.place?.column ?? 1) } : place;
    throw new AppError(error.code, error.message, error.hint, where, error.values, error.details, error);
  }
}

function defined<Value extends object>(values: Value): { [Key in keyof Value]?: NonNullable<Value[Key]> } {
  const written = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(written) as { [Key in keyof Value]?: NonNullable<Value[Key]> };
}
