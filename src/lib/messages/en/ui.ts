import { formatCount } from '$workers/shared/number-format';

/** `1 row`, `1,204 rows`. */
function counted(n: number, one: string, many: string): string {
  return `${formatCount(n)} ${n === 1 ? one : many}`;
}

/** What the pieces of the interface say by themselves, in English. */
export const ui = {
  palette: {
    title: 'Search or do',
    placeholder: 'Search cells, tables and commands',
    results: 'Found',
    groups: {
      recent: 'Last used',
      do: 'Do',
      go: 'Go to',
      insert: 'Insert',
      tables: 'Tables',
      reference: 'Reference'
    },
    none: (query: string) => `Nothing found for ${query}. Try fewer letters.`,
    count: (n: number) => counted(n, 'result', 'results'),
    choose: 'choose',
    go: 'go',
    insert: 'insert name at the caret',
    commandsOnly: 'commands only'
  },
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  theme: {
    button: 'Light or dark',
    now: { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' }
  },
  field: {
    changed: (value: string) => `differs from the default, ${value}`,
    changedShort: 'differs from the default',
    numberExpected: 'Write a number, with a point before decimals: 0.5.',
    numberTooSmall: (min: number) => `Needs at least ${min}.`,
    numberTooLarge: (max: number) => `Needs at most ${max}.`,
    numberWhole: 'Needs a whole number.'
  },
  choice: {
    none: 'None chosen',
    all: (n: number) => `All ${formatCount(n)} chosen`,
    some: (n: number, of: number) => `${formatCount(n)} of ${formatCount(of)} chosen`,
    find: 'Find a choice',
    noHit: 'No choice of that name',
    chooseAll: 'Choose all',
    chooseNone: 'Choose none'
  },
  error: {
    cell: (id: string) => `cell \`${id}\``,
    file: (file: string) => `\`${file}\``,
    line: (line: number, column?: number) => (column === undefined ? `line ${line}` : `line ${line}, column ${column}`),
    goTo: 'Go to the place',
    details: 'Details',
    moreLines: (n: number) => `… ${counted(n, 'more line', 'more lines')}`,
    copyReport: 'Copy for a report',
    copyReportNote: 'The copy holds no values of your data.'
  },
  cellState: {
    fresh: 'fresh',
    edited: 'edited',
    stale: 'stale',
    queued: 'queued',
    running: 'running',
    stopping: 'stopping',
    failed: 'stopped by an error',
    blocked: 'waits',
    stopped: 'stopped',
    off: 'off',
    ask: 'run when ready',
    hidden: 'rows hidden while presenting',
    editing: 'editing',
    none: 'not run yet'
  },
  prose: {
    done: 'done',
    open: 'open',
    opens: (host: string) => `Opens ${host} in a new tab`,
    imageElsewhere: (words: string) => `${words} (a picture from elsewhere is not loaded)`
  },
  drop: {
    frame: 'Drop to read the files here. They stay on this device.'
  },
  table: {
    name: (label: string) => `Table ${label}`,
    plainName: 'Table',
    missing: 'missing',
    empty: 'empty',
    yes: 'yes',
    no: 'no',
    size: (rows: number, columns: number) => `${counted(rows, 'row', 'rows')} × ${formatCount(columns)}`,
    sizeUnknown: (rows: number, columns: number) => `≥ ${counted(rows, 'row', 'rows')} × ${formatCount(columns)}`,
    noRows: 'No rows.',
    noColumns: 'No columns.',
    copy: 'Copy',
    copyHint: 'Copy the selection, or the whole table',
    copied: (cells: number) => `Copied ${counted(cells, 'cell', 'cells')}.`,
    copyAgain: 'The rows are read now. Copy once more.',
    copyTooMany: (cells: number, limit: number) =>
      `${formatCount(cells)} cells are too many for the clipboard. Select at most ${formatCount(limit)}.`,
    expand: 'Expand',
    collapse: 'Show less',
    loading: 'reading …',
    pageFailed: 'These rows could not be read.',
    again: 'Read again',
    sortBy: (name: string) => `Sort by ${name}`,
    selected: (rows: number, columns: number) =>
      `${formatCount(rows)} × ${formatCount(columns)} = ${counted(rows * columns, 'cell', 'cells')} selected`,
    types: {
      id: 'identifier',
      int: 'whole number',
      number: 'number',
      text: 'text',
      bool: 'yes or no',
      date: 'date',
      time: 'date and time',
      span: 'duration',
      list: 'list',
      object: 'structure'
    }
  },
  editor: {
    language: {
      sql: 'SQL',
      markdown: 'Markdown',
      yaml: 'YAML',
      javascript: 'JavaScript',
      typescript: 'TypeScript',
      text: 'Text'
    },
    name: (language: string) => `${language} editor`
  },
  chart: {
    showTable: 'Show as table',
    showChart: 'Show as chart',
    firstRows: (shown: number, rows: number) => `${formatCount(shown)} of ${counted(rows, 'row', 'rows')}`
  }
} as const;
