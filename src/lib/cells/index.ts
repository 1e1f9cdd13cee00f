import type { AnyKind, KindRegistry } from '$lib/notebook/kind';
import { benchmarkFace } from './benchmark/face';
import { chartFace } from './chart/face';
import { jsFace, tsFace } from './code/faces';
import { cohortFace } from './cohort/face';
import { hourlyFace } from './hourly/face';
import { importFace } from './import/face';
import { inputFace } from './input/face';
import { lazyKind } from './lazy-kind';
import { markdown } from './markdown';
import { pkFace } from './pk/face';
import { pathwayFace } from './pathway/face';
import { profileFace } from './profile/face';
import { qualityFace } from './quality/face';
import { scoreFace } from './score/face';
import { simulateFace } from './simulate/face';
import { sql } from './sql';
import { statisticsFace } from './statistics/face';

export type { KnownNames } from './known-names';

/**
 * Every kind there is, in menu order. Adding one is a folder and an entry here. Text and queries come with the page, the
 * code of the others with the first cell that needs it.
 */
const kinds: readonly AnyKind[] = [
  markdown,
  sql,
  lazyKind(inputFace, async () => (await import('./input')).input),
  lazyKind(chartFace, async () => (await import('./chart')).chart),
  lazyKind(profileFace, async () => (await import('./profile')).profile),
  lazyKind(cohortFace, async () => (await import('./cohort')).cohort),
  lazyKind(qualityFace, async () => (await import('./quality')).quality),
  lazyKind(importFace, async () => (await import('./import')).importKind),
  lazyKind(hourlyFace, async () => (await import('./hourly')).hourly),
  lazyKind(scoreFace, async () => (await import('./score')).score),
  lazyKind(pkFace, async () => (await import('./pk')).pk),
  lazyKind(benchmarkFace, async () => (await import('./benchmark')).benchmark),
  lazyKind(statisticsFace, async () => (await import('./statistics')).statistics),
  lazyKind(pathwayFace, async () => (await import('./pathway')).pathway),
  lazyKind(simulateFace, async () => (await import('./simulate')).simulate),
  lazyKind(jsFace, async () => (await import('./code')).js),
  lazyKind(tsFace, async () => (await import('./code')).ts)
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
