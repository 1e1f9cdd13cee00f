import { EditorView } from '@codemirror/view';

/** Everything by the page's tokens, so that light and dark need no second theme. */
export const editorTheme = EditorView.theme({
  '&': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { font: 'var(--t-code)', lineHeight: '1.3125rem', scrollbarWidth: 'thin' },
  '.cm-content': { padding: '10px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 12px' },
  // The browser's own caret and selection: drawn ones blink by a frame of the whole page, sixty times a second.
  '.cm-content ::selection': { backgroundColor: 'var(--selection)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-soft)',
    outline: '1px solid var(--line-strong)'
  },
  '.cm-nonmatchingBracket': { backgroundColor: 'transparent' },
  '.cm-searchMatch': { backgroundColor: 'var(--stale-soft)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--selection)' },
  '.cm-lintRange-error': {
    background: 'none',
    textDecoration: 'underline wavy var(--error) 1px',
    textUnderlineOffset: '4px'
  },
  '.cm-lintRange-warning, .cm-lintRange-info': {
    background: 'none',
    textDecoration: 'underline wavy var(--stale) 1px',
    textUnderlineOffset: '4px'
  },
  '.cm-tooltip': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--r-card)',
    backgroundColor: 'var(--surface)',
    boxShadow: 'var(--shadow)',
    color: 'var(--ink)',
    overflow: 'hidden'
  },
  '.cm-diagnostic': { padding: '6px 10px', border: '0', font: 'var(--t-small)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { padding: '4px', font: 'var(--t-code)', maxHeight: '15rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    height: '28px',
    padding: '0 8px',
    borderRadius: 'var(--r-control)'
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent-soft)',
    color: 'var(--ink)'
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600', color: 'var(--accent)' },
  '.cm-completionDetail': {
    marginLeft: 'auto',
    paddingLeft: '16px',
    font: 'var(--t-small)',
    color: 'var(--ink-faint)'
  },
  '.code-info': { maxWidth: '26rem', padding: '8px 12px', font: 'var(--t-small)', color: 'var(--ink-soft)' },
  '.code-info code': { font: 'var(--t-code)', color: 'var(--ink)', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  '.code-info p': { marginTop: '4px' },
  '.cm-tooltip.cm-completionInfo': { padding: '0', margin: '0 4px' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--ink)', font: 'var(--t-small)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--line)' },
  '.cm-textfield': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    backgroundColor: 'var(--surface)'
  },
  '.cm-button': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)'
  }
});
