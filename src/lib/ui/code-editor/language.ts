import { StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tagHighlighter, tags } from '@lezer/highlight';
import './javascript';
import type { LineState, Token } from './token';
import { tokenLine, type CodeLanguage } from './tokens';

const tagOf = {
  keyword: tags.keyword,
  string: tags.string,
  number: tags.number,
  name: tags.name,
  type: tags.typeName,
  comment: tags.comment,
  heading: tags.heading,
  emphasis: tags.emphasis,
  strong: tags.strong
};

interface State {
  line: LineState;
  rest: Token[];
  next: LineState;
}

const comments: Partial<Record<CodeLanguage, object>> = {
  sql: { line: '--', block: { open: '/*', close: '*/' } },
  yaml: { line: '#' },
  javascript: { line: '//', block: { open: '/*', close: '*/' } },
  typescript: { line: '//', block: { open: '/*', close: '*/' } }
};

const brackets: Partial<Record<CodeLanguage, string[]>> = {
  markdown: ['('],
  javascript: ['(', '[', '{', "'", '"', '`'],
  typescript: ['(', '[', '{', "'", '"', '`']
};

/**
 * CodeMirror's side of our own tokens. Its SQL, YAML and Markdown packages colour otherwise than the static view (the
 * page would flicker on a click), know no `${…}`, and weigh 90 kB gz together.
 */
export function languageOf(language: CodeLanguage): Extension {
  const stream = StreamLanguage.define<State>({
    name: language,
    startState: () => ({ line: '', rest: [], next: '' }),
    copyState: (state) => ({ ...state, rest: [...state.rest] }),
    token: (stream, state) => {
      if (stream.sol()) {
        const read = tokenLine(language, stream.string, state.line);
        state.rest = read.tokens;
        state.next = read.state;
      }
      const token = state.rest.shift();
      if (token) stream.pos += token.length;
      else stream.skipToEnd();
      if (stream.eol()) state.line = state.next;
      return token?.kind ?? null;
    },
    tokenTable: tagOf,
    languageData: {
      commentTokens: comments[language],
      closeBrackets: { brackets: brackets[language] ?? ['(', '[', '{', "'", '"'] }
    }
  });
  const classes = tagHighlighter(Object.entries(tagOf).map(([kind, tag]) => ({ tag, class: `code-${kind}` })));
  return [stream, syntaxHighlighting(classes)];
}
