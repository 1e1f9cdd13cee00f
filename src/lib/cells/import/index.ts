import { defineLazy } from '../lazy-kind';
import { runImport, type ImportOutput } from './run';
import { isSiteFile } from './site-file';
import { parseImport, type ImportSpec } from './spec';

export { readsFile } from './reads-file';
export type { ImportSpec } from './spec';
export { ImportDialogState, type EditedCell, type NewCell } from './dialog-state.svelte';

/** Reads a file as a person once confirmed it. Files are theirs, so it starts when asked – but for a file of the site. */
export const importKind = defineLazy<ImportSpec, ImportOutput>({
  parse: parseImport,
  needs: () => ({ tables: [], values: [] }),
  defines: (spec, id) => {
    if (spec.shape === 'omop') return spec.tables.map((table) => `${spec.prefix}${table}`);
    if (!id) return [];
    return spec.wanted.misfits === 'set-aside' ? [id, `${id}_set_aside`] : [id];
  },
  policy: (spec) => (spec.shape === 'table' && isSiteFile(spec.wanted.file) ? 'auto' : 'ask'),
  run: runImport,
  dispose: async (names, engines) => {
    await engines.data.remove(names);
    await engines.data.forget(names);
  },
  Output: () => import('./Output.svelte'),
  report: () => import('./report')
});
