import type { Component } from 'svelte';
import type { AnyKind, OutputProps } from '$lib/notebook/kind';

type Output = Component<OutputProps<unknown, unknown>>;

const here = new WeakMap<AnyKind, Output>();
const coming = new WeakMap<AnyKind, Promise<Output>>();

/** What draws a kind's results, if it has come. */
export function outputHere(kind: AnyKind): Output | undefined {
  return here.get(kind);
}

/** Fetches what draws a kind's results, once for the hundreds of cells that ask. What failed is fetched anew. */
export function outputOf(kind: AnyKind): Promise<Output> | undefined {
  const known = coming.get(kind);
  if (known || !kind.Output) return known;
  const fetched = kind.Output().then((module) => {
    here.set(kind, module.default);
    return module.default;
  });
  coming.set(kind, fetched);
  fetched.catch(() => coming.delete(kind));
  return fetched;
}
