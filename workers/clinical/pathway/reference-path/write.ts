/** Signs of the language of reference paths. A name that holds one is quoted. */
const NEEDS_QUOTES = /^$|^\s|\s$|[>|()[\]*+"→]/;

/** The name of an activity as it stands in a reference path. */
export function writeStep(name: string): string {
  return NEEDS_QUOTES.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
