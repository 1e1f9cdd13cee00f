/** The one place where a file leaves the page: called by the gate, after the person's word, and by nobody else. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has its own hold of it by then; a large one in a busy browser takes a moment.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A title as the name of a file: letters, figures and dashes. */
export function fileName(title: string, ending: string, otherwise = 'notebook'): string {
  return `${title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || otherwise}.${ending}`;
}
