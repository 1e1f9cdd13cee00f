import type { AnyKind, CellKind } from '$lib/notebook/kind';
import { fail } from './failures';

/** What is known of a kind before its code is here: enough for menus, keys and the file format. */
export interface Face extends Pick<
  AnyKind,
  'name' | 'icon' | 'letter' | 'safe' | 'simulates' | 'language' | 'template' | 'resultTab' | 'tall' | 'figure'
> {
  words: () => { title: string; hint: string };
  /** It has a form. */
  form?: true;
  /** It has words of its own for the header. */
  summary?: true;
}

/** The rest of a kind: what comes when it is needed. Each part is said once, there or here. */
type Body<Spec, Output> = Omit<
  CellKind<Spec, Output>,
  Exclude<keyof Face, 'words' | 'form' | 'summary'> | 'title' | 'hint' | 'isReady' | 'ready'
>;

// Nobody outside looks into a kind's spec and output.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyBody = Body<any, any>;

/** Checks the type of what comes; nothing else. */
export function defineLazy<Spec, Output>(body: Body<Spec, Output>): Body<Spec, Output> {
  return body;
}

/**
 * A kind whose code comes when a notebook has such a cell, or a person begins to work. Until then its text cannot be read:
 * `parse` and what needs a spec throw `kind-loading`, and the session reads the cell again when `ready` is done.
 */
export function lazyKind({ words, form, summary, ...face }: Face, load: () => Promise<AnyBody>): AnyKind {
  let kind: AnyBody | undefined;
  let loading: Promise<AnyBody> | undefined;
  const loaded = () =>
    (loading ??= load().then(
      (one) => (kind = one),
      (error: unknown) => {
        // The next one to ask tries again.
        loading = undefined;
        throw error;
      }
    ));
  const now = (): AnyBody => {
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
    blame: (spec) => kind?.blame?.(spec),
    draws: (output) => kind?.draws?.(output) ?? false,
    prepare: (engines) => kind?.prepare?.(engines),
    rename: (text, change) => now().rename?.(text, change) ?? text,
    run: async (spec, context) => (await loaded()).run(spec, context),
    dispose: async (names, engines) => (await loaded()).dispose?.(names, engines),
    Output: part('Output'),
    report: part('report'),
    ...(form && { Form: part('Form') }),
    ...(summary && { summary: (output: unknown) => now().summary?.(output) ?? '' })
  };
}
