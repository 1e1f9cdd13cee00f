import { describe, expect, test } from 'vitest';
import { parseSimulate } from '$lib/cells/simulate/spec';
import { registry } from '$lib/cells';
import { parseNotebook } from '$lib/notebook/format/parse';
import { aboutRows, cellText, folderName, notebookText, usualChoices, useCases, withUseCase } from './choices';

describe('choices as a simulate cell', () => {
  test.each(useCases)('%s: what is usual', (useCase) => {
    const choices = usualChoices(useCase);
    const { useCase: use, persons, seed, hospitals, leak, faults, tables } = choices;
    expect(parseSimulate(cellText(choices), { id: 'simulated' })).toMatchObject({
      use,
      persons,
      seed,
      hospitals,
      leak,
      faults,
      tables
    });
  });

  test('every choice that can be made otherwise', () => {
    const choices = {
      ...usualChoices(),
      persons: 20_000,
      seed: Number.MAX_SAFE_INTEGER,
      hospitals: [2, 4],
      leak: false,
      faults: true,
      tables: ['hours', 'person']
    };
    expect(parseSimulate(cellText(choices), { id: 'simulated' })).toMatchObject({
      persons: 20_000,
      seed: Number.MAX_SAFE_INTEGER,
      hospitals: [2, 4],
      leak: false,
      faults: true,
      tables: ['hours', 'person']
    });
  });
});

test('a notebook of one cell, which says what it is', () => {
  const text = notebookText(usualChoices(), { title: 'Simulated data: 600 persons', text: 'No real patient.' });
  const { notebook } = parseNotebook(
    text,
    registry.kinds.map(({ name }) => name)
  );
  expect(notebook.cells.map(({ kind, id }) => [kind, id])).toEqual([
    ['markdown', undefined],
    ['simulate', 'simulated']
  ]);
});

test('another use case keeps what both have; a size of one’s own, too', () => {
  const mine = { ...usualChoices(), seed: 7, hospitals: [1], faults: true, layout: 'hackathon' as const };
  expect(withUseCase(mine, 'haemophilia')).toMatchObject({
    persons: 200,
    seed: 7,
    hospitals: [1],
    faults: true,
    leak: false,
    layout: 'tables',
    tables: ['patients', 'doses', 'levels', 'bleeds']
  });
  expect(withUseCase({ ...mine, persons: 60 }, 'cardiac-surgery').persons).toBe(60);
});

test('about how much comes of it, and what it is called', () => {
  expect(aboutRows(usualChoices())).toBe(65_000);
  expect(aboutRows({ ...usualChoices(), hospitals: [1] })).toBe(26_000);
  expect(folderName({ ...usualChoices(), layout: 'hackathon' })).toBe('phems-sim-picu-sepsis-600-seed-1-hackathon');
});
