import type { Place } from '$workers/shared/errors';
import { readTask, specOf } from '../task';
import { profileFields, type AgeUnit } from './fields';

export interface ProfileSpec {
  from: string;
  group: string | undefined;
  age: string | undefined;
  age_unit: AgeUnit | undefined;
  title: string | undefined;
  caption: string | undefined;
  /** Where a key stands in the text. */
  placeOf(key: string): Place;
}

/** @throws `task-…` with line and column in the text */
export function parseProfile(text: string): ProfileSpec {
  const reading = readTask(text, profileFields);
  return { ...specOf(reading), placeOf: (key) => reading.placeOf([key]) };
}
