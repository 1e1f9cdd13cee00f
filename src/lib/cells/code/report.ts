import type { CodeReading } from '$workers/sandbox/analysis';
import type { OutputPart, ValueNode } from '$workers/sandbox/contract';
import { largestOf } from '$workers/shared/extent';
import { code as words } from '$lib/messages/code';
import type { Report, ReportBlock, ReportGiven } from '$lib/notebook/report/contract';
import type { CodeShown } from './run';
import { nodeText, openText } from './tree';

type Given = ReportGiven<CodeReading, CodeShown>;

/**
 * What the code showed, in its order; the console stays in the notebook. Where it used rows of persons, nobody can tell
 * what it made of them: all of it counts as rows then.
 */
export const report: Report<CodeReading, CodeShown> = async (given) => {
  const { output } = given.output;
  const blocks = (await Promise.all(output.parts.map((part) => blocksOf(part, given)))).flat();
  return { individual: blocks.length > 0 && (await readsRows(given)), blocks };
};

async function readsRows({ spec, holdsRows, relation, value }: Given): Promise<boolean> {
  for (const name of [...spec.code.tables, ...spec.code.references]) {
    if (relation(name)) {
      if (await holdsRows(name)) return true;
    } else if (value(name) === undefined) {
      // Made by other code, which may have read rows.
      return true;
    }
  }
  return false;
}

async function blocksOf(part: OutputPart, given: Given): Promise<ReportBlock[]> {
  const { engines, signal, most, cell } = given;
  switch (part.type) {
    case 'value':
      return [{ type: 'markdown', text: fenced(treeText(part.node)) }];
    case 'markdown':
      return [{ type: 'markdown', text: part.text }];
    case 'markup':
      return [
        {
          type: 'figure',
          description: words.drawing(cell.id ?? words.thisCell),
          draw: (host) => drawInto(host, part.text, part.language, signal)
        }
      ];
    case 'table': {
      const { first, relation, rows } = part;
      const table =
        relation !== undefined && most > first.rows
          ? await engines.data.page({ name: relation, offset: 0, limit: most }, { signal })
          : { ...first, rows: Math.min(first.rows, most) };
      return [{ type: 'table', table, of: rows ?? table.rows }];
    }
    case 'view':
      return part.view.control === 'button'
        ? []
        : [{ type: 'facts', facts: [[part.view.label || words.value, said(part.view)]] }];
    case 'error':
      return [{ type: 'text', text: words.notShown(part.error.name), faint: true }];
    case 'too-large':
      return [{ type: 'text', text: `${words.tooLarge[part.what]}.`, faint: true }];
  }
}

/** Cleaned as on the page. A style sheet would reach all of the report: it stays out. */
async function drawInto(host: HTMLElement, text: string, language: 'html' | 'svg', signal: AbortSignal): Promise<void> {
  const { cleanMarkup, breathing, wearLook } = await import('$lib/ui/markup');
  const clean = await cleanMarkup(text, language, breathing(signal));
  if (!(clean instanceof DocumentFragment)) return;
  for (const sheet of clean.querySelectorAll('style')) sheet.remove();
  wearLook(clean);
  const wall = document.createElement('div');
  wall.style.cssText = 'contain: layout paint; overflow-x: auto';
  wall.append(clean);
  host.append(wall);
}

type View = Extract<OutputPart, { type: 'view' }>['view'];

function said(view: View): string {
  const { value } = view;
  if ('options' in view) {
    const chosen = Array.isArray(value) ? (value as readonly number[]) : [Number(value)];
    return chosen.map((at) => view.options[at] ?? '').join(', ') || '–';
  }
  return value === null || value === '' ? '–' : String(value);
}

/** A value as lines: itself, or each of its children on one. */
function treeText(node: ValueNode): string {
  if (node.sort === 'string') return node.text;
  const children = node.children ?? [];
  const whole = nodeText(node);
  if (children.length === 0 || whole.length <= 100) return whole;
  const lines = children.map(({ key, node: child }) => `  ${key}: ${nodeText(child, 1)}`);
  const more = (node.size ?? children.length) - children.length;
  return [openText(node), ...lines, ...(more > 0 ? [`  … ${more}`] : [])].join('\n');
}

function fenced(text: string): string {
  const longest = Math.max(2, largestOf((text.match(/`+/g) ?? []).map((ticks) => ticks.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
