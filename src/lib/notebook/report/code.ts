import { tokenLines, type CodeLanguage } from '$lib/ui/code-editor/tokens';
import type { ReportPart } from './gather';
import { html, span, type Markup } from './markup';

/** A cell's text as it was written, in the colours of the editor. A sign stands where a long line is broken. */
export function codeMarkup({ cell, kind }: ReportPart): Markup {
  const language: CodeLanguage = kind === undefined ? 'text' : kind.language;
  const lines = tokenLines(language, cell.text).map((line) =>
    span('line', [
      ...line.map(({ text, kind: sort }) => (sort === undefined ? text : span(`code-${sort}`, text))),
      '\n'
    ])
  );
  return html`<pre class="source"><code>${lines}</code></pre>`;
}
