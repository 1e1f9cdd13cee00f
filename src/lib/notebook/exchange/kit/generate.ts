// Code that Notebook Kit can run, made from cells of ours that are no code. It draws and asks the same; our own text
// goes beside it, so nothing depends on reading this code back.
import { parseDocument } from 'yaml';
import type { Cell } from '../../model';
import { inertFence, isName, writeInfo } from '../info';

type Entries = Readonly<Record<string, unknown>>;

/** The entries of a cell's YAML; none where it is not YAML. */
function entriesOf(text: string): Entries {
  const document = parseDocument(text, { logLevel: 'silent' });
  if (document.errors.length > 0) return {};
  const read: unknown = document.toJS({ maxAliasCount: 100 });
  return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Entries) : {};
}

/** Pretty enough to be read: `{label: "Age", step: 1}`. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const pairs = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${pairs.map(([key, one]) => `${/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key)}: ${literal(one)}`).join(', ')}}`;
}

const marks: Record<string, string> = {
  dot: 'dot',
  line: 'lineY',
  area: 'areaY',
  bar: 'barY',
  rule: 'ruleY',
  tick: 'tickX',
  cell: 'cell',
  box: 'boxX',
  histogram: 'rectY',
  text: 'text'
};

/** @returns a call of Plot over the table's name, or undefined where the cell names no table */
export function plotCode(text: string): string | undefined {
  const { from, mark, x, y, color, title, caption, height, scales } = entriesOf(text);
  if (typeof from !== 'string' || !isName(from)) return undefined;
  const kind = marks[String(mark)] ?? 'dot';
  const channels = { x, y, [kind === 'lineY' || kind === 'tickX' ? 'stroke' : 'fill']: color };
  const used = Object.fromEntries(Object.entries(channels).filter(([, value]) => typeof value === 'string'));
  const drawn =
    kind === 'rectY'
      ? `Plot.rectY(${from}, Plot.binX({y: "count"}, ${literal(used)}))`
      : `Plot.${kind}(${from}, ${literal(used)})`;
  const axes = (typeof scales === 'object' && scales !== null ? scales : {}) as Entries;
  const options = [
    ...(typeof title === 'string' ? [`title: ${literal(title)}`] : []),
    ...(typeof caption === 'string' ? [`caption: ${literal(caption)}`] : []),
    ...(typeof height === 'number' ? [`height: ${height}`] : []),
    ...(['x', 'y', 'color'] as const).flatMap((scale) => (axes[scale] ? [`${scale}: ${literal(axes[scale])}`] : [])),
    `marks: [${drawn}]`
  ];
  return `Plot.plot({\n${options.map((option) => `  ${option}`).join(',\n')}\n})`;
}

/** @returns a view of the control under the cell's name, or undefined where it is not one that Inputs has */
export function inputCode(id: string | undefined, text: string): string | undefined {
  if (id === undefined || !isName(id)) return undefined;
  const { type, label, min, max, step, value, options, placeholder } = entriesOf(text);
  const has = (more: Entries) => literal({ label, ...more });
  const view = (call: string) => `const ${id} = view(${call});`;
  switch (type ?? 'range') {
    case 'range':
      return view(`Inputs.range(${literal([min ?? 0, max ?? 1])}, ${has({ step, value })})`);
    case 'number':
      return view(`Inputs.number(${has({ min, max, step, value })})`);
    case 'text':
      return view(`Inputs.text(${has({ value, placeholder })})`);
    case 'date':
      return view(`Inputs.date(${has({ min, max, value })})`);
    case 'toggle':
      return view(`Inputs.toggle(${has({ value })})`);
    case 'select':
      return Array.isArray(options) ? view(`Inputs.select(${literal(options)}, ${has({ value })})`) : undefined;
    case 'multi-select':
      return Array.isArray(options) ? view(`Inputs.checkbox(${literal(options)}, ${has({ value })})`) : undefined;
    default:
      return undefined;
  }
}

/** A cell that Notebook Kit has nothing for, as a fence in Markdown. */
export function fencedCode(cell: Cell): string {
  const info = writeInfo(cell);
  const fence = inertFence('yaml', cell.text);
  return fence.replace('yaml', () => `yaml ${info.replaceAll('`', "'")}`);
}
