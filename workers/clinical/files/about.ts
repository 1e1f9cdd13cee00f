import { partsOf, type FilesRequest } from './contract';

/** What the files are, to stand beside them. In English whatever the page speaks: files go round the world. */
export function aboutFiles(request: FilesRequest): string {
  const { useCase, persons, seed, hospitals, leak, faults, tables, layout } = request;
  const hasLeak = useCase === 'picu-sepsis';
  return [
    'PHEMS-sim: simulated data, no real patient',
    '==========================================',
    '',
    'Everything in these files was made by a program from a seed. No real patient is in',
    'them, and none was used to make them. For research and education; no basis for the',
    'care of a patient.',
    '',
    `Use case: ${useCase}`,
    `Persons: ${persons}, of which those of hospitals ${hospitals.join(', ')} are written`,
    `Seed: ${seed} (the same choices give the same data everywhere)`,
    ...(hasLeak ? [`Planted leak: ${leak ? 'yes' : 'no'}`] : []),
    `Planted faults: ${faults ? 'yes' : 'no'}`,
    ...(layout === 'tables' ? [`Tables: ${tables.join(', ')}`] : []),
    `Parts: ${partsOf(request).length}. Put together they are the whole, with its ids and its order.`,
    'Times are local, without a zone. Types and units: columns.csv.',
    ...(layout === 'hackathon' ? hackathon(leak) : []),
    ''
  ].join('\n');
}

const hackathon = (leak: boolean): string[] => [
  '',
  'Layout of the "PHEMS hackathon: early sepsis prediction": its names of files and',
  'columns, none of its data. Split by person: 70 % of the persons of each hospital to',
  'train, 30 % to test. SepsisLabel_test.csv has the hours without their labels;',
  'SepsisLabel_test_labels.csv has the labels in the form of a submission: keep it from',
  'a class. measurement_meds holds the signs of life, as in the hackathon. Names of',
  'measured variables are ours.',
  'Traps: a person may have several stays; joining on the person without the time',
  `multiplies rows; cultures are taken of those with sepsis only${leak ? ';' : '.'}`,
  ...(leak ? ['the route "Intravenous" (concept.csv) gives the label away.'] : [])
];
