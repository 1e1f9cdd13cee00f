import { vasoactiveInotropic as definition } from './definitions/further';
import type { Scorer } from './scorer';

const FACTORS = [
  ['dopamine', 1],
  ['dobutamine', 1],
  ['epinephrine', 100],
  ['norepinephrine', 100],
  ['milrinone', 10],
  ['vasopressin', 10_000]
] as const;

/** Vasoactive-inotropic score: rates in µg/kg/min, vasopressin in U/kg/min. An agent without a rate does not run. */
export const vasoactiveInotropic: Scorer = {
  definition,
  open: () => ({
    score(block, out) {
      const total = out.of('total').fill(0, 0, block.rows);
      for (const [agent, factor] of FACTORS) {
        const rate = block.of(agent);
        const part = out.of(`part_${agent}`);
        for (let row = 0; row < block.rows; row++) {
          const share = Number.isNaN(rate[row] as number) ? 0 : factor * (rate[row] as number);
          part[row] = share;
          total[row] = (total[row] as number) + share;
        }
      }
    }
  })
};
