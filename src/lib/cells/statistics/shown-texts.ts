import { formatCount, formatNumber } from '$lib/messages/figures';
import { spoken } from '$lib/messages/language.svelte';
import { inLanguage } from '$lib/messages/separators';
import { statisticsWords as words } from '$lib/messages/statistics';
import type { Values } from '$workers/shared/errors';
import { formatP } from '$workers/shared/number-format';
import type { ShownCell, ShownTable } from '$workers/statistics';
import { FEW, isFew } from './few';
import { writtenAs } from './numbers';

export interface ShownTexts {
  title: string;
  head: string[];
  rows: { cells: string[]; look: 'plain' | 'part' | 'heading' }[];
  /** What stands in place of what is hidden. */
  note: string | undefined;
}

/**
 * A table for reading, in words.
 *
 * @param hides before an audience and in reports: figures of few persons are not told
 */
export function shownTexts({ title, head, rows }: ShownTable, { hides }: { hides: boolean }): ShownTexts {
  const texts = rows.map(({ cells, look = 'plain' as const }): ShownTexts['rows'][number] => ({
    cells: cells.map((cell) => textOf(cell, hides)),
    look
  }));
  const hidden = hides && rows.some(({ cells }) => cells.some((cell) => 'few' in cell && cell.few));
  return {
    title: words.shown.titles[title as keyof typeof words.shown.titles],
    head: head.map((cell) => textOf(cell, hides)),
    rows: texts,
    note: hidden ? words.shown.hiddenNote : undefined
  };
}

function textOf(cell: ShownCell, hides: boolean): string {
  if (hides && 'few' in cell && cell.few) {
    return cell.as === 'count' && isFew(cell.value) ? words.few : words.shown.hidden;
  }
  switch (cell.as) {
    case 'said':
      return cell.text;
    case 'word':
      return wordOf(cell, hides);
    case 'count':
      return cell.of === undefined ? formatCount(cell.value) : withShare(cell.value, cell.of);
    case 'number':
      return fixed(cell.value, cell.decimals);
    case 'mean':
      return cell.value === null ? '' : `${fixed(cell.value, cell.decimals)} (${fixed(cell.sd, cell.decimals) || '–'})`;
    case 'median':
      return cell.value === null ? '' : words.quartiles(fixed(cell.value, cell.decimals), fixed(cell.q1, cell.decimals), fixed(cell.q3, cell.decimals)); // prettier-ignore
    case 'rate':
      return rateText(cell);
    case 'p':
      return cell.value === null ? '' : inLanguage(formatP(cell.value), spoken.language);
    case 'none':
      return '';
  }
}

function wordOf({ code, values = {} }: Extract<ShownCell, { as: 'word' }>, hides: boolean): string {
  const say = words.shown.words[code as keyof typeof words.shown.words] as (values: Values) => string;
  const texts = Object.entries(values).map(([key, value]) => {
    if (typeof value === 'string') return [key, value];
    return [key, hides && key === 'n' && value > 0 && value < FEW ? words.few : formatNumber(value)];
  });
  return say(Object.fromEntries(texts) as Values);
}

/** "12 (24)", with a decimal where the group is large enough for one to say something. */
function withShare(count: number, of: number): string {
  if (of === 0) return formatCount(count);
  return `${formatCount(count)} (${fixed((100 * count) / of, of >= 100 ? 1 : 0)})`;
}

function rateText({ value, lower, upper }: Extract<ShownCell, { as: 'rate' }>): string {
  const [text, from, to] = writtenAs('rate', [value, lower, upper]) as [string, string, string];
  return lower === null && upper === null ? text : `${text} (${words.limits(from, to)})`;
}

function fixed(value: number | null, decimals: number): string {
  if (value === null) return '';
  const text = new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Math.abs(value)); // prettier-ignore
  return inLanguage(`${value < 0 && Number(text) !== 0 ? '\u2212' : ''}${text}`, spoken.language);
}
