import type { KnownNames } from '$lib/cells';
import type { CompletionProvider, DescriptionProvider } from '$lib/ui/code-editor/editor-options';
import type { PageState } from './page-state.svelte';

/** What can be named at the caret now. */
async function knownNames({ session, engines }: PageState): Promise<KnownNames> {
  const { names, relations } = session;
  return {
    relations,
    tables: names.filter(({ sort }) => sort !== 'value').map(({ name }) => name),
    values: names.filter(({ sort }) => sort === 'value').map(({ name }) => name),
    // Only a started engine is asked: typing must not load it.
    functions: engines.data.running ? await engines.data.functions().catch(() => []) : []
  };
}

/** What an editor of this kind of cell offers; undefined where there is nothing to offer. */
export function completions(page: PageState, kind: string): CompletionProvider | undefined {
  if (page.registry.find(kind)?.language === 'markdown') return undefined;
  return async (request) => {
    const { completionFor } = await import('$lib/cells/completion');
    return (await completionFor(kind, () => knownNames(page))?.(request)) ?? [];
  };
}

/** What it tells of the word under the pointer. */
export function descriptions(page: PageState, kind: string): DescriptionProvider | undefined {
  if (page.registry.find(kind)?.language === 'markdown') return undefined;
  return async (request) => {
    const { descriptionFor } = await import('$lib/cells/completion');
    return descriptionFor(kind, () => knownNames(page))?.(request);
  };
}
