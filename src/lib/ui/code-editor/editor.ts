import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type CompletionContext,
  type CompletionResult
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyField, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentUnit, language, syntaxTree } from '@codemirror/language';
import { diagnosticCount, setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, Prec, Transaction, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap } from '@codemirror/view';
import { AfterFrame } from './after-frame';
import { leastChange, offsetOf, spanOf } from './diagnostics';
import type { CompletionProvider, Diagnostic, EditorOptions } from './editor-options';
import { infoBox } from './info-box';
import { languageOf } from './language';
import { editorTheme } from './theme';

/** Marks a change that came from outside: it is not reported back, and not undone by the text's undo. */
const fromOutside = Annotation.define<boolean>();

/** A place of the window, a line and column (from 1), or an offset in the text. */
export type CaretPlace = { x: number; y: number } | { line: number; column: number } | { offset: number };

/** A live editor. The view is CodeMirror's; what the page needs of it is here. */
export interface CodeEditorHandle {
  setText(text: string): void;
  setDiagnostics(diagnostics: readonly Diagnostic[]): void;
  setReadOnly(readOnly: boolean): void;
  /** What it is called changes with the cell's name and place. */
  setLabel(label: string): void;
  /** Puts the caret at a place, or leaves it where it is, and the focus into it where it is to have that. */
  place(at: CaretPlace | undefined, how: { focus: boolean }): void;
  /** Where the caret is, in characters from the start. */
  caret(): number;
  /** The word at the caret. */
  word(): string;
  /** Writes at the caret, over the selection. */
  insert(text: string): void;
  /** Does what a key does that was pressed before. */
  press(key: KeyboardEvent): void;
  destroy(): void;
}

/** Makes an editor inside `parent`. */
export function createEditor(parent: HTMLElement, options: EditorOptions): CodeEditorHandle {
  const readOnly = new Compartment();
  const naming = new Compartment();
  const named = (label: string) => EditorView.contentAttributes.of({ 'aria-label': label });
  const later = new AfterFrame();
  const extensions: Extension = [
    Prec.highest(keymap.of([{ any: (_, event) => key(event) }])),
    EditorView.domEventHandlers({ blur: () => later.now() }),
    history(),
    bracketMatching(),
    closeBrackets(),
    indentUnit.of('  '),
    languageOf(options.language),
    autocompletion({
      override: [(context) => completion(context, options.complete())],
      icons: false,
      activateOnTyping: options.language !== 'markdown'
    }),
    hoverTooltip(async (view, position) => {
      const found = await options.describe()?.({ text: view.state.doc.toString(), position });
      if (!found) return null;
      return { pos: found.from, end: found.to, create: () => ({ dom: infoBox(found.title, found.text) }) };
    }),
    highlightSelectionMatches(),
    keymap.of([
      ...closeBracketsKeymap,
      ...completionKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab
    ]),
    Prec.lowest(keymap.of([{ key: 'Escape', run: () => (options.onescape(), true) }])),
    EditorView.contentAttributes.of({
      spellcheck: 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      autocorrect: 'off',
      translate: 'no'
    }),
    EditorView.updateListener.of((update) => {
      const own = update.transactions.some((transaction) => transaction.annotation(fromOutside));
      if (update.docChanged && !own) later.soon(() => options.onchange(view.state.doc.toString()));
    }),
    readOnly.of(EditorState.readOnly.of(options.readOnly)),
    // A line is seen whole; beside, a scroll sideways with every key costs a quarter of the key's time.
    EditorView.lineWrapping,
    naming.of(named(options.label)),
    editorTheme
  ];
  const view = new EditorView({ parent, state: stateOf(options, extensions) });
  const key = (event: KeyboardEvent) => {
    // A command means the text as it stands.
    if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) later.now();
    return options.onkey(event);
  };
  const setText = (text: string) => {
    // What was typed meanwhile comes after it.
    if (later.now()) return;
    const change = leastChange(view.state.doc.toString(), text);
    if (change)
      view.dispatch({ changes: change, annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)] });
  };
  const insert = (text: string) => view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
  // Remembered with another text: it changed while no editor was there.
  setText(options.text);
  return {
    setText,
    setDiagnostics: (diagnostics) => {
      if (diagnostics.length === 0 && diagnosticCount(view.state) === 0) return;
      const text = view.state.doc.toString();
      const marks = diagnostics.map((one) => ({
        ...spanOf(text, one),
        message: one.message,
        severity: one.severity ?? ('error' as const)
      }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    setLabel: (label) => view.dispatch({ effects: naming.reconfigure(named(label)) }),
    setReadOnly: (now) => view.dispatch({ effects: readOnly.reconfigure(EditorState.readOnly.of(now)) }),
    place: (at, { focus }) => {
      if (focus) view.focus();
      if (!at) return;
      const anchor = 'x' in at ? view.posAtCoords(at) : offsetAt(view.state.doc.toString(), at);
      if (anchor !== null) view.dispatch({ selection: { anchor }, scrollIntoView: !('x' in at) });
    },
    caret: () => view.state.selection.main.head,
    word: () => {
      const { head } = view.state.selection.main;
      const span = view.state.wordAt(head);
      return span ? view.state.sliceDoc(span.from, span.to) : '';
    },
    insert,
    press: (key) => {
      const again = new KeyboardEvent('keydown', key);
      view.contentDOM.dispatchEvent(again);
      // The browser writes only what a hand presses.
      if (!again.defaultPrevented && again.key.length === 1 && !view.state.readOnly) insert(again.key);
    },
    destroy: () => {
      later.now();
      if (options.memory) options.memory.state = view.state.toJSON({ history: historyField });
      view.destroy();
    }
  };
}

/** Begins with the undo that an earlier editor of the same text had. */
function stateOf({ text, memory }: EditorOptions, extensions: Extension): EditorState {
  if (memory?.state === undefined) return EditorState.create({ doc: text, extensions });
  return EditorState.fromJSON(memory.state, { extensions }, { history: historyField });
}

function offsetAt(text: string, at: { line: number; column: number } | { offset: number }): number {
  return 'offset' in at ? Math.min(at.offset, text.length) : offsetOf(text, at.line, at.column);
}

/** Comments, and texts of a query, hold words of their own. */
function isQuiet({ state, pos }: CompletionContext): boolean {
  const token = syntaxTree(state).resolveInner(pos, -1).name;
  return token === 'comment' || (token === 'string' && state.facet(language)?.name === 'sql');
}

async function completion(
  context: CompletionContext,
  provide: CompletionProvider | undefined
): Promise<CompletionResult | null> {
  if (!provide || (!context.explicit && isQuiet(context))) return null;
  const word = context.matchBefore(/[\p{L}\p{N}_$]+/u);
  const from = word?.from ?? context.pos;
  const afterPoint = context.state.sliceDoc(Math.max(0, from - 1), from) === '.';
  if (!word && !afterPoint && !context.explicit) return null;
  const text = context.state.doc.toString();
  const items = await provide({ text, position: context.pos, from, explicit: context.explicit });
  // Names may come late, from a busy engine: then nobody waits for them any more.
  if (items.length === 0 || context.aborted || context.view?.hasFocus === false) return null;
  return {
    from,
    validFor: /^[\p{L}\p{N}_$]*$/u,
    options: items.map(({ label, kind, detail, insert, boost, info }) => ({
      label,
      type: kind,
      ...(detail === undefined ? {} : { detail }),
      ...(insert === undefined ? {} : { apply: insert }),
      ...(boost === undefined ? {} : { boost }),
      ...(info === undefined ? {} : { info: () => infoBox(...(info.split('\n') as [string, string?])) })
    }))
  };
}
