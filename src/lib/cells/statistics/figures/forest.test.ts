import { expect, test } from 'vitest';
import type { ForestFigure } from '$workers/statistics';
import { forestDrawing } from './forest';

test('a coefficient of a small unit keeps its decimals beside a large one', () => {
  const figure: ForestFigure = {
    kind: 'forest',
    measure: 'coefficient',
    scale: 'identity',
    null: 0,
    level: 0.95,
    rows: [
      { name: 'age', estimate: 0.0028, lower: -0.0247, upper: 0.0303 },
      { name: 'ventilated yes vs no', estimate: 9.07, lower: 6.4, upper: 11.75 }
    ]
  };
  const { description } = forestDrawing(figure, { hides: false });
  expect(description).toContain('age: 0.0028 (−0.0247 to 0.0303).');
  expect(description).toContain('ventilated yes vs no: 9.1 (6.4 to 11.8).');
});
