export const line = 'invariants';
export const asked =
  '10,000 random event sequences on the cell state machine and on undo/redo: none broken; document equals after undo-all, redo-all';

const wanted = 10_000;
const stateMachine = 'src/lib/notebook/session/invariants.test.ts';
const history = 'src/lib/notebook/history.invariants.test.ts';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const env = { PHEMS_SEQUENCES: String(wanted) };
  const cells = await context.vitest([stateMachine], env);
  const undo = await context.vitest([history], env);
  const broken = [...cells.problems, ...undo.problems];
  const ran = [cells, undo].map(({ sequences }) => Object.values(sequences));
  const undoAll = Object.keys(undo.sequences).some((title) => /undo all .* redo all/.test(title));
  return {
    measured: { stateMachine: cells.sequences, history: undo.sequences, broken },
    holds:
      cells.holds &&
      undo.holds &&
      undoAll &&
      broken.length === 0 &&
      ran.every((counts) => counts.length > 0 && counts.every((count) => count >= wanted))
  };
}
