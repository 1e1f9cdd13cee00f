import { sentenceParts } from '$lib/ui/sentence';

/** Text that is markup: made by the tag below, or let through by the cleaner of Markdown. */
export class Markup {
  constructor(readonly text: string) {}
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] as string);

/** What may stand in markup: markup as it is; texts and figures, which are escaped; and nothing. */
export type Piece = Markup | string | number | undefined | false | readonly Piece[];

/** Markup with its pieces. What is not markup is escaped, wherever it stands. */
export function html(texts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(texts.map((text, at) => text + written(pieces[at])).join(''));
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  return typeof piece === 'object' ? piece.map(written).join('') : escaped(String(piece));
}

/** A span, without a blank that nobody wrote. */
export function span(look: string, content: Piece): Markup {
  return new Markup(`<span class="${escaped(look)}">${written(content)}</span>`);
}

/** A sentence of ours: names between backticks in the code face. */
export function sentence(text: string): Piece {
  return sentenceParts(text).map(({ kind, text: words }) => {
    if (kind === 'code') return html`<code>${words}</code>`;
    return kind === 'emphasis' ? html`<em>${words}</em>` : words;
  });
}
