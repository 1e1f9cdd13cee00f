import { expect, test } from 'vitest';
import { defineFields } from './fields';
import { renameInTask } from './rename';

const fields = defineFields({
  from: { type: 'ref', to: 'table', label: 'From' },
  above: { type: 'ref', to: 'value', label: 'Above' },
  x: { type: 'column', of: 'from', label: 'x' },
  title: { type: 'text', label: 'Title' },
  steps: {
    type: 'list',
    label: 'Steps',
    item: {
      type: 'record',
      label: 'Step',
      fields: {
        table: { type: 'ref', to: 'table', label: 'Table' },
        column: { type: 'column', of: 'table', or: 'from', label: 'Column' }
      }
    }
  }
});
const text = `from: Hourly # hourly
x: lactat
title: hourly lactat
steps:
  - table: "hourly"
    column: lactat
  - { table: other, column: lactat }
  - column: lactat
`;

test('a renamed table changes where the fields say that a table is named', () => {
  expect(renameInTask(text, fields, { sort: 'table', from: 'hourly', to: 'h2' })).toBe(
    text.replace('from: Hourly', 'from: h2').replace('"hourly"', 'h2')
  );
  expect(renameInTask('above: hourly', fields, { sort: 'table', from: 'hourly', to: 'h2' })).toBe('above: hourly');
});

test('a renamed column changes only where its table is meant', () => {
  const change = { sort: 'column', table: 'hourly', from: 'lactat', to: 'lactate', shared: false } as const;
  expect(renameInTask(text, fields, change)).toBe(`from: Hourly # hourly
x: lactate
title: hourly lactat
steps:
  - table: "hourly"
    column: lactate
  - { table: other, column: lactat }
  - column: lactate
`);
});

test('what is no YAML stays as it is', () => {
  expect(renameInTask('from: [hourly', fields, { sort: 'table', from: 'hourly', to: 'h2' })).toBe('from: [hourly');
});
