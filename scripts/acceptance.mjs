import { parseArgs } from 'node:util';
import { Context } from './acceptance/context.mjs';
import { measureLine } from './acceptance/measure.mjs';
import { ensureInstalled } from './site/install.mjs';

const areas = ['foundation', 'notebook', 'walls', 'clinical', 'statistics'];
const usage = `Measures what the project promises and prints one JSON line each: {line, asked, measured, holds, seconds}.
  npm run -s acceptance -- AREA [--only LINE]… [--skip-tests] [--list]
    areas: ${areas.join(', ')}
    --skip-tests   leave "npm test" out of the fresh clone
    PHEMS_DATA     folder of the public data sets (default ../shared/data beside the repository)
  Ends with 0 if every line holds, 1 if not, 2 if it was called wrongly.`;

/** @returns {{area: string, only: string[], skipTests: boolean, list: boolean} | undefined} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true, default: [] },
        'skip-tests': { type: 'boolean', default: false },
        list: { type: 'boolean', default: false }
      }
    });
    const [area = ''] = positionals;
    if (!areas.includes(area)) return undefined;
    return { area, only: values.only, skipTests: values['skip-tests'], list: values.list };
  } catch {
    return undefined;
  }
}

const asked = readArguments();
if (!asked) {
  console.error(usage);
  process.exitCode = 2;
} else {
  await ensureInstalled();
  const { lines } = await import(`./acceptance/${asked.area}/index.mjs`);
  /** @type {import('./acceptance/measure.mjs').Line[]} */
  const chosen = lines.filter(
    (/** @type {{line: string}} */ { line }) => asked.only.length === 0 || asked.only.includes(line)
  );
  const unknown = asked.only.filter((name) => !chosen.some(({ line }) => line === name));
  if (unknown.length > 0) {
    console.error(`There is no line ${unknown.join(', ')} in ${asked.area}.`);
    process.exitCode = 2;
  } else if (asked.list) {
    for (const { line } of chosen) console.log(line);
  } else {
    const context = new Context({ skipTests: asked.skipTests });
    let all = true;
    try {
      for (const line of chosen) {
        const row = await measureLine(line, context);
        all = all && row.holds;
        console.log(JSON.stringify(row));
      }
    } finally {
      await context.close();
    }
    process.exitCode = all ? 0 : 1;
  }
}
