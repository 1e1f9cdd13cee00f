import type { AnyKind } from '$lib/notebook/kind';
import { fail } from './failures';

/** What is known of a kind before its code is here: enough for menus, keys and the file format. */
interface Face extends Pick<
  AnyKind,
  'name' | 'icon' | 'letter' | 'safe' | 'language' | 'template' | 'resultTab' | 'figure'
> {
  words: () => { title: string; hint: string };
  /** It has a form. */
  form?: true;
  /** It has words of its own for the header. */
  summary?: true;
}

/**
 * A kind whose code comes when a notebook has such a cell, or a person begins to work. Until then its text cannot be read:
 * `parse` and what needs a spec throw `kind-loading`, and the session reads the cell again when `ready` is done.
 */
export function lazyKind({ words, form, summary, ...face }: Face, load: () => Promise<AnyKind>): AnyKind {
  let kind: AnyKind | undefined;
  let loading: Promise<AnyKind> | undefined;
  const loaded = () =>
    (loading ??= load().then(
      (one) => (kind = one),
      (error: unknown) => {
        // The next one to ask tries again.
        loading = undefined;
        throw error;
      }
    ));
  const now = (): AnyKind => {
    if (kind) return kind;
    throw fail('kind-loading', { kind: face.name });
  };
  const part = <Key extends 'Output' | 'Form' | 'report'>(key: Key) =>
    (async () => (await loaded())[key]?.()) as NonNullable<AnyKind[Key]>;
  return {
    ...face,
    get title() {
      return words().title;
    },
    get hint() {
      return words().hint;
    },
    isReady: () => kind !== undefined,
    ready: async () => void (await loaded()),
    parse: (text, cell) => now().parse(text, cell),
    needs: (spec) => now().needs(spec),
    defines: (spec, id) => now().defines(spec, id),
    policy: (spec) => now().policy(spec),
    rename: (text, change) => now().rename?.(text, change) ?? text,
    run: async (spec, context) => (await loaded()).run(spec, context),
    dispose: async (names, engines) => (await loaded()).dispose?.(names, engines),
    Output: part('Output'),
    report: part('report'),
    ...(form && { Form: part('Form') }),
    ...(summary && { summary: (output: unknown) => now().summary?.(output) ?? '' })
  };
}
