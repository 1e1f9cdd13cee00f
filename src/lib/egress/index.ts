/** A file that is to leave the page for the disk. */
export interface Leaving {
  /** With its ending. */
  name: string;
  content: Blob;
}

/**
 * The one place where bytes leave the page. Saved by the browser where it saves files.
 * A gate will stand here: whoever lets something out calls this and nothing else.
 */
export function saveFile({ name, content }: Leaving): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** A title as the name of a file: letters, figures and dashes. */
export function fileName(title: string, ending: string, otherwise = 'notebook'): string {
  return `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || otherwise}.${ending}`;
}
