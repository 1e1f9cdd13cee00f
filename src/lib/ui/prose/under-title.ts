import { createContext } from 'svelte';

/** What a page writes under the title of a text, by the text's key: how long it takes, for whom it is. */
export type UnderTitle = (key: string) => string | undefined;

const [get, set, has] = createContext<UnderTitle>();

export const setUnderTitle = set;

/** Nothing where nobody set one: a text is also shown outside a notebook. */
export const getUnderTitle = (): UnderTitle => (has() ? get() : () => undefined);
