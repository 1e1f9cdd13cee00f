import { getLineInfo } from 'acorn';
import type { AppError, Values } from '../../shared/errors';
import { closes, ends, openAt } from './brackets';
import { fail, type CodeErrorCode } from './errors';
import { placed } from './place';

interface Said {
  code: CodeErrorCode;
  values?: Values;
  /** Elsewhere than where the parser stopped. */
  at?: number;
}

/** What the parser could not read, in its own words, and where. */
export class Misread {
  constructor(
    readonly message: string,
    readonly at: number
  ) {}

  static of(error: unknown): Misread {
    if (error instanceof Misread) return error;
    if (!(error instanceof SyntaxError) || !('pos' in error) || typeof error.pos !== 'number') throw error;
    return new Misread(error.message.replace(/ \(\d+:\d+\)$/, ''), error.pos);
  }

  /** The same in words of ours. */
  worded(text: string): AppError {
    const { code, values, at = this.at } = this.#said(text);
    return fail(code, values, { ...placed(text, Math.min(at, text.length)), details: this.message });
  }

  #said(text: string): Said {
    for (const [pattern, make] of known) {
      const hit = pattern.exec(this.message);
      if (hit) return make(text, this.at, hit[1] ?? '');
    }
    return { code: 'code-syntax' };
  }
}

type Known = readonly [RegExp, (text: string, at: number, name: string) => Said];
const plain = (code: CodeErrorCode) => (): Said => ({ code });
const withWord =
  (code: CodeErrorCode) =>
  (text: string, at: number): Said => ({ code, values: { word: wordAt(text, at) } });
const withName =
  (code: CodeErrorCode) =>
  (_: string, __: number, name: string): Said => ({ code, values: { name } });

/** The parser's sentences, the special ones first. */
const known: readonly Known[] = [
  [/^Unexpected token(?:, expected "(.+)")?/, (text, at, expected) => unexpected(text, at, expected)],
  [/^Unterminated string/, (text, at) => ({ code: 'code-open', values: { word: text.charAt(at) } })],
  [/^Unterminated template/, openTemplate],
  [/^Unterminated comment/, () => ({ code: 'code-open', values: { word: '/*' } })],
  [
    /^Unterminated regular expression/,
    (text, at) => ({ code: 'code-open', values: { word: '/' }, at: slash(text, at) })
  ],
  [/^Invalid regular expression|regular expression flag/, pattern],
  [/^Unexpected character '(.+)'$/s, character],
  [/^Expecting Unicode escape/, escape],
  [/number|Numeric separator/, (text, at) => ({ code: 'code-number', values: { word: numberAround(text, at) } })],
  [/escape|Octal literal|Code point/i, plain('code-escape')],
  [/^Identifier '(.+)' has already been declared|^Argument name clash/, twice],
  [/^Unsyntactic (break|continue)/, jump],
  [/^Label '(.+)' is already declared/, plain('code-label')],
  [/^'return' outside/, plain('code-return')],
  [/keyword 'await'|'await' as identifier|Await expression|Await using/, plain('code-await')],
  [/keyword 'yield'|'yield' as identifier|Yield expression/, plain('code-yield')],
  [
    /^Shorthand property/,
    (text, at) => ({ code: 'code-unexpected', values: { word: wordAt(text, at), expected: ':' } })
  ],
  [/rvalue|^Assigning to|^Binding|left-hand side|^Parenthesized pattern|tag of tagged/, target],
  [/initializ(er|ation value)/, plain('code-pattern-value')],
  [/^The keyword '(.+)' is reserved|^Unexpected keyword '(.+)'|^let is disallowed/, reserved],
  [/^Missing catch/, plain('code-try')],
  [/^Multiple default/, plain('code-default')],
  [/^Illegal newline after throw/, plain('code-throw')],
  [/^Private field '(.+)'/, withName('code-private')],
  [/constructor|Classes|getter should|setter should|Setter/i, plain('code-class')],
  [/super/, plain('code-super')],
  [/rest element|^Rest elements/, plain('code-rest')],
  [/coalesce/, plain('code-mix')],
  [/^'with' in strict|^Deleting local/, withWord('code-with')],
  [/^'import' and 'export'/, withWord('code-top')],
  [/new\.target|meta property|import\.meta/, plain('code-meta')]
];

