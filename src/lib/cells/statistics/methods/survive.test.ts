import { expect, test } from 'vitest';
import { float64Column, textColumn } from '$workers/statistics/columns';
import { analyse } from '$workers/statistics';
import { statisticsWords as words } from '$lib/messages/statistics';
import { said, type Field } from '../../task';
import { expectToldWhole } from '../testing/told-whole';
import { survive } from './survive';

const rows = 40;
const numbers = (of: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => of(row));
const table = {
  rows,
  columns: [
    float64Column(
      'days',
      numbers((row) => 1 + ((row * 7) % 31)),
      'days'
    ),
    float64Column(
      'died',
      numbers((row) => Number(row % 3 === 0))
    ),
    textColumn(
      'how',
      Array.from({ length: rows }, (_, row) => ['dead', 'home', 'censored'][row % 3]!)
    ),
    textColumn(
      'ward',
      Array.from({ length: rows }, (_, row) => ['east', 'west'][Math.floor(row / 2) % 2]!)
    ),
    float64Column(
      'age',
      numbers((row) => (row * 5) % 17)
    )
  ]
};
const requests: Readonly<Record<string, Record<string, unknown>>> = {
  'kaplan-meier': { time: 'days', event: 'died', group: 'ward' },
  'restricted-mean': { time: 'days', event: 'died', group: 'ward' },
  cox: { time: 'days', event: 'died', predictors: ['ward', 'age'] },
  'cumulative-incidence': { time: 'days', event: 'how', group: 'ward' },
  'fine-gray': { time: 'days', event: 'how', cause: 'dead', predictors: ['ward', 'age'] }
};

test.each(survive.map((form) => [form.name, form] as const))(
  '%s makes the tables that its cell names, and is said and drawn whole',
  async (name, { tables }) => {
    const found = await analyse(name, table, requests[name]!);
    expect(found.more.map((one) => one.name)).toEqual(tables);
    expect(expectToldWhole(found)).toMatch(/^[A-Z].*\.$/);
  }
);

test('a method that needs groups does not offer to leave them out', () => {
  const { group } = survive.find(({ name }) => name === 'restricted-mean')!.fields as Record<string, Field>;
  expect(group).toMatchObject({ required: true });
  expect(said(group!.help!)).toBe(words.help.compared);
});
