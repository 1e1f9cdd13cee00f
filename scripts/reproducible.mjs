import { parseArgs } from 'node:util';
import { ensureBuilt } from './site/build.mjs';
import { ensureInstalled } from './site/install.mjs';
import { buildDirectory } from './site/places.mjs';
import { buildTwice, compareWithAnother } from './twice/index.mjs';

const usage = `Builds the site in another folder, at another time and in other surroundings, and compares every file with build/.
  npm run -s reproducible [-- --twice]
    --twice   builds in two other folders and leaves build/ alone
  Ends with 0 if every byte is the same; else with 1, and names the files.`;

const { values } = parseArgs({
  options: { twice: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } }
});

if (values.help) console.log(usage);
else {
  await ensureInstalled();
  if (!values.twice) await ensureBuilt();
  const { differences, files, mark, zip } = await (values.twice ? buildTwice() : compareWithAnother(buildDirectory));
  for (const line of differences) console.log(line);
  console.log(`${files} files, ${differences.length} differ. Build ${mark}, zip ${zip}.`);
  process.exitCode = differences.length > 0 ? 1 : 0;
}
