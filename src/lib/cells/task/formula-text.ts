import { parseDocument, isScalar, type Scalar } from 'yaml';
import { renamedInFormula } from '$workers/shared/formula-tokens';

/*
 * Formulas inside YAML: a place of the formula in the text around it, and a formula with another name in the way it was
 * written: plain, in quotes, or as a block of lines.
 */

/** What of a scalar's source is its value, if it stands there letter by letter. */
function bodyOf(
  source: string,
  { type, value }: Pick<Scalar, 'type' | 'value'>
): { start: number; end: number } | undefined {
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' ? 1 : 0;
  const [start, end] = [quoted, source.length - quoted];
  return source.slice(start, end) === value ? { start, end } : undefined;
}

/**
 * Where a place of a scalar's value stands in the text around it.
 *
 * @param at counted from 0, as the answer is; of a value that is folded or escaped it is the start of the scalar
 */
export function offsetInScalar(text: string, node: Scalar, at: number): number {
  const [from, to] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
  const source = text.slice(from, to);
  const body = bodyOf(source, node);
  if (body) return from + body.start + at;
  if (node.type !== 'BLOCK_LITERAL' || typeof node.value !== 'string') return from;
  const before = node.value.slice(0, at).split('\n');
  const lines = source.split('\n');
  const row = before.length;
  const value = node.value.split('\n')[row - 1] ?? '';
  const line = lines[row];
  if (line === undefined || !line.endsWith(value)) return from;
  const start = lines.slice(0, row).reduce((sum, one) => sum + one.length + 1, 0);
  return from + start + line.length - value.length + (before.at(-1) ?? '').length;
}

/** The source of a scalar with another name in its formula; undefined where the formula does not have it. */
export function renamedScalar(text: string, node: Scalar, from: string, to: string): string | undefined {
  const value = String(node.value);
  const renamed = renamedInFormula(value, from, to);
  if (renamed === value) return undefined;
  const source = text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  const body = bodyOf(source, node);
  if (body) {
    const candidate = source.slice(0, body.start) + renamed + source.slice(body.end);
    if (meansOf(candidate) === renamed) return candidate;
  } else if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') {
    // Blanks mean nothing in a formula, so that the lines as they stand are one.
    const head = source.indexOf('\n') + 1;
    return source.slice(0, head) + renamedInFormula(source.slice(head), from, to);
  }
  return JSON.stringify(renamed);
}

/** A name in backticks begins no plain scalar. */
function meansOf(source: string): unknown {
  const { errors, contents } = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
  return errors.length === 0 && isScalar(contents) ? contents.value : undefined;
}
