import { beforeAll, expect, test } from 'vitest';
import { simulateCardiac } from '../cardiac';
import { checkConformance, mapPathways, readEventLog, type EventLog } from './index';
import { rowsOf, valuesOf } from './testing/event-tables';

const PLAIN = `
  Referral > MDT meeting > [Pre-op echo] > [Cardiac catheter] > Admission > Surgery > PICU admission
  > Extubation > Ward > Discharge home > [Follow-up clinic]`;
/** With the ways back and the other end that the simulation knows. */
const WHOLE = `
  Referral > MDT meeting > [Pre-op echo] > [Cardiac catheter] > Admission > Surgery > PICU admission
  > Extubation > (Re-intubation > Extubation)* > (Re-operation > PICU admission)*
  > (Ward > (PICU readmission > Ward)* > Discharge home > [Follow-up clinic] | Death)`;

let log: EventLog;
beforeAll(async () => {
  const { tables } = await simulateCardiac({ useCase: 'cardiac-surgery', persons: 800, seed: 1, tables: ['events'] });
  log = readEventLog(tables.events!, {
    case: 'case_id',
    activity: 'activity',
    time: 'timestamp',
    hospital: 'hospital'
  });
});

const at = async (hospital: string, path: string) => checkConformance(log, path, { hospitals: [hospital] });
const step = (table: Parameters<typeof rowsOf>[0], activity: string) =>
  rowsOf(table, 'activity', 'done', 'skipped')
    .find(([name]) => name === activity)!
    .slice(1) as [number, number];

test('every simulated case is read, also the one called NA', () => {
  const map = mapPathways(log);
  expect(map.counts.cases).toBe(800);
  expect(valuesOf(map.cases, 'case_id')).toContain('NA');
  expect(map.remarks.map((remark) => remark.code)).toEqual(['pathway-ties']);
});

test('hospital 2, which does the echo before the meeting, shows it as extra there', async () => {
  const [first, second] = [await at('1', PLAIN), await at('2', PLAIN)];
  expect(step(first.steps, 'Pre-op echo')[0] / first.fit!.cases).toBeGreaterThan(0.9);
  expect(step(second.steps, 'Pre-op echo')[0]).toBe(0);
  const [activity, count] = rowsOf(second.extras, 'activity', 'count')[0]!;
  expect(activity).toBe('Pre-op echo');
  expect(Number(count) / second.fit!.cases).toBeGreaterThan(0.9);
});

test('hospital 3, which skips the meeting in emergencies, shows it as skipped', async () => {
  expect(step((await at('1', PLAIN)).steps, 'MDT meeting')[1]).toBe(0);
  expect(step((await at('3', PLAIN)).steps, 'MDT meeting')[1]).toBeGreaterThan(20);
});

test('a path with the ways back and the other end fits more cases, never fewer', async () => {
  const [plain, whole] = [(await at('1', PLAIN)).fit!, (await at('1', WHOLE)).fit!];
  expect(whole.fittingCases).toBeGreaterThan(plain.fittingCases);
  expect(whole.fittingCases / whole.cases).toBeGreaterThan(0.97);
});
