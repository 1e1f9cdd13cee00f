import { counted } from './pages';

/** What the data panel says. */
export const panel = {
  id: 'id, not shown',
  idValues: (n: number) => `id, ${counted(n, 'value', 'values')}`,
  search: 'Find a file, table or cell',
  nothingFound: (query: string, near: readonly string[]) =>
    near.length === 0
      ? `No file, table or cell called *${query}*.`
      : `No file, table or cell called *${query}*. Near: ${near.map((name) => `\`${name}\``).join(', ')}.`,
  kinds: {
    view: 'view, made when it is read',
    file: 'read in place, not copied',
    table: 'table in memory'
  } as Record<string, string>,
  tableName: (name: string, size: string, kind: string) => `${name}, ${size}, ${kind}`,
  columnName: (name: string, type: string, unit: string | undefined) =>
    unit === undefined ? `${name}, ${type}` : `${name}, ${type}, ${unit}`,
  columnsOf: (table: string) => `Columns of ${table}`,
  moreColumns: (n: number) => counted(n, 'more column', 'more columns'),
  from: (cell: string) => `from ${cell}`,
  missingShare: (percent: string) => `${percent} missing`,
  insertHint: 'Enter, a double click or a drag writes the name at the caret',
  insertName: 'Insert the name',
  newProfile: 'Profile',
  goToCell: 'Go to its cell',
  readAnotherWay: 'Read it in another way …',
  readAgain: 'Read as a new table …',
  reimport: 'Re-import',
  keepOld: 'Keep the old table',
  giveAgain: 'Give it again …',
  changed: (file: string) => `\`${file}\` has changed since it was read.`,
  changedMany: (n: number) => `${counted(n, 'file has', 'files have')} changed since they were read.`,
  wasNow: (was: string, now: string) => `Was ${was}, now ${now}.`
};
