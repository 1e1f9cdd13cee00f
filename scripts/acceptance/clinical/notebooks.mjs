import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isClean } from '../../runner/run-notebook.mjs';
import { root } from '../../site/places.mjs';

export const line = 'notebooks';
export const asked = 'three use cases run headless; each states what is simulated and what may be concluded';

/** What tells a use case from a sample. */
const tag = 'Use case';

/** @type {import('../measure.mjs').Line['measure']} */
export async function measure(context) {
  const room = join(root, 'notebooks');
  const useCases = readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, text: readFileSync(join(room, name), 'utf8') }))
    .filter(({ text }) => /^tags: \[.*\]$/m.exec(text)?.[0].includes(tag));
  const results = [];
  for (const { name, text } of useCases) {
    const outcome = await context.runner(name, text, { rows: 1 });
    results.push({
      name,
      cells: outcome.cells.length,
      clean: isClean(outcome),
      saysWhatIsSimulated: /simulated/i.test(text),
      saysWhatMayBeConcluded: /^#+ What may be concluded$/m.test(text),
      requests: outcome.requests.filter(({ url }) => !url.startsWith('blob:') && !/127\.0\.0\.1|localhost/.test(url))
        .length
    });
  }
  return {
    measured: { results },
    holds:
      results.length >= 3 &&
      results.every(
        ({ clean, saysWhatIsSimulated, saysWhatMayBeConcluded, requests }) =>
          clean && saysWhatIsSimulated && saysWhatMayBeConcluded && requests === 0
      )
  };
}
