import { AppError } from '../../shared/errors';
import { standardNames } from '../contract';
import { compile, placeOf } from './compile';
import type { CodeReading, ReadOptions } from './contract';
import { fail } from './errors';
import { javascriptNames } from './javascript-names';
import { ownSpot, type Mappings } from './mappings';
import { namesIn } from './names';
import { parse } from './parse';
import { placed } from './place';
import { declarationsIn, hoistedIn, Scope } from './scope';
import { stripTypes } from './strip-types';

const standard: ReadonlySet<string> = new Set(standardNames);

/**
 * Reads a cell of own code: what it declares, what it takes from others, and what the sandbox runs.
 * @throws AppError with line and column in the text
 */
export function readCode(text: string, { language, label }: ReadOptions): CodeReading {
  if (!text.trim()) throw fail('code-empty', {}, { place: { line: 1, column: 1 } });
  if (language === 'js') return read(text, label, []);
  const { text: plain, mappings } = stripTypes(text);
  try {
    return read(plain, label, mappings);
  } catch (error) {
    throw inOwnText(error, mappings);
  }
}

function read(text: string, label: string, mappings: Mappings): CodeReading {
  const parsed = parse(text);
  const body = parsed.gives === 'value' ? [parsed.node] : parsed.node.body;
  const declared = parsed.gives === 'names' ? declarationsIn(parsed.node.body) : [];
  const defines = [...new Set(declared.map(({ name }) => name))];
  const outside = new Scope().declare(defines).declare(hoistedIn(parsed.gives === 'names' ? body : []));
  const { unbound, tables } = namesIn(body, outside, text, parsed.shift);
  for (const { name, start } of declared) {
    if (standard.has(name) || javascriptNames.has(name)) throw fail('code-name-taken', { name }, placed(text, start));
  }
  return {
    code: {
      ...compile(text, parsed),
      defines,
      references: unbound.filter((name) => !javascriptNames.has(name) && !standard.has(name)),
      uses: unbound.filter((name) => standard.has(name)),
      tables,
      label
    },
    own: placeOf(parsed, mappings)
  };
}

function inOwnText(error: unknown, mappings: Mappings): unknown {
  if (!(error instanceof AppError) || error.place?.line === undefined) return error;
  const { line, column = 1 } = error.place;
  const own = ownSpot(mappings, { line, column: column - 1 });
  const place = { ...error.place, line: own.line, column: own.column + 1 };
  return new AppError(error.code, error.message, error.hint, place, error.values, error.details, error.cause);
}
