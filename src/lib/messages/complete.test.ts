import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clinicalFailures } from '$workers/clinical/errors';
import { hourlyFailures } from '$workers/clinical/hourly';
import { qualityFailures } from '$workers/clinical/quality';
import { pkFailures } from '$workers/clinical/pk';
import { pathwayFailures } from '$workers/clinical/pathway';
import { scoresFailures, windowsFailures } from '$workers/clinical/scores';
import { utilityFailures } from '$workers/clinical/utility';
import { dataFailures } from '$workers/data/errors';
import { importFailures as fileFailures } from '$workers/data/import/errors';
import { importRemarks } from '$workers/data/import/remarks';
import { codeFailures } from '$workers/sandbox/analysis/errors';
import { callFailures } from '$workers/shared/call-arguments';
import { distributionFailures } from '$workers/shared/distributions';
import { benchmarkFailures, monitoringFailures, statisticsFailures } from '$workers/statistics';
import { agreementFailures } from '$workers/statistics/agreement';
import { competingRisksFailures } from '$workers/statistics/competing-risks';
import { descriptiveFailures } from '$workers/statistics/descriptive';
import { epidemiologyFailures } from '$workers/statistics/epidemiology';
import { imputationFailures } from '$workers/statistics/imputation';
import { metaAnalysisFailures } from '$workers/statistics/meta-analysis';
import { mixedFailures } from '$workers/statistics/mixed';
import { pharmacovigilanceFailures } from '$workers/statistics/pharmacovigilance';
import { powerFailures } from '$workers/statistics/power';
import { predictionFailures } from '$workers/statistics/prediction';
import { propensityFailures } from '$workers/statistics/propensity';
import { regressionFailures } from '$workers/statistics/regression';
import { survivalFailures } from '$workers/statistics/survival';
import { testsFailures } from '$workers/statistics/tests';
import { rooms } from './fi';

/** What workers say. A new room of `workers` that throws is a line here. */
const workers = {
  clinicalFailures,
  pathwayFailures,
  scoresFailures,
  windowsFailures,
  utilityFailures,
  qualityFailures,
  dataFailures,
  fileFailures,
  importRemarks,
  codeFailures,
  hourlyFailures,
  pkFailures,
  callFailures,
  distributionFailures,
  benchmarkFailures,
  monitoringFailures,
  statisticsFailures,
  agreementFailures,
  competingRisksFailures,
  descriptiveFailures,
  epidemiologyFailures,
  imputationFailures,
  metaAnalysisFailures,
  mixedFailures,
  pharmacovigilanceFailures,
  powerFailures,
  predictionFailures,
  propensityFailures,
  regressionFailures,
  survivalFailures,
  testsFailures
};
const english = import.meta.glob<Record<string, unknown>>('./en/*.ts', { eager: true });
const roomNames = Object.keys(english)
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => path.slice('./en/'.length, -'.ts'.length));

type Leaf = [path: string, text: unknown];

/** Every text of a group, by its path. */
function leaves(group: unknown, path = ''): Leaf[] {
  if (typeof group !== 'object' || group === null) return [[path, group]];
  return Object.entries(group).flatMap(([key, value]) => leaves(value, path === '' ? key : `${path}.${key}`));
}

const groupsOf = (room: string) =>
  Object.entries(english[`./en/${room}.ts`] ?? {}).filter(([, value]) => typeof value === 'object');

describe('the languages', () => {
  test('have the same rooms, each with its door', () => {
    const doors = readdirSync(new URL('.', import.meta.url));
    for (const room of roomNames) {
      expect(Object.keys(rooms)).toContain(room);
      const shown = groupsOf(room).some(([name]) => !name.endsWith('Failures') && name !== 'engineNames');
      if (shown) expect(doors).toContain(`${room}.ts`);
    }
  });

  test.each(roomNames)('have the same keys in %s', (room) => {
    const finnish: Record<string, unknown> = rooms[room as Exclude<keyof typeof rooms, 'failures'>];
    for (const [name, group] of groupsOf(room)) {
      if (name === 'engineNames') continue;
      const keys = (of: unknown) => leaves(of).map(([path, text]) => `${path}: ${typeof text}`);
      expect(keys(finnish[name]).sort(), name).toEqual(keys(group).sort());
    }
  });

  test.each(Object.entries(workers))('have words for all that %s says', (_, catalogue) => {
    for (const [code, english] of Object.entries(catalogue)) {
      const finnish = rooms.failures[code];
      expect(finnish, code).toBeDefined();
      expect(finnish?.hint !== undefined, `${code} hint`).toBe('hint' in english);
    }
  });

  test('one code says one thing, whichever room it comes from', () => {
    const sayings = new Map<string, string>();
    for (const catalogue of Object.values(workers)) {
      for (const [code, { message, hint }] of Object.entries<Saying>(catalogue)) {
        const saying = `${String(message)} ${String(hint)}`;
        // Its Finnish tells the two by their values.
        if (code === 'file-changed') continue;
        expect(sayings.get(code) ?? saying, code).toBe(saying);
        sayings.set(code, saying);
      }
    }
  });

  test.each(
    Object.entries(rooms).flatMap(([room, groups]) => leaves(groups).map(([path, text]) => [room, path, text]))
  )('%s.%s says something in Finnish for every filling', (_room, _path, text) => {
    const all = typeof text === 'string' ? [text] : fillings(text as Words);
    expect(all.length).toBeGreaterThan(0);
    for (const said of all) {
      expect(said.trim()).not.toBe('');
      expect(said).not.toMatch(/\b(undefined|NaN|null)\b|\[object/);
      expect(said).not.toMatch(/!(?!`)|\bole hyvä\b/);
    }
  });
});

type Words = (...given: never[]) => string;
type Saying = { message: unknown; hint?: unknown };

/** Sentences with values of each shape that code gives: error values, one and many, names and lists. */
function fillings(words: Words): string[] {
  const source = words.toString();
  const call = (...given: unknown[]) => (words as (...given: unknown[]) => string)(...given);
  if (words.length === 0) return [call()];
  if (/^\(?\{ ?mark/.test(source))
    return [call({ mark: 'dot', what: 'lactate', groups: 3, range: [1.5, 2], unit: 'mmol/L' })];
  if (/^\(?counts\b/.test(source)) return [call([{ of: 'persons', n: 1204 }])];
  // Failures read their values by key; the keys are seen by asking.
  const values = (n: number) =>
    new Proxy({} as Record<string, unknown>, {
      get: (_, key) =>
        known[String(key)] ?? (/^(n|count|rows|found|records|line|max|min)$/.test(String(key)) ? n : 'nimi')
    });
  if (words.length === 1 && /^\(?v\b/.test(source)) return [call(values(1)), call(values(1204))];
  const kinds: unknown[] = [1, 1204, 'nimi', ['yksi', 'kaksi']];
  return kinds.flatMap((kind) => {
    const given = Array.from({ length: words.length }, (_, at) => (at === 1 && Array.isArray(kind) ? kind : kind));
    try {
      return [call(...given)];
    } catch {
      // Not the shape this text takes; another of the list is.
      return [];
    }
  });
}

const known: Record<string, unknown> = { why: 'untrusted', question: 'date-order', name: 'data', type: 'integer' };
