import type { Snippet } from 'svelte';
import type { Plain } from './fields';

/** What a form shows below the control of each list: names beside its ids. Undefined where there is nothing to show. */
export type ListAid =
  | Snippet<
      [
        {
          path: readonly (string | number)[];
          written: Plain | undefined;
          put: (value: Plain | undefined) => void;
        }
      ]
    >
  | undefined;

/** The context in which a form hands it to its fields, as a function, so that it may change. */
export const listAid = Symbol('list-aid');
