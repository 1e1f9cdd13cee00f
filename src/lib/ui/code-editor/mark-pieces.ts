import { spanOf } from './diagnostics';
import type { Diagnostic } from './editor-options';
import type { TokenKind } from './token';

export interface Piece {
  text: string;
  kind: TokenKind | undefined;
  /** Underlined so. */
  mark?: 'error' | 'warning';
}

/** Pieces of a text, cut where a diagnostic begins and ends; what lies in one carries its mark. */
export function markPieces(
  pieces: readonly Piece[],
  text: string,
  diagnostics: readonly Diagnostic[]
): readonly Piece[] {
  if (diagnostics.length === 0) return pieces;
  const spans = diagnostics.map((one) => ({
    ...spanOf(text, one),
    mark: (one.severity ?? 'error') === 'error' ? ('error' as const) : ('warning' as const)
  }));
  let from = 0;
  return pieces.flatMap((piece) => {
    const [start, end] = [from, from + piece.text.length];
    from = end;
    const inside = spans.filter((span) => span.from < end && span.to > start);
    if (inside.length === 0) return [piece];
    const cuts = [...new Set([start, end, ...inside.flatMap((span) => [span.from, span.to])])]
      .filter((cut) => cut >= start && cut <= end)
      .sort((a, b) => a - b);
    return cuts.slice(0, -1).map((cut, index): Piece => {
      const over = inside.find((span) => span.from <= cut && span.to > cut);
      return {
        text: piece.text.slice(cut - start, (cuts[index + 1] ?? end) - start),
        kind: piece.kind,
        ...(over ? { mark: over.mark } : {})
      };
    });
  });
}