const statements = /^(?:const|let|var|function|class|return|if|for|while|do|switch|try|throw|import|export)$/;

/** @param expected what the parser wanted instead, where it says so */
function unexpected(text: string, at: number, expected?: string): Said {
  if (text.slice(at).trim() === '') {
    const open = openAt(text, text.length);
    if (open) return { code: 'code-open', values: { word: open.text }, at: open.start };
    return { code: 'code-ends', at: ends(text) };
  }
  const word = wordAt(text, at);
  if (word === '"' || word === "'") return { code: 'code-open', values: { word } };
  const open = openAt(text, at);
  const named = /\bconst\s+(?:[^;]*,\s*)?([\p{L}_$][\p{L}\p{N}_$]*)\s*$/u.exec(text.slice(0, at));
  if (named && (open?.start ?? -1) < named.index && word !== '=') {
    return { code: 'code-pattern-value', at: named.index + named[0].trimEnd().length - (named[1] ?? '').length };
  }
  const still = open && { open: open.text, line: getLineInfo(text, open.start).line };
  if (/^[)\]}]$/.test(word) && !closes(word, open?.text))
    return { code: 'code-closes-nothing', values: { word, ...still } };
  if (still && statements.test(word) && /^[([]$/.test(still.open))
    return { code: 'code-still-open', values: { word, ...still } };
  return { code: 'code-unexpected', values: { word, ...(expected && { expected }) } };
}

function openTemplate(text: string): Said {
  const open = openAt(text, text.length);
  return { code: 'code-open', values: { word: '`' }, ...(open?.text === '`' && { at: open.start }) };
}

/** The parser counts from behind the `/`. */
const slash = (text: string, at: number): number => (text.charAt(at) === '/' ? at : text.lastIndexOf('/', at));

function pattern(text: string, after: number): Said {
  const at = slash(text, after);
  const word = /^\/(?:\\.|\[(?:\\.|[^\]\n])*\]?|[^/\\[\n])*\/?\w*/u.exec(text.slice(at))?.[0];
  return { code: 'code-pattern', values: { word: word ?? '/' }, at };
}

function twice(text: string, at: number, name: string): Said {
  if (name.startsWith('#')) return { code: 'code-twice', values: { name } };
  return { code: 'code-twice', values: { name: name || wordAt(text, at) } };
}

function jump(text: string, at: number, word: string): Said {
  const label = new RegExp(`^${word}[ \\t]+([\\p{L}_$][\\p{L}\\p{N}_$]*)`, 'u').exec(text.slice(at))?.[1];
  return label === undefined
    ? { code: 'code-break', values: { word } }
    : { code: 'code-label', values: { name: label } };
}

/** A lone `#` or `\` is met at the sign behind it. */
function character(text: string, at: number, word: string): Said {
  const lone = text.charAt(at - 1) === '#';
  return { code: 'code-character', values: { word: lone ? '#' : word }, at: lone ? at - 1 : at };
}

function escape(text: string, at: number): Said {
  return { code: 'code-character', values: { word: '\\' }, at: text.lastIndexOf('\\', at) };
}

/** Brackets round what cannot be assigned to belong to it. */
function target(text: string, from: number): Said {
  const at = from - (/(?:\(\s*)*$/.exec(text.slice(0, from))?.[0].length ?? 0);
  return { code: 'code-target', values: { word: wordAt(text, at) }, at };
}

/** `let` among values is a statement that comes too early. */
function reserved(text: string, at: number): Said {
  const said = unexpected(text, at);
  return said.code === 'code-still-open' ? said : { code: 'code-reserved', values: { word: wordAt(text, at) } };
}

/** A name, a number, a short text or a sign: what a person sees at the place. */
export function wordAt(text: string, at: number): string {
  const word =
    /^(?:#?[\p{L}\p{N}_$]+|(["'])(?:\\.|(?!\1)[^\n])*\1|=>|\.\.\.|[=!]==?|\?\?|\?\.|&&|\|\||[-+*/%&|^<>]=|.)/u;
  return word.exec(text.slice(at))?.[0] ?? '';
}

function numberAround(text: string, at: number): string {
  const before = /[\w.]*$/.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^[\w.]*/.exec(text.slice(at))?.[0] ?? '';
  return before + after;
}
