import type { ImportSpec } from './spec';

/** Whether a spec (of any kind) reads a file or something inside it. */
export function readsFile(spec: unknown, path: string): boolean {
  const shaped = spec as ImportSpec | undefined;
  const file = shaped?.shape === 'omop' ? shaped.file : shaped?.shape === 'table' ? shaped.wanted.file : undefined;
  return file !== undefined && (file === path || file.startsWith(`${path}/`) || path.startsWith(`${file}/`));
}
