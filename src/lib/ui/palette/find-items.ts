import { editDistance } from '$workers/shared/near-names';
import { paletteGroups, type Found, type PaletteGroup, type PaletteItem, type Span } from './palette-item';

/** What a match is worth: the whole name, its beginning, the beginning of a word in it, any part, a slip of the keyboard. */
const worth = { whole: 100, start: 80, word: 60, part: 40, other: 30, slip: 15 };

interface Hit {
  score: number;
  span: Span | undefined;
}

/** Lower case, without accents; as long as the text itself, so that places stay. */
function folded(text: string): string {
  return [...text]
    .map((letter) => {
      const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
      return bare.length === letter.length ? bare : letter.toLowerCase().slice(0, letter.length);
    })
    .join('');
}

/** Where words begin in a label: `heart_rate`, `lactateByAge`, `Add a cell`. */
function wordStarts(label: string): number[] {
  return [...label.matchAll(/[\p{L}\p{N}]+/gu)].flatMap((match) => {
    const humps = [...match[0].matchAll(/(?<=\p{Ll})\p{Lu}/gu)].map((hump) => match.index + hump.index);
    return [match.index, ...humps];
  });
}

function hitOf(word: string, item: PaletteItem, label: string): Hit | undefined {
  const at = label.indexOf(word);
  const span = (from: number) => ({ from, to: from + word.length });
  if (at === 0) return { score: label.length === word.length ? worth.whole : worth.start, span: span(0) };
  if (at > 0) {
    const start = wordStarts(item.label).find((from) => label.startsWith(word, from));
    return start === undefined
      ? { score: worth.part, span: span(at) }
      : { score: worth.word - Math.min(start, 9), span: span(start) };
  }
  const others = `${item.words ?? ''} ${item.meta ?? ''}`;
  return folded(others).includes(word) ? { score: worth.other, span: undefined } : undefined;
}

/** A word of the label that begins as typed, but for a slip or (from seven letters on) two. */
function slipOf(word: string, item: PaletteItem, label: string): Hit | undefined {
  const most = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  if (most === 0) return undefined;
  let best: Hit | undefined;
  for (const from of wordStarts(item.label)) {
    for (let length = word.length - most; length <= word.length + most; length++) {
      const part = label.slice(from, from + length);
      if (part.length < word.length - most) break;
      const distance = editDistance(word, part, most);
      const score = worth.slip - distance * 5;
      if (distance <= most && score > (best?.score ?? -Infinity))
        best = { score, span: { from, to: from + part.length } };
    }
  }
  return best;
}

function found(
  items: readonly PaletteItem[],
  words: readonly string[],
  hit: (word: string, item: PaletteItem, label: string) => Hit | undefined
): Found[] {
  return items.flatMap((item): Found[] => {
    const label = folded(item.label);
    const hits: Hit[] = [];
    for (const word of words) {
      const one = hit(word, item, label);
      if (!one) return [];
      hits.push(one);
    }
    const score = hits.reduce((sum, one) => sum + one.score, 0) / hits.length;
    return [{ item, score, spans: joined(hits.flatMap(({ span }) => span ?? [])) }];
  });
}

/** Spans in their order, without overlaps. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else all.push({ ...span });
  }
  return all;
}

/**
 * What fits a query, best first. Every word must fit; slips of the keyboard count only where nothing fits as typed.
 */
export function findItems(items: readonly PaletteItem[], query: string): Found[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return items.map((item) => ({ item, score: 0, spans: [] }));
  const exact = found(items, words, hitOf);
  const all =
    exact.length > 0
      ? exact
      : found(items, words, (word, item, label) => hitOf(word, item, label) ?? slipOf(word, item, label));
  return all.sort((a, b) => b.score - a.score || a.item.label.length - b.item.label.length);
}

export interface FoundGroup {
  group: PaletteGroup;
  found: readonly Found[];
}

/** Best first within a group, groups in their order. */
export function inGroups(all: readonly Found[], most: number): FoundGroup[] {
  return paletteGroups
    .map((group) => ({ group, found: all.filter(({ item }) => item.group === group).slice(0, most) }))
    .filter((one) => one.found.length > 0);
}
