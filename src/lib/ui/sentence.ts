export interface SentencePart {
  kind: 'text' | 'code' | 'emphasis';
  text: string;
}

/** Splits a sentence of our messages: `` `name` `` is set as code, `*word*` in italics. Everything else is plain. */
export function sentenceParts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  for (const [whole, code, emphasis] of sentence.matchAll(/`([^`]+)`|\*([^*\s][^*]*)\*|[^`*]+|[`*]/g)) {
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', text: emphasis });
    else parts.push({ kind: 'text', text: whole });
  }
  return parts;
}

/** The pieces of a name between which it may go on in the next line. */
export function nameParts(name: string): string[] {
  return name.split(/(?<=[._/])(?=[^._/])/u);
}

/** The same sentence without marks, for names that are read aloud. */
export function plainSentence(sentence: string): string {
  return sentenceParts(sentence)
    .map((part) => part.text)
    .join('');
}
