/** What is chosen of a map: a node or an edge, by its place. */
export interface Chosen {
  kind: 'node' | 'edge';
  place: number;
}

export const isSame = (one: Chosen | undefined, other: Chosen): boolean =>
  one?.kind === other.kind && one.place === other.place;
