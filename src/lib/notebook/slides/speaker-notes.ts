/** A fence of three signs or more whose first word is `note`: words for the speaker, never for the audience. */
const opening = /^ {0,3}(`{3,}|~{3,})\s*note\s*$/;

/** A text of prose in two parts: what everybody sees, and what the speaker wrote to themselves. */
export function splitNotes(text: string): { shown: string; notes: string } {
  const shown: string[] = [];
  const notes: string[] = [];
  let fence: string | undefined;
  let other: string | undefined;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== undefined) {
      if (closes(mark, fence)) fence = undefined;
      else notes.push(line);
      continue;
    }
    if (other !== undefined) {
      if (closes(mark, other)) other = undefined;
    } else if (mark) {
      fence = opening.exec(line)?.[1];
      if (fence !== undefined) {
        if (notes.length > 0) notes.push('');
        continue;
      }
      other = mark[1];
    }
    shown.push(line);
  }
  return { shown: shown.join('\n'), notes: notes.join('\n') };
}

function closes(mark: RegExpExecArray | null, fence: string): boolean {
  return mark !== null && (mark[1] ?? '').startsWith(fence) && (mark[2] ?? '').trim() === '';
}
