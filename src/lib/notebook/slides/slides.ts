import MarkdownIt from 'markdown-it';
import { attribute, isOff, type Cell, type CellKey } from '../model';
import { splitNotes } from './speaker-notes';

/** A piece of a slide: prose, or a cell that is live. */
export type SlidePiece =
  | { type: 'heading'; key: CellKey; text: string }
  | { type: 'prose'; key: CellKey; text: string }
  | { type: 'cell'; key: CellKey };

export interface Slide {
  /** Its heading without marks, or nothing. */
  title: string;
  pieces: readonly SlidePiece[];
  /** Words for the speaker, as Markdown. */
  notes: string;
  /** The cell it begins with. */
  first: CellKey;
}

const markdown = new MarkdownIt({ html: false });

/** The notebook as slides: a new one begins at `#`, at `##` and after `---`. Cells that are off or hidden are none's. */
export function slidesOf(cells: readonly Cell[]): Slide[] {
  const slides: Slide[] = [];
  let open: { title: string; pieces: SlidePiece[]; notes: string[] } = empty();
  const close = () => {
    const first = open.pieces[0];
    if (first)
      slides.push({ title: open.title, pieces: open.pieces, notes: open.notes.join('\n\n'), first: first.key });
    open = empty();
  };
  for (const cell of cells) {
    if (isOff(cell) || attribute(cell, 'show') === 'false') continue;
    if (cell.kind !== 'markdown') {
      open.pieces.push({ type: 'cell', key: cell.key });
      continue;
    }
    for (const part of partsOf(cell.text)) {
      if (part.begins) close();
      const { shown, notes } = splitNotes(part.text);
      if (part.heading !== undefined) {
        open.title = part.title;
        open.pieces.push({ type: 'heading', key: cell.key, text: part.heading });
      }
      if (shown.trim() !== '') open.pieces.push({ type: 'prose', key: cell.key, text: shown.trim() });
      if (notes.trim() !== '') open.notes.push(notes.trim());
    }
  }
  close();
  return slides;
}

const empty = () => ({ title: '', pieces: [] as SlidePiece[], notes: [] as string[] });

interface Part {
  /** A slide begins with it. */
  begins: boolean;
  /** The heading it begins with, as written; its words alone. */
  heading: string | undefined;
  title: string;
  text: string;
}

/** A text cut at its first- and second-level headings and at its rules of hyphens, where they stand in no list or quote. */
function partsOf(text: string): Part[] {
  const lines = text.split('\n');
  const cuts: { from: number; to: number; heading: boolean; title: string }[] = [];
  const tokens = markdown.parse(text, {});
  tokens.forEach((token, at) => {
    if (token.level !== 0 || !token.map) return;
    const [from, to] = token.map;
    if (token.type === 'heading_open' && /^h[12]$/.test(token.tag)) {
      cuts.push({ from, to, heading: true, title: plainWords(tokens[at + 1]?.children ?? []) });
    } else if (token.type === 'hr' && token.markup.startsWith('-')) cuts.push({ from, to, heading: false, title: '' });
  });
  const parts: Part[] = [];
  const before = lines.slice(0, cuts[0]?.from ?? lines.length).join('\n');
  if (before.trim() !== '') parts.push({ begins: false, heading: undefined, title: '', text: before });
  cuts.forEach(({ from, to, heading, title }, at) => {
    parts.push({
      begins: true,
      heading: heading ? lines.slice(from, to).join('\n') : undefined,
      title,
      text: lines.slice(to, cuts[at + 1]?.from ?? lines.length).join('\n')
    });
  });
  return parts;
}

function plainWords(tokens: readonly { type: string; content: string }[]): string {
  return tokens
    .filter(({ type }) => type === 'text' || type === 'code_inline' || type === 'softbreak')
    .map(({ type, content }) => (type === 'softbreak' ? ' ' : content))
    .join('');
}
