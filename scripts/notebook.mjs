import { readFileSync } from 'node:fs';
import { readArguments, startFolder, usage, UsageError } from './runner/arguments.mjs';
import { openHost } from './runner/host.mjs';
import { toJson, toListing } from './runner/listing.mjs';
import { isClean, runNotebook } from './runner/run-notebook.mjs';

/** @returns {Promise<number>} exit code */
async function main() {
  const { files, data, json, rows, timeoutSeconds, help } = readArguments(
    process.argv.slice(2),
    startFolder(process.env)
  );
  if (help) {
    console.log(usage);
    return 0;
  }
  const host = await openHost();
  let clean = true;
  try {
    for (const { name, path } of files) {
      const text = readFileSync(path, 'utf8');
      const outcome = await runNotebook(host, { name, text, data, rows, timeoutSeconds });
      clean = clean && isClean(outcome);
      console.log(json ? toJson(outcome) : toListing(outcome));
    }
  } finally {
    await host.close();
  }
  return clean ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) console.error(usage);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
