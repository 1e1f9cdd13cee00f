import { counted } from './pages';
import { formatCount } from '$workers/shared/number-format';

/** What a cell of own code shows. */
export const code = {
  held: (size: string) => `${size} in memory`,
  tree: 'Value',
  /** Of a value with many children. */
  more: (n: number, of: string) => `Show ${n} more of ${of}`,
  gone: 'The engine for code was restarted: run the cell again to look further.',
  cutText: (shown: string, all: string) => `${shown} of ${all} characters`,
  console: 'Console',
  consoleLines: (n: number) => counted(n, 'line', 'lines'),
  levels: { log: 'log', info: 'info', warn: 'warning', error: 'error', debug: 'debug' },
  left: (n: number) => `${counted(n, 'line', 'lines')} not kept`,
  showLines: (n: number) => `Show ${counted(n, 'more line', 'more lines')}`,
  goTo: (line: number, column: number) => `Go to line ${line}, column ${column}`,
  place: (line: number, column: number) => `${line}:${column}`,
  drawing: (of: string) => `Drawing of ${of}`,
  table: (of: string) => `Table of ${of}`,
  thisCell: 'this cell',
  firstRows: (shown: number, all: number) => `${formatCount(shown)} of ${counted(all, 'row', 'rows')}`,
  tooLarge: {
    html: 'This HTML is too large to be shown',
    svg: 'This drawing is too large to be shown'
  },
  tooLargeBytes: (megabytes: string, limit: string) => `${megabytes} MB, the limit is ${limit} MB.`,
  tooLargeElements: (n: number, limit: number) => `${formatCount(n)} elements, the limit is ${formatCount(limit)}.`,
  aggregateFirst: 'Summarise first: bins, means, or a random part of the rows.',
  notShown: (name: string) => `This value could not be shown: ${name}`,
  rowsHidden: 'Values hidden while presenting',
  showRows: 'Show',
  value: 'Value',
  all: 'All',
  none: 'None'
};
