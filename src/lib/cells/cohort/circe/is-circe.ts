/**
 * Whether a text looks like a cohort definition of ATLAS, as exported or in the wrapping of WebAPI: cheap enough to ask
 * of everything that is pasted.
 */
export function isCirce(text: string): boolean {
  return /^\s*\{/.test(text) && /\\?"PrimaryCriteria\\?"\s*:/.test(text);
}
