import type { CdmColumn, CdmTable } from '../cdm';
import type { Extract } from '../extract';
import type { FoundColumn } from '../sql';

/** Whether a table of the CDM is there. */
export const has = (extract: Extract) => (table: CdmTable) => extract.has(table.name);

/** Columns of the CDM that are there, with what they are. */
export function present(extract: Extract, { name, columns }: CdmTable): (CdmColumn & { found: FoundColumn })[] {
  return columns.flatMap((column) => {
    const found = extract.column(name, column.name);
    return found ? [{ ...column, found }] : [];
  });
}
