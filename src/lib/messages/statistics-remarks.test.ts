import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Values } from '$workers/shared/errors';
import * as english from './en/page';
import * as en from './en/statistics-remarks';
import { rooms } from './fi';
import { remarkGrades, statisticsRemark } from './statistics-remarks';

const engine = new URL('../../../workers/statistics/', import.meta.url).pathname;
const files = readdirSync(engine, { recursive: true, encoding: 'utf8' })
  .filter(
    (path) =>
      path.endsWith('.ts') &&
      !path.endsWith('.test.ts') &&
      !/^(benchmark|coverage|honesty|monitoring|testing)\//.test(path)
  )
  .map((path) => ({ path, code: readFileSync(join(engine, path), 'utf8') }));
const found = (pattern: RegExp, of: typeof files) =>
  new Set(of.flatMap(({ code }) => [...code.matchAll(pattern)].map(([, name]) => name ?? '')));

const steps = found(/step: '([a-z-]+)'/g, files);
const failures = found(
  /^ {2}'?([a-z][a-z-]*)'?: (?:\{|statistics)/gm,
  files.filter(({ path }) => path.endsWith('errors.ts'))
);
/** `analysis` has sentences and facts with codes of their own beside its remarks. */
const inAnalysis = /^analysis\//;
const prefixes = 'test|agreement|table-one|regression|survival|competing|prediction|meta|power|epidemiology|pharmacovigilance|propensity|imputation|mixed'; // prettier-ignore
const rest = files.filter(({ path }) => !path.endsWith('errors.ts') && !inAnalysis.test(path));
const remarks = new Set([
  // Whatever has a room's prefix and is neither a failure nor a step is a remark, wherever it is put together …
  ...[...found(new RegExp(`'((?:${prefixes})-[a-z-]+)'`, 'g'), rest)].filter(
    (code) => !failures.has(code) && !steps.has(code)
  ),
  // … and a few codes are both.
  ...found(/\{ ?code: '([a-z-]+)', values/g, rest),
  ...found(
    /\bremark\(\s*'([a-z-]+)'/g,
    files.filter(({ path }) => inAnalysis.test(path))
  ),
  ...found(
    /remarks(?:\.push\(|: [^\n]*?\[)\{ code: '([a-z-]+)'/g,
    files.filter(({ path }) => inAnalysis.test(path))
  ),
  ...found(
    /\bremark\('([a-z-]+)'/g,
    files.filter(({ path }) => inAnalysis.test(path))
  )
]);

/** Worded before the room says them. */
const ahead = new Set(['regression-separation-avoided', 'mixed-groups-few', 'mixed-singular', 'mixed-quadrature']);

/** What the engine fills remarks with. */
const names: Readonly<Record<string, string>> = {
  variable: 'age', group: 'A', reference: 'B', term: 'age', terms: 'age, sex', columns: 'age, sex', levels: 'mild',
  response: 'died', event: 'yes', cause: 'death', measure: 'auc-difference', covariate: 'age', reason: 'test-constant',
  said: 'The column does not vary.', test: 'Welch two-sample t test', what: 'the column'
}; // prettier-ignore
const filled = (n: number, share: number): Values =>
  new Proxy({} as Record<string, string | number>, {
    get: (_, key) => names[String(key)] ?? (fractions.has(String(key)) ? share : n),
    ownKeys: () => [],
    has: () => true
  });
const fractions = new Set([
  'p',
  'r',
  'share',
  'level',
  'area',
  'error',
  'factor',
  'smallest',
  'skewness',
  'dispersion',
  'gain'
]);

describe('remarks of statistics', () => {
  test('were found in the engine', () => {
    expect(remarks.size).toBeGreaterThan(80);
    expect(steps.size).toBeGreaterThan(10);
  });

  test.each([...remarks].sort())('%s has words in both languages and a grade', (code) => {
    expect(Object.keys(en.statisticsRemarks)).toContain(code);
    expect(Object.keys(rooms['statistics-remarks'].statisticsRemarks)).toContain(code);
    expect(remarkGrades).toHaveProperty([code]);
  });

  test.each(Object.keys(en.statisticsRemarks))('%s is still said by the engine', (code) => {
    // Beside its sentences an analysis writes remarks of its own, in as many ways as there are.
    const isSaid = files.some(({ path, code: text }) => inAnalysis.test(path) && text.includes(`'${code}'`));
    if (!ahead.has(code) && !isSaid) expect([...remarks]).toContain(code);
  });

  test.each([...steps].sort())('progress with %s is worded', (step) => {
    expect(Object.keys(english.page.steps)).toContain(step);
    expect(Object.keys(rooms.page.page.steps)).toContain(step);
  });

  test.each(Object.entries(en.statisticsRemarks).map(([code, english]) => [code, english] as const))(
    '%s is one to three plain sentences',
    (code, english) => {
      const finnish = rooms['statistics-remarks'].statisticsRemarks[code as keyof typeof en.statisticsRemarks];
      for (const words of [english, finnish] as ((v: Values) => string)[]) {
        for (const said of [words(filled(1, 0.04)), words(filled(1204, 0.9375)), words(filled(0, 0.00001))]) {
          expect(said).toMatch(/^\S.*[^.\s]\.$/su);
          expect(said).not.toMatch(/undefined|NaN|null|\[object|\.\.|\bplease\b|!/);
          expect(said.split(/(?<=\.) (?=\p{Lu})/u).length).toBeLessThanOrEqual(3);
        }
        expect(words(filled(1, 0.04))).not.toMatch(/\b1 [a-z]+s (?:have|were|are)\b/);
      }
    }
  );

  test('a code without words is a mistake in the program', () => {
    expect(() => statisticsRemark({ code: 'toString', values: {} })).toThrow('No words');
  });

  test('numbers and names stand where they belong', () => {
    expect(
      statisticsRemark({ code: 'regression-overdispersion', values: { dispersion: 2.3456, square: 9, p: 0.00002 } })
    ).toBe(
      'The counts vary 2.35 times as much as Poisson’s model expects (p\u00a0<\u00a00.001), so the intervals are too narrow. Take robust errors or negative binomial regression.'
    );
    expect(statisticsRemark({ code: 'regression-weights-zero', values: { rows: 1 } })).toBe(
      '1 row has the weight 0 and was left out.'
    );
    const { statisticsRemarks } = rooms['statistics-remarks'];
    expect(statisticsRemarks['epidemiology-heterogeneous']({ p: 0.0312 }).replaceAll('\u00a0', ' ')).toContain(
      'p = 0,031'
    );
    const values = {
      variable: 'age',
      reason: 'test-constant',
      said: '',
      test: 'One-way analysis of variance',
      what: 'the column'
    };
    expect(statisticsRemarks['table-one-not-tested'](values)).toBe(
      'age: ryhmiä ei verrattu. Yksisuuntainen varianssianalyysi ei ole laskettavissa: sarake ei vaihtele.'
    );
  });
});
