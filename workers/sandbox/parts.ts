import type { CodeError, OutputPart } from './contract';
import { ColumnTable } from './column-table';
import { isElement, type Describer } from './describe';
import { LazyTable } from './lazy-table';
import { MarkdownText } from './markup';
import { NoNetwork } from './closing';

const mostMarkup = 2 * 1024 * 1024;
const mostDrawing = 6 * 1024 * 1024;
const mostElements = 5_000;
const mostDrawn = 20_000;
export const previewRows = 200;

const elements = (text: string) => text.match(/<[a-z]/gi)?.length ?? 0;

/** An element as markup, or why it is too large to be shown. */
export function markupPart(element: { outerHTML: string; nodeName: string }): OutputPart {
  const text = element.outerHTML;
  const language = element.nodeName.toLowerCase() === 'svg' ? 'svg' : 'html';
  const drawings = language === 'svg' ? [text] : (text.match(/<svg[\s>][\s\S]*?<\/svg>/gi) ?? []);
  const drawn = drawings.reduce((sum, drawing) => sum + elements(drawing), 0);
  const drawnBytes = drawings.reduce((sum, drawing) => sum + drawing.length, 0);
  const nodes = elements(text);
  const large = (what: 'html' | 'svg', size: number, unit: 'bytes' | 'elements', limit: number): OutputPart => ({
    type: 'too-large',
    what,
    size,
    unit,
    limit
  });
  if (drawn > mostDrawn) return large('svg', drawn, 'elements', mostDrawn);
  if (drawnBytes > mostDrawing) return large('svg', drawnBytes, 'bytes', mostDrawing);
  if (nodes - drawn > mostElements) return large('html', nodes - drawn, 'elements', mostElements);
  if (text.length - drawnBytes > mostMarkup) return large('html', text.length - drawnBytes, 'bytes', mostMarkup);
  return { type: 'markup', language, text, nodes };
}

/** A displayed value as the page draws it. */
export async function partOf(value: unknown, describer: Describer): Promise<OutputPart> {
  if (!(value instanceof LazyTable)) return partNow(value, describer);
  const { exact, length } = await value.head(previewRows);
  const rows = value.knownRows ?? (length < previewRows ? length : undefined);
  return { type: 'table', rows, first: exact, relation: value.name };
}

/** The same of what needs nothing to be fetched. */
export function partNow(value: unknown, describer: Describer): OutputPart {
  if (value instanceof MarkdownText) return { type: 'markdown', text: value.text.slice(0, mostMarkup) };
  if (value instanceof ColumnTable)
    return { type: 'table', rows: value.length, first: value.slice(0, previewRows).exact };
  if (typeof value === 'object' && value !== null && isElement(value)) return markupPart(value);
  return { type: 'value', node: describer.node(value) };
}

/** What code threw, whatever it is, in the terms of its cell. */
export function codeError(
  error: unknown,
  placed: (stack: string | undefined) => Pick<CodeError, 'place' | 'stack'>
): CodeError {
  if (!(error instanceof Error)) {
    const text = typeof error === 'object' && error !== null ? 'an object' : String(error);
    return { name: 'Error', message: text.slice(0, 2000), ...placed(undefined) };
  }
  const { code, hint } = error as { code?: unknown; hint?: unknown };
  return {
    name: String(error.name).slice(0, 100),
    message: String(error.message).slice(0, 2000),
    ...placed(error.stack),
    ...(typeof code === 'string' && { code }),
    ...(typeof hint === 'string' && { hint }),
    ...(error instanceof NoNetwork && { code: error.code })
  };
}
