import type { Catalogue, Values } from '$workers/shared/errors';

export const engineNames: Readonly<Record<string, string>> = {
  data: 'data engine',
  clinical: 'simulator',
  statistics: 'statistics engine',
  layout: 'engine for drawings',
  sandbox: 'engine for code'
};
const name = (v: Values) => engineNames[String(v.name)] ?? String(v.name);

type Code =
  | 'stopped'
  | 'engine-restarted'
  | 'engine-not-started'
  | 'engine-crashed'
  | 'engine-closed'
  | 'code-request'
  | 'code-value-lost';

/** What the engines' clients say. The engines' own failures come from the workers' catalogues. */
export const engineFailures: Catalogue<Code> = {
  stopped: { message: (v) => `Stopped in the ${name(v)}.`, hint: () => 'Run the cell again when you are ready.' },
  'engine-restarted': {
    message: (v) => `The ${name(v)} was restarted, so this was not finished.`,
    hint: () => 'Run the cell again.'
  },
  'engine-not-started': {
    message: (v) => `The ${name(v)} did not start in this browser.`,
    hint: () => 'Reload the page. If it stays, use a current Chromium, Firefox or Safari.'
  },
  'engine-crashed': {
    message: (v) => `The ${name(v)} broke down in this cell and was restarted.`,
    hint: () => 'Select fewer rows or columns before running the cell again.'
  },
  'engine-closed': {
    message: (v) => `The ${name(v)} was closed with its notebook.`,
    hint: () => 'Open the notebook again.'
  },
  'code-request': {
    message: () => 'The code asked the notebook for something that it does not give.',
    hint: () => 'Use tables by their name, and `sql` for queries.'
  },
  'code-value-lost': {
    message: (v) => `The value of \`${v.name}\` went with a restart of the engine for code.`,
    hint: (v) => `Run the cell that makes \`${v.name}\`.`
  }
};
