import { expect, test } from 'vitest';
import type { Column } from '../../shared/table';
import { SCORES, score } from './index';

const ROWS = 2_000_000;

/** Values over the possible range of each input, every seventh missing, in the width of a real table. */
function wideInputs(name: string): Record<string, Column> {
  const definition = SCORES.find((one) => one.name === name)!;
  return Object.fromEntries(
    definition.inputs.map((input, position) => {
      const [low, high] = input.valid ?? [0, 1];
      const values = new Float64Array(ROWS);
      const validity = new Uint8Array((ROWS + 7) >> 3).fill(255);
      for (let row = 0; row < ROWS; row++) {
        const share = ((row * (position + 3)) % 97) / 96;
        values[row] =
          input.whole || input.kind === 'flag' ? Math.round(low + share * (high - low)) : low + share * (high - low);
        if ((row * (2 * position + 1)) % 7 === 0) validity[row >> 3]! &= ~(1 << (row & 7));
      }
      return [input.name, { name: input.name, type: 'float64', values, validity }];
    })
  );
}

test('two million rows with all 32 inputs take less than five seconds', async () => {
  const inputs = wideInputs('phoenix-8');
  const started = performance.now();
  const { table } = await score('phoenix-8', inputs);
  const seconds = (performance.now() - started) / 1000;
  console.warn(`${ROWS} rows of Phoenix-8: ${seconds.toFixed(2)} s`);
  expect(table.rows).toBe(ROWS);
  expect(seconds).toBeLessThan(5);
});
