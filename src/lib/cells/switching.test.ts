import { describe, expect, test } from 'vitest';
import { parseAnyBenchmark } from './benchmark/any-spec';
import { benchmarkFieldsFor } from './benchmark/fields';
import { pkFace } from './pk/face';
import { pkFieldsFor } from './pk/fields';
import { parsePk } from './pk/spec';
import { takeTables } from './pk/take-tables';
import { chooseScore } from './score/choose';
import { begun, fieldsShown, scoreOf } from './score/fields';
import { parseScore } from './score/spec';
import { simulateFace } from './simulate/face';
import { simulateFieldsFor } from './simulate/fields';
import { parseSimulate } from './simulate/spec';
import { setField, type FieldTable, type Plain } from './task';
import { refit } from './task/refit';

/** What the form makes of a choice. */
function chosen(text: string, key: string, value: Plain, fieldsOf: (text: string) => FieldTable): string {
  const written = setField(text, [key], value);
  return refit(written, fieldsOf(text), fieldsOf(written));
}

describe('a choice in the form that changes the fields', () => {
  test.each([
    ['cardiac-surgery', ['operations', 'events']],
    ['haemophilia', ['patients', 'doses', 'levels', 'bleeds']]
  ])('the use case %s has its own tables', (use, tables) => {
    const text = chosen(simulateFace.template, 'use', use, simulateFieldsFor);
    expect(parseSimulate(text, { id: 's' })).toMatchObject({ use, tables, persons: 600 });
  });

  test('what both use cases know stays, and what neither knows', () => {
    const text = chosen(
      'use: picu-sepsis # what\nleak: false\nseed: 7\nlater: 1\n',
      'use',
      'haemophilia',
      simulateFieldsFor
    );
    expect(text).toBe('use: haemophilia # what\nseed: 7\nlater: 1\n');
  });

  test('rates need no person and no doses', () => {
    const text = chosen(pkFace.template, 'show', 'adherence', pkFieldsFor);
    expect(parsePk(setField(text, ['doses'], 'd'), { id: 'k' })).toMatchObject({ show: 'adherence', doses: 'd' });
  });

  test('a model of one’s own is asked for only where it is chosen', () => {
    expect(Object.keys(pkFieldsFor('model: own'))).toContain('own');
    expect(Object.keys(pkFieldsFor('model: fviii-bjorkman-2012'))).not.toContain('own');
  });

  test('a table stands in the place of the doses, levels and person of the example', () => {
    let text = pkFace.template;
    for (const [key, value] of [
      ['patients', 'p'],
      ['who', '42'],
      ['doses', 'd'],
      ['levels', 'l']
    ] as const) {
      text = takeTables(text, setField(text, [key], value));
    }
    expect(parsePk(text, { id: 'k' })).toMatchObject({
      patients: 'p',
      doses: 'd',
      levels: 'l',
      given: undefined,
      measured: undefined,
      person: { weight_kg: undefined }
    });
    expect(takeTables(text, setField(text, ['given'], [{ hour: 0, iu: 5 }]))).toContain('given:');
  });

  test('another score keeps only what is said of its own inputs', () => {
    const text =
      'score: phoenix\nfrom: t\ncolumns: {lactate: lac, map: pressure}\nunits: {d_dimer: mg/L}\nwithout: [imv, lactate]\n';
    const psofa = chooseScore(text, scoreOf('psofa'));
    expect(parseScore(psofa, { id: 's' })).toMatchObject({ score: { name: 'psofa' } });
    expect(psofa).toContain('map: pressure');
    const kdigo = chooseScore(text, scoreOf('kdigo'));
    expect(kdigo).toBe('score: kdigo\nfrom: t\n');
  });

  test('warnings keep nothing of a comparison of hospitals, and hospitals nothing of warnings', () => {
    const hospitals = 'from: t\nhospital: h\ndeath_day: d\nfollow_up: f\nrisk: r\nshow: [oe]\ntime: at\n';
    const warnings = chosen(hospitals, 'method', 'sepsis-utility', benchmarkFieldsFor);
    expect(warnings).toBe('from: t\nhospital: h\ntime: at\nmethod: sepsis-utility\n');
    const full = `${warnings}person: p\nlabel: l\nscore: s\nthreshold: 0.5\n`;
    expect(parseAnyBenchmark(full, { id: 'b' })).toMatchObject({ method: 'sepsis-utility', calls: { score: 's' } });
    const back = chosen(full, 'method', 'hospitals', benchmarkFieldsFor);
    expect(parseAnyBenchmark(`${back}outcome: o\n`, { id: 'b' })).toMatchObject({ hospital: 'h', outcome: 'o' });
    expect(back).not.toMatch(/person|label|score|threshold/);
  });

  test('the choice of the table brings no field into the form of a score, and takes none out', () => {
    const before = fieldsShown(begun('score: psofa\nfrom: \n'));
    const after = fieldsShown(parseScore('score: psofa\nfrom: t\n', { id: 's' }));
    expect(Object.keys(before)).toEqual(Object.keys(after));
    // What is written stays to be seen, also where it does not fit.
    expect(begun('score: psofa\nonset: true\n')).toBeUndefined();
    expect(begun('score: ?')).toBeUndefined();
  });
});
