import { sqlKeywords } from '$lib/ui/code-editor/sql-words';
import { quoted } from '../sql-name';

/** A name as it stands in SQL: in quotes only where it must. */
export function asWritten(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) && !sqlKeywords.has(name.toLowerCase()) ? name : quoted(name);
}
