import type { MappedConcept, QualityLimits, QualityOptions } from './contract';
import { checks } from './checks';
import { fail } from './errors';
import type { Settings } from './extract';
import { DEFAULT_MAP } from './units';

const INTENSIVE_CARE = 32037;
const LIMITS: QualityLimits = { trend: 4, drift: 1, auroc: 0.95, averagePrecision: 0.6 };

/** All options with their defaults, but for what the data must say. */
export interface CheckedOptions {
  prefix: string;
  schema: string;
  tables: QualityOptions['tables'];
  chosen: typeof checks;
  thresholds: ReadonlyMap<number, number>;
  /** A list, or the name of a table. */
  variableMap: readonly MappedConcept[] | string;
  extractDate: string | undefined;
  settings: Pick<Settings, 'limits' | 'ageYears' | 'intensiveCare' | 'hours'>;
}

/** @throws `quality-…` naming what is out of range */
export function checkOptions(options: QualityOptions): CheckedOptions {
  const { prefix = '', schema = 'main', variableMap = DEFAULT_MAP, extractDate, hours = {} } = options;
  const numbers = options.checks ?? checks.map(({ number }) => number);
  for (const check of [...numbers, ...Object.keys(options.thresholds ?? {}).map(Number)]) {
    if (!checks.some(({ number }) => number === check)) {
      throw fail('quality-check-unknown', { check, last: checks[checks.length - 1]!.number });
    }
  }
  const thresholds = new Map(
    Object.entries(options.thresholds ?? {}).map(([check, percent]) => [Number(check), percent])
  );
  for (const [check, percent] of thresholds) {
    if (!(percent >= 0 && percent <= 100)) throw fail('quality-threshold-range', { check });
  }
  const limits = { ...LIMITS, ...options.limits };
  for (const [limit, value] of Object.entries(limits)) {
    if (!(Number.isFinite(value) && value > 0)) throw fail('quality-limit-range', { limit });
  }
  const [youngest, oldest] = options.ageYears ?? [0, 18];
  if (!Number.isInteger(youngest) || !Number.isInteger(oldest) || youngest > oldest) throw fail('quality-age-range');
  const intensiveCare = options.intensiveCare ?? [INTENSIVE_CARE];
  if (intensiveCare.length === 0 || !intensiveCare.every(Number.isSafeInteger)) throw fail('quality-visit-concept');
  if (extractDate !== undefined && !isDate(extractDate)) throw fail('quality-date', { date: extractDate });
  if (typeof variableMap !== 'string') checkMap(variableMap);
  return {
    prefix,
    schema,
    tables: options.tables,
    chosen: checks.filter(({ number }) => numbers.includes(number)),
    thresholds,
    variableMap,
    extractDate,
    settings: {
      limits,
      ageYears: [youngest, oldest],
      intensiveCare,
      hours: {
        table: (hours.table ?? 'hours').toLowerCase(),
        label: hours.label ?? 'SepsisLabel',
        stay: hours.stay === undefined ? ['episode', 'person_id'] : [hours.stay],
        time: hours.time === undefined ? ['time', 'hour', 'measurement_datetime'] : [hours.time]
      }
    }
  };
}

function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @throws `quality-map-entry` */
export function checkMap(map: readonly MappedConcept[]): void {
  map.forEach(({ conceptId, variable, factor = 1 }, at) => {
    const isId = typeof conceptId === 'bigint' || Number.isSafeInteger(conceptId);
    const part = !isId
      ? 'concept_id'
      : variable.trim() === ''
        ? 'variable'
        : !(Number.isFinite(factor) && factor > 0)
          ? 'factor'
          : undefined;
    if (part) throw fail('quality-map-entry', { row: at + 1, part });
  });
}
