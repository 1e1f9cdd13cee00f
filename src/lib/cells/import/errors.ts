import { failures } from '$workers/shared/errors';

/** What an import cell can say about its own text and its file. What the file says is the import room's. */
export const fail = failures({
  'import-needs-id': {
    message: () => 'This import has no name, so no other cell can use its table.',
    hint: () => 'Add `id=` and a name to the first line of the cell.'
  },
  'import-needs-file': {
    message: () => 'This import does not say which file it reads.',
    hint: () => 'Write `file:` and the name of a file, or drop the file on the page.'
  },
  'import-yaml': {
    message: (v) => `Line ${v.line} of this import cannot be read: ${v.what}.`,
    hint: () => 'Compare it with the import cell of the reference.'
  },
  'import-key': {
    message: (v) => `An import has no setting called \`${v.key}\`.`,
    hint: (v) => (v.near ? `Write \`${v.near}\`, or take the line out.` : 'Take the line out.')
  },
  'import-value': {
    message: (v) => `\`${v.key}\` cannot be \`${v.value}\` here: it takes ${v.expected}.`,
    hint: (v) => `Write ${v.expected}.`
  },
  'import-file-missing': {
    message: (v) => `\`${v.file}\` is not among the files of this notebook.`,
    hint: () => 'Drop the file on the page, or choose it with Add files.'
  },
  'import-file-waits': {
    message: (v) => `\`${v.file}\` has to be allowed or given again before it can be read.`,
    hint: () => 'Press Allow in the data panel, or give the file again.'
  },
  'import-site-missing': {
    message: (v) => `No file called \`${v.file}\` comes with this site.`,
    hint: (v) => `Choose one of these: ${v.known}.`
  },
  'import-asks': {
    message: (v) => `\`${v.file}\` leaves a question open: ${v.question}`,
    hint: (v) => `Open the import and choose: ${v.choices}.`
  },
  'import-not-omop': {
    message: (v) => `\`${v.file}\` holds none of the OMOP tables that this cell names.`,
    hint: () => 'Choose the folder or archive of the extract.'
  }
});
