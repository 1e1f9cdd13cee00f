export const line = 'contrast';
export const asked = 'tokens re-computed by a test; six chart colours as in ui.md';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, failed, problems, tests, holds } = await context.vitest([
    'src/lib/ui/tokens.test.ts',
    'src/lib/ui/colour-vision.test.ts'
  ]);
  // Their names carry the figures that were recomputed.
  const figures = tests.filter((name) => / (is|by) \d/.test(name));
  return { measured: { passed, failed, problems, figures }, holds: holds && figures.length >= 20 };
}
