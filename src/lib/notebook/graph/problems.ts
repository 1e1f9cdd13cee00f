import type { AppError } from '$workers/shared/errors';
import { fail } from '../errors';
import type { Cell, CellKey } from '../model';
import type { Analysis } from './analysis';
import type { Input } from './graph';
import type { Names } from './names';
import { placeOfName } from './place';
import { reservedBy } from './reserved';

interface Lack {
  name: string;
  sort: 'table' | 'value';
}

const placeOf = (cell: Cell) => (cell.id === undefined ? {} : { cell: cell.id });

export function duplicated(cell: Cell, analysis: Analysis, names: Names): AppError | undefined {
  for (const name of analysis.defines) {
    const sharing = names.sharing(name);
    if (sharing.length < 2) continue;
    const numbers = sharing.map((one) => one.index + 1);
    const cells = `${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
    return fail('name-duplicate', { name, cells, free: names.free(name) }, { place: placeOf(cell) });
  }
  return undefined;
}

export function reservedName(cell: Cell, analysis: Analysis, names: Names): AppError | undefined {
  for (const name of analysis.defines) {
    // Own code names things without SQL in mind; what SQL reads of it stands in `${…}`.
    const language = reservedBy(name, { code: analysis.kind?.safe === false });
    if (language) return fail('name-reserved', { name, language, free: names.free(name) }, { place: placeOf(cell) });
  }
  return undefined;
}

/** The path names each cell as the one before it does. */
export function circular(
  cell: Cell,
  path: readonly CellKey[],
  inputs: ReadonlyMap<CellKey, readonly Input[]>,
  analysis: Analysis
): AppError {
  const named = path.slice(1).map((key, at) => inputs.get(path[at] as CellKey)?.find((input) => input.from === key));
  const first = named.at(-1)?.defined ?? '';
  const words = [first, ...named.map((input) => input?.defined ?? '')].join(' → ');
  return fail(
    'name-cycle',
    { path: words },
    { place: placeOfName(cell, named[0]?.name ?? '', analysis.kind?.language) }
  );
}

export function vanishedName(cell: Cell, { name }: Lack, analysis: Analysis): AppError {
  const place = placeOfName(cell, name, analysis.kind?.language);
  return fail('cell-blocked', { name, why: 'missing' }, { place });
}

export function unknownName(
  cell: Cell,
  { name, sort }: Lack,
  analysis: Analysis,
  names: Names,
  files: readonly string[]
): AppError {
  const place = placeOfName(cell, name, analysis.kind?.language);
  const near = names.near(name).join(', ') || undefined;
  if (sort === 'value') return fail('name-unknown-value', { name, near }, { place });
  const file = files.find((path) => stem(path) === name.toLowerCase());
  return file ? fail('name-is-a-file', { name, file }, { place }) : fail('name-unknown', { name, near }, { place });
}

/** `extract/PERSON.csv.gz` → `person`: the name its table would have. */
function stem(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name
    .replace(/(?<=.)\..*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]/gu, '_');
}
