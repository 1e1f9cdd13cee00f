import type { Values } from '$workers/shared/errors';

const cut = (value: string | number | undefined, length = 60): string => {
  const text = String(value ?? '');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined) => `\`${cut(value).replaceAll('`', "'")}\``;
const some = (n: string | number | undefined, one: string, many: string) => `${n} ${Number(n) === 1 ? one : many}`;

/** Why a file of another program is not opened. */
export const exchangeFailures = {
  'ipynb-json': {
    message: (v: Values) => `${code(v.file)} stops being JSON at line ${v.line}, column ${v.column}.`,
    hint: () => 'Save the notebook again where it was made, and open that file.'
  },
  'ipynb-shape': {
    message: (v: Values) => `${code(v.file)} is JSON, but not a Jupyter notebook: it has no list of cells.`,
    hint: () => 'Choose a file that Jupyter, VS Code or Colab saved as a notebook.'
  },
  'kit-none': {
    message: (v: Values) => `${code(v.file)} has no \`<notebook>\` element, so it is no notebook of Notebook Kit.`,
    hint: () => 'Choose the source file of the notebook, not the page that was built from it.'
  },
  'kit-unclosed': {
    message: (v: Values) =>
      `The \`<script>\` at line ${v.line}, column ${v.column} of ${code(v.file)} is never closed.`,
    hint: () => 'Look whether the file was cut, and take it again from where it was made.'
  },
  'link-broken': {
    message: (v: Values) => `The notebook in this link is cut or changed (${v.letters} letters after \`#n=\`).`,
    hint: () => 'Copy the whole link again, or ask for the notebook as a file.'
  },
  'link-large': {
    message: (v: Values) => `The notebook in this link is larger than ${v.mb} MB when it is unpacked.`,
    hint: () => 'Ask for the notebook as a file.'
  },
  'file-large': {
    message: (v: Values) => `${code(v.file)} is larger than ${v.mb} MB, more than a notebook without results has.`,
    hint: () => 'Clear its outputs where it was made, save, and open that file.'
  }
} as const;

/** The import report, and sharing by a link. */
export const exchange = {
  reportTitle: (file: string) => `What came of ${file}`,
  reportText: (kept: number) =>
    kept === 1 ? 'One cell came over as it was.' : `${kept} cells came over as they were.`,
  kept: 'Kept',
  changed: 'Changed',
  dropped: 'Left out',
  cell: (n: number) => `Cell ${n}`,
  wholeFile: 'The file',
  nothing: 'Nothing was changed or left out.',
  keepOutputs: 'Keep pictures and text',
  keepOutputsText:
    'Pictures and printed text of the file can be put in as text cells. Tables never: they can hold rows.',
  done: 'Done',
  linkTitle: 'Share as a link',
  linkText:
    'The notebook itself stands in the link, after the `#`: no host is sent it, and no data is in it. Whoever has the link can read it.',
  linkLabel: 'Link',
  linkSize: (kb: string) => `${kb} kB`,
  linkLong: 'Some programs cut links of this length. A file is safer.',
  linkRefused: (kb: string) =>
    `As a link this notebook would have ${kb} kB; browsers and mail stop at 60. Save it as a file.`,
  copy: 'Copy',
  copied: 'Copied'
};

/** What the import report says of a cell, or of the file. */
export const remarkTexts = {
  renamed: (v: Values) => `A second ${code(v.from)}: this one is called ${code(v.to)} now.`,
  'nbformat-old': (v: Values) => `Written in nbformat ${v.from}, read as version 4.`,
  'nbformat-new': (v: Values) => `Written in nbformat ${v.from}, newer than this page knows: read as version 4.`,
  worksheets: (v: Values) => `${v.n} worksheets stand one behind the other now.`,
  outputs: (v: Values) => `${some(v.n, 'output was', 'outputs were')} left out: results are made anew, on your data.`,
  'attachment-large': (v: Values) => `The picture ${code(v.name)} is larger than 1 MB and was left out.`,
  'attachment-unused': (v: Values) => `The attachment ${code(v.name)} is shown nowhere and was left out.`,
  'attachment-no-image': (v: Values) => `The attachment ${code(v.name)} is no picture and was left out.`,
  'cell-empty': (v: Values) => `An empty cell (${v.type}) was left out.`,
  'cell-unknown': (v: Values) => `A cell of the type ${code(v.type)} is kept as text.`,
  raw: () => 'A raw cell is kept as text.',
  'sql-arguments': (v: Values) => `Left out after \`%%sql\`: ${code(v.text)}. Queries run on this device.`,
  'sql-template': () => 'The query has `{{…}}`: write `${name}` for the value of an input.',
  'code-inert': (v: Values) =>
    `${v.language} is kept as text that does not run: this notebook runs SQL, JavaScript and tasks.`,
  html: () => 'HTML is kept as text and not shown as a page.',
  script: (v: Values) => `${v.language} is kept; it does not run before you allow it.`,
  kernel: (v: Values) => `The kernel ${code(v.kernel)} is not needed here.`,
  metadata: (v: Values) => `Left out what only the other program reads: ${cut(v.keys, 120)}.`,
  'kit-id': (v: Values) => `The cell's number ${code(v.id)} was double or none; cells are numbered by their order.`,
  'kit-stray': (v: Values) => `Left out what stands outside the cells: ${code(v.text)}.`,
  'kit-edited': (v: Values) => `The code was changed since it was written from a ${v.kind} cell, so the code counts.`,
  'kit-edited-text': () => 'The text was changed since it was written here; the new one counts.',
  'kit-template': () => 'Text with `${…}` is kept as a JavaScript cell.',
  'kit-tex': () => 'TeX is kept between `$$` in a text cell.',
  'kit-observable': () => "This cell of Observable's own JavaScript is kept as text that does not run.",
  'kit-input': (v: Values) => `The control ${code(v.name)} is an input cell now.`,
  'kit-not-shipped': (v: Values) => `${code(v.source)} is not shipped with this page and is never fetched.`,
  'kit-database': (v: Values) =>
    `The query asks the database ${code(v.database)}; it is off until you have looked at it.`
} as const;
