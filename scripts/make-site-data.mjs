/**
 * Makes the small data files that come with the site, from the simulator and a seed: `static/data/`. Not in git, since
 * the same sources give the same bytes. No real patient in any of them.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { runnerImport } from 'vite';
import { csvOf, wardStays } from './site/simulated-csv.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'static/data');
const MOST_ZIP_BYTES = 1_000_000;

/** @type {{ module: typeof import('../workers/clinical/index') }} */
const { module: clinical } = await runnerImport(join(root, 'workers/clinical/index.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
  // A fresh clone has no .svelte-kit/tsconfig.json yet, which ours extends.
  oxc: /** @type {import('vite').OxcOptions} */ ({ tsconfig: false })
});

/** The classroom size of each use case. */
const classroom = /** @type {const} */ ({ persons: 60, seed: 1 });
const { tables, persons, hours } = await clinical.simulate({
  ...classroom,
  useCase: 'picu-sepsis',
  tables: clinical.TABLES
});
const cardiac = await clinical.simulate({ ...classroom, useCase: 'cardiac-surgery', tables: ['operations', 'events'] });
const haemophilia = await clinical.simulate({
  ...classroom,
  useCase: 'haemophilia',
  tables: ['patients', 'doses', 'levels', 'bleeds']
});
const noPatient = 'Seed 1, no real patient.';

/** @typedef {{ name: string, bytes: Uint8Array, description: string }} SiteFile */
/** @type {SiteFile[]} */
const files = [
  {
    name: 'picu-classroom.csv',
    bytes: Buffer.from(csvOf(tables.hours)),
    description: `${persons} simulated children in intensive care, ${hours} hours, one row an hour. Seed 1, no real patient.`
  },
  {
    name: 'ward-stays-latin1.csv',
    bytes: Buffer.from(wardStays(tables), 'latin1'),
    description: 'Their stays as a European system writes them: semicolons, decimal commas, Latin-1. No real patient.'
  },
  {
    name: 'omop-classroom.zip',
    bytes: await omopArchive(),
    description: 'The same children as an OMOP extract, CDM 5.4, one CSV a table. No real patient.'
  },
  {
    name: 'cardiac-classroom.csv',
    bytes: Buffer.from(csvOf(cardiac.tables.operations)),
    description: `${cardiac.persons} simulated heart operations in four hospitals. ${noPatient}`
  },
  {
    name: 'cardiac-classroom-events.csv',
    bytes: Buffer.from(csvOf(cardiac.tables.events)),
    description: `Their ways from referral to the ward: ${cardiac.events} events. ${noPatient}`
  },
  {
    name: 'haemophilia-classroom.csv',
    bytes: Buffer.from(csvOf(haemophilia.tables.patients)),
    description: `${haemophilia.persons} simulated persons with haemophilia. ${noPatient}`
  },
  {
    name: 'haemophilia-classroom-doses.csv',
    bytes: Buffer.from(csvOf(haemophilia.tables.doses)),
    description: `Their doses as planned and given. ${noPatient}`
  },
  {
    name: 'haemophilia-classroom-levels.csv',
    bytes: Buffer.from(csvOf(haemophilia.tables.levels)),
    description: `Their factor levels. ${noPatient}`
  },
  {
    name: 'haemophilia-classroom-bleeds.csv',
    bytes: Buffer.from(csvOf(haemophilia.tables.bleeds)),
    description: `Their bleeds. ${noPatient}`
  }
];

/** @returns {Promise<Uint8Array>} */
async function omopArchive() {
  const zip = new ZipWriter(new BlobWriter('application/zip'), {
    useWebWorkers: false,
    level: 9,
    // The same bytes in every time zone and at every time.
    lastModDate: new Date(2026, 0, 1),
    extendedTimestamp: false
  });
  for (const name of clinical.TABLES) {
    if (name === 'hours' || name === 'episodes') continue;
    await zip.add(`omop-classroom/${name.toUpperCase()}.csv`, new TextReader(csvOf(tables[name])));
  }
  return new Uint8Array(await (await zip.close()).arrayBuffer());
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of files) {
  if (name.endsWith('.zip') && bytes.length > MOST_ZIP_BYTES) {
    throw new Error(`${name} has ${bytes.length} bytes; ${MOST_ZIP_BYTES} are allowed.`);
  }
  writeFileSync(join(folder, name), bytes);
}
const index = files.map(({ name, bytes, description }) => ({ name, bytes: bytes.length, description }));
writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
console.error(`Made ${files.length} data files: ${index.map(({ name, bytes }) => `${name} ${bytes} B`).join(', ')}.`);
