import { stringify } from 'yaml';

/** What a cell in Observable's own JavaScript becomes. */
export type Rewritten =
  { is: 'input'; id: string; text: string } | { is: 'js'; text: string; rewritten: boolean } | { is: 'inert' };

/** Cells of the older dialect: a control with plain values, one definition, or statements that are JavaScript anyway. */
export function readObservable(code: string): Rewritten {
  const text = code.trim().replace(/;$/, '');
  const view = /^viewof\s+([\p{L}_$][\p{L}\p{N}_$]*)\s*=\s*([\s\S]+)$/u.exec(text);
  if (view) {
    const [, id = '', value = ''] = view;
    const input = inputText(value);
    if (input !== undefined) return { is: 'input', id, text: input };
    return isBlock(value) ? { is: 'inert' } : { is: 'js', text: `const ${id} = view(${value});`, rewritten: true };
  }
  if (/^import\s/.test(text)) return { is: 'js', text: code, rewritten: false };
  const mutable = /^mutable\s+([\p{L}_$][\p{L}\p{N}_$]*)\s*=\s*([\s\S]+)$/u.exec(text);
  if (mutable) {
    const [, id = '', value = ''] = mutable;
    return isBlock(value) ? { is: 'inert' } : { is: 'js', text: `const ${id} = Mutable(${value});`, rewritten: true };
  }
  const defined = /^([\p{L}_$][\p{L}\p{N}_$]*)\s*=(?![=>])\s*([\s\S]+)$/u.exec(text);
  if (defined) {
    const [, id = '', value = ''] = defined;
    if (isBlock(value)) return { is: 'inert' };
    return { is: 'js', text: `const ${id} = ${value};`, rewritten: true };
  }
  // `viewof x` and `mutable x` inside other code have no form in plain JavaScript.
  if (isBlock(text) || /\b(viewof|mutable)\s+[\p{L}_$]/u.test(text)) return { is: 'inert' };
  return { is: 'js', text: code, rewritten: false };
}

/** `{ … }` as a cell is statements, which may yield: it is no expression. */
function isBlock(text: string): boolean {
  return /^\{/.test(text.trim());
}

const literals = { range: 'range', number: 'number', text: 'text', toggle: 'toggle', date: 'date', select: 'select' };

/** The YAML of our own control, where a call of `Inputs` holds only plain values. */
export function inputText(call: string): string | undefined {
  const found = /^Inputs\.(\w+)\(([\s\S]*)\)$/.exec(call.trim());
  const type = literals[found?.[1] as keyof typeof literals];
  if (!found || type === undefined) return undefined;
  const read = readLiterals(found[2] as string);
  if (!read) return undefined;
  const lists = read.filter((one) => Array.isArray(one));
  const options = read.find((one) => typeof one === 'object' && one !== null && !Array.isArray(one)) ?? {};
  const { label, min, max, step, value, placeholder } = options as Record<string, unknown>;
  const [list] = lists as unknown[][];
  const own = {
    type,
    label,
    ...(type === 'range' || type === 'number' ? { min: list?.[0] ?? min, max: list?.[1] ?? max, step } : {}),
    ...(type === 'select' ? { options: list } : {}),
    value: value ?? (type === 'range' || type === 'number' ? (list?.[0] ?? min ?? 0) : undefined),
    placeholder
  };
  if (type === 'select' && !list) return undefined;
  const said = Object.fromEntries(Object.entries(own).filter(([, one]) => one !== undefined));
  return stringify(said, { lineWidth: 0 }).trimEnd();
}

/** Arguments that are JSON but for bare keys, single quotes and commas at ends. */
function readLiterals(text: string): unknown[] | undefined {
  let json = '';
  const piece = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_$][\w$]*(?=\s*:)|[^"'A-Za-z_$]+|[A-Za-z_$][\w$]*/y;
  let at = 0;
  while (at < text.length) {
    piece.lastIndex = at;
    const [found] = piece.exec(text) ?? [];
    if (found === undefined) return undefined;
    at += found.length;
    if (found.startsWith("'")) json += JSON.stringify(found.slice(1, -1).replace(/\\'/g, "'"));
    else if (/^[A-Za-z_$]/.test(found)) json += /^(true|false|null)$/.test(found) ? found : JSON.stringify(found);
    else json += found;
  }
  try {
    const read: unknown = JSON.parse(`[${json.replace(/,(\s*[\]}])/g, '$1').replace(/,\s*$/, '')}]`);
    // A bare word that is no key became a text: that would be a name of another cell.
    const words = [...text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').matchAll(/[A-Za-z_$][\w$]*(?!\s*:)\b/g)];
    const names = words.filter(([word]) => !/^(true|false|null)$/.test(word) && !isKey(text, word));
    return names.length > 0 ? undefined : (read as unknown[]);
  } catch {
    return undefined;
  }
}

function isKey(text: string, word: string): boolean {
  return new RegExp(`\\b${word.replace(/\$/g, '\\$')}\\s*:`).test(text);
}
