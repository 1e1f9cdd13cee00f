import { spoken } from './language.svelte';
import type { Words } from './words';

type Rooms = NonNullable<typeof spoken.rooms>;

/**
 * Texts that follow the language: each is looked up when it is read, so a component shows the new one when the language
 * changes. What has no text in that language is said in English.
 *
 * @param english the source
 * @param other the same texts in another language
 */
export function follow<T extends object>(english: T, other: (rooms: Rooms) => Words<T>): Words<T> {
  return followed(english, () => spoken.rooms && other(spoken.rooms));
}

function followed<T extends object>(english: T, other: () => object | undefined): Words<T> {
  const inner = new Map<PropertyKey, object>();
  return new Proxy(english, {
    get(target, key) {
      const source: unknown = Reflect.get(target, key);
      if (!isGroup(source)) return valueIn(other(), key) ?? source;
      let group = inner.get(key);
      if (!group) {
        group = followed(source, () => valueIn(other(), key) as object | undefined);
        inner.set(key, group);
      }
      return group;
    }
  }) as Words<T>;
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueIn(group: object | undefined, key: PropertyKey): unknown {
  return group && Object.hasOwn(group, key) ? Reflect.get(group, key) : undefined;
}
