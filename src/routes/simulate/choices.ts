import { MOST_PERSONS_IN_FILES, USE_CASES, type FilesRequest, type UseCase } from '$workers/clinical/contract';

/** What the page asks for: what is simulated, and how it is written. */
export type Choices = FilesRequest;

export const allHospitals = ['1', '2', '3', '4'] as const;

export const useCases = Object.keys(USE_CASES) as UseCase[];

/** A class, what is usual, a large one, the most: as buttons. */
export const sizesOf = (useCase: UseCase): number[] => [60, USE_CASES[useCase].usual, 5000, MOST_PERSONS_IN_FILES];

/** Above this only files: a notebook holds no more. */
export const mostInNotebook = 20_000;

export function usualChoices(useCase: UseCase = 'picu-sepsis'): Choices {
  return {
    useCase,
    persons: USE_CASES[useCase].usual,
    seed: 1,
    hospitals: allHospitals.map(Number),
    leak: useCase === 'picu-sepsis',
    faults: false,
    // All that is counted there, as in a cell that names none.
    tables: [...USE_CASES[useCase].unasked],
    format: 'parquet',
    layout: 'tables'
  };
}

/** Another use case has other tables and its own size; what both have stays. */
export function withUseCase(choices: Choices, useCase: UseCase): Choices {
  const { seed, hospitals, faults, format, persons } = choices;
  const wasUsual = persons === USE_CASES[choices.useCase].usual;
  const usual = usualChoices(useCase);
  return { ...usual, seed, hospitals, faults, format, persons: wasUsual ? usual.persons : persons };
}

/** Rows of what a use case is told by, for so many persons: hours, events, doses. Two figures are enough. */
export function aboutRows({ useCase, persons, hospitals }: Choices): number {
  const each = { 'picu-sepsis': 108, 'cardiac-surgery': 11.9, haemophilia: 175 }[useCase];
  const share = hospitals.reduce((sum, hospital) => sum + (hospitalShare[hospital] ?? 0), 0);
  return Number((persons * each * share).toPrecision(2));
}

/** Persons of each hospital, of all. */
const hospitalShare: Readonly<Record<number, number>> = { 1: 0.4, 2: 0.3, 3: 0.2, 4: 0.1 };

/** What the folder or the zip is called. */
export function folderName({ useCase, persons, seed, layout }: Choices): string {
  return `phems-sim-${useCase}-${persons}-seed-${seed}${layout === 'hackathon' ? '-hackathon' : ''}`;
}

/** The same choices as the text of a `simulate` cell. */
export function cellText({ useCase, persons, seed, hospitals, leak, faults, tables }: Choices): string {
  const lines = [`use: ${useCase}`, `persons: ${persons}`, `seed: ${seed}`, `tables: [${tables.join(', ')}]`];
  if (hospitals.length < allHospitals.length) lines.push(`hospitals: [${hospitals.join(', ')}]`);
  if (useCase === 'picu-sepsis' && !leak) lines.push('leak: false');
  if (faults) lines.push('faults: true');
  return lines.join('\n');
}

/** A notebook of one cell. @param words its title and what it says of itself */
export function notebookText(choices: Choices, words: { title: string; text: string }): string {
  return `---
title: "${words.title}"
format: 1
---

# ${words.title}

${words.text}

\`\`\`simulate id=simulated
${cellText(choices)}
\`\`\`
`;
}
