import { nearNames } from '$workers/shared/near-names';
import { fail } from '../errors';
import { defaultPolicy, type Policy } from './policy';

const format = 'phems-config/1';
const mostBytes = 64 * 1024;

/** Keys of the file. Those without a reader here belong to later parts of the page: they are accepted, and do nothing yet. */
const keys = [
  ...['format', 'name', 'shortName', 'logo', 'accent', 'languages', 'language', 'organisation', 'notice', 'policy'],
  ...['catalogue', 'extensions', 'federation', 'events', 'lessons', 'legal', 'terms']
];

/** How a key of `policy` is read: the stricter side of what every deployment has. */
const policyKeys: Readonly<Record<string, (value: unknown, place: string) => Partial<Policy>>> = {
  minCell: (value, place) => ({ minCell: oneOf(value, place, [5, 10]) }),
  clipboardRows: (value, place) => {
    if (!Number.isInteger(value) || Number(value) < 0 || Number(value) > defaultPolicy.clipboardRows)
      throw wrong(place, `0 … ${defaultPolicy.clipboardRows}`, value);
    return { clipboardRows: Number(value) };
  },
  allowExport: (value, place) => {
    const { rows } = fieldsOf(value, place, ['rows']);
    return rows === undefined ? {} : { rows: oneOf(rows, `${place}.rows`, ['never', 'ask'] as const) };
  },
  sampleOnly: flag,
  allowImport: flag,
  allowJsCells: flag,
  kMin: figure,
  epsilonCap: figure,
  retentionDays: figure
};

/**
 * The policy of a `config.json`. What the file does not say is as everywhere; nothing in it can allow more than that.
 * @throws `config-…` with the place in the file and near names; nothing of a wrong file holds
 */
export function readConfig(text: string): Policy {
  if (text.length > mostBytes) throw fail('config-large', { kb: mostBytes / 1024 });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fail('config-damaged', {}, { cause, details: cause instanceof Error ? cause.message : String(cause) });
  }
  const config = fieldsOf(value, 'config.json', keys);
  if (config['format'] !== format) throw wrong('format', format, config['format']);
  if (config['policy'] === undefined) return defaultPolicy;
  const policy = fieldsOf(config['policy'], 'policy', Object.keys(policyKeys));
  return Object.entries(policy).reduce<Policy>(
    (sum, [key, given]) => ({ ...sum, ...policyKeys[key]?.(given, `policy.${key}`) }),
    defaultPolicy
  );
}

/** @throws `config-key` with the names near to one that nobody knows */
function fieldsOf(value: unknown, place: string, known: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(place, '{ … }', value);
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    const [near] = nearNames(unknown, known, 1);
    throw fail('config-key', { key: place === 'config.json' ? unknown : `${place}.${unknown}`, near });
  }
  return value as Record<string, unknown>;
}

function oneOf<Choice>(value: unknown, place: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw wrong(place, choices.join(', '), value);
  return found;
}

function flag(value: unknown, place: string): Partial<Policy> {
  if (typeof value !== 'boolean') throw wrong(place, 'true, false', value);
  return {};
}

function figure(value: unknown, place: string): Partial<Policy> {
  if (typeof value !== 'number' || !(value > 0)) throw wrong(place, '> 0', value);
  return {};
}

const wrong = (place: string, expected: string, found: unknown) =>
  fail('config-value', { key: place, expected, found: JSON.stringify(found)?.slice(0, 40) ?? '–' });
