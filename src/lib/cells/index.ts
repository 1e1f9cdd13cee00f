import { nearNames } from '$workers/shared/near-names';
import { cells as words } from '$lib/messages/cells';
import type { AnyKind, KindRegistry } from '$lib/notebook/kind';
import { fail } from './failures';
import { lazyKind } from './lazy-kind';
import { markdown } from './markdown';
import { sql } from './sql';

export type { KnownNames } from './known-names';

/**
 * Every kind there is, in menu order. Adding one is a folder and an entry here. Text and queries come with the page, the
 * code of the others with the first cell that needs it.
 */
const kinds: readonly AnyKind[] = [
  markdown,
  sql,
  lazyKind(
    {
      name: 'input',
      words: () => ({ title: words.inputTitle, hint: words.inputHint }),
      icon: 'sliders-horizontal',
      letter: 'i',
      safe: true,
      language: 'yaml',
      template: 'type: range\nlabel: \nmin: 0\nmax: 100\nstep: 1\nvalue: 50\n',
      form: true
    },
    async () => (await import('./input')).input
  ),
  lazyKind(
    {
      name: 'chart',
      words: () => ({ title: words.chartTitle, hint: words.chartHint }),
      icon: 'chart-line',
      safe: true,
      language: 'yaml',
      template: 'from: \nmark: dot\nx: \ny: \n',
      figure: true,
      form: true
    },
    async () => (await import('./chart')).chart
  ),
  lazyKind(
    {
      name: 'profile',
      words: () => ({ title: words.profileTitle, hint: words.profileHint }),
      icon: 'chart-column',
      letter: 'l',
      safe: true,
      language: 'yaml',
      template: 'from: \n',
      resultTab: true,
      form: true,
      summary: true
    },
    async () => (await import('./profile')).profile
  ),
  lazyKind(
    {
      name: 'cohort',
      words: () => ({ title: words.cohortTitle, hint: words.cohortHint }),
      icon: 'users',
      letter: 'w',
      safe: true,
      language: 'yaml',
      template: 'from: \n',
      resultTab: true,
      form: true,
      summary: true
    },
    async () => (await import('./cohort')).cohort
  ),
  lazyKind(
    {
      name: 'import',
      words: () => ({ title: words.importTitle, hint: words.importHint }),
      icon: 'file-down',
      letter: 'f',
      safe: true,
      language: 'yaml',
      template: 'file: site:picu-classroom.csv'
    },
    async () => (await import('./import')).importKind
  ),
  lazyKind(
    {
      name: 'simulate',
      words: () => ({ title: words.simulateTitle, hint: words.simulateHint }),
      icon: 'dices',
      safe: true,
      language: 'yaml',
      template: 'use: picu-sepsis\npersons: 600\nseed: 1\ntables: [hours]\n',
      form: true
    },
    async () => (await import('./simulate')).simulate
  )
];

const byName = new Map(kinds.map((kind) => [kind.name, kind]));

/** The list that the page hands to the notebook. */
export const registry: KindRegistry = {
  kinds,
  find: (name) => byName.get(name),
  ready: async (names = byName.keys()) => {
    await Promise.all([...new Set(names)].map((name) => byName.get(name)?.ready?.()));
  }
};

/** @throws `kind-unknown`; the cell's text is kept as it was */
export function kindOf(name: string): AnyKind {
  const kind = byName.get(name);
  if (kind) return kind;
  throw fail('kind-unknown', { kind: name, near: nearNames(name, byName.keys()).join(', ') });
}
