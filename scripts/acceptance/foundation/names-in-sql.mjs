export const line = 'names in SQL';
export const asked = 'every case of sql-names.json';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const { passed, failed, problems, holds } = await context.vitest(['workers/shared/sql-scan']);
  return { measured: { passed, failed, problems }, holds };
}
