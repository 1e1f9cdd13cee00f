import { expect, test } from 'vitest';
import { countWalks } from '../acceptance/notebook/walks.mjs';

const spec = (title: string, ...states: string[]) => ({ title, tests: states.map((status) => ({ status })) });

test('walks are counted by the number in front of their titles; skipped and flaky ones did not pass', () => {
  const report = {
    suites: [
      {
        specs: [
          spec('walk 8: a slider', 'expected'),
          spec('no walk', 'expected'),
          spec('about walk 9: not', 'expected')
        ]
      },
      { suites: [{ specs: [spec('walk 8: another', 'unexpected'), spec('walk 10: x', 'skipped', 'flaky')] }] }
    ]
  };
  expect([...countWalks(report)]).toEqual([
    [8, { passed: 1, failed: 1 }],
    [10, { passed: 0, failed: 2 }]
  ]);
});
