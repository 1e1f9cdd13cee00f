import codeStyle from '$lib/ui/code-editor/code.css?raw';
import tokens from '$lib/ui/tokens.css?raw';
import { html, type Markup } from './markup';
import look from './report.css?raw';

/** Nothing may run, nothing may be fetched: what stands in the file is all there is. */
export const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole look of a report, for a file of its own and for the printed page. */
export const reportStyle = `${codeStyle}\n${look}`;

/** A report as a file that can be read anywhere, for ever: no scripts, no network, in the colours of the reader's system. */
export function reportPage(title: string, language: string, article: Markup): string {
  const style = `${tokens}\nbody { margin: 0; background: var(--paper); }\n${reportStyle}`;
  return [
    '<!doctype html>',
    `<html lang="${html`${language}`.text}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${reportPolicy}">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    html`<title>${title}</title>`.text,
    `<style>\n${style}\n</style>`,
    '</head>',
    '<body>',
    article.text,
    '</body>',
    '</html>',
    ''
  ].join('\n');
}
