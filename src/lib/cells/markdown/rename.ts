import type { Rename } from '$lib/notebook/kind';

/** Prose names cells and columns between backticks; fenced text is a quotation and stays. */
export function renameInProse(text: string, { from, to }: Rename): string {
  let fence: string | undefined;
  return text
    .split('\n')
    .map((line) => {
      const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (mark && fence === undefined) fence = mark[0];
      else if (mark && mark[0] === fence) fence = undefined;
      if (mark || fence !== undefined) return line;
      return line.replace(/(?<!`)`([^`]+)`(?!`)/g, (whole, name: string) => (name === from ? `\`${to}\`` : whole));
    })
    .join('\n');
}
