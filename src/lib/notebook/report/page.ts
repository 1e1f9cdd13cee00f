import codeStyle from '$lib/ui/code-editor/code.css?raw';
import tokens from '$lib/ui/tokens.css?raw';
import { html, Markup } from './markup';
import style from './report.css?raw';

/** Nothing may run, nothing may be fetched: what stands in the file is all there is. */
export const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The whole look of a report, for a file of its own and for the printed page. */
export const reportStyle = `${codeStyle}\n${style}`;

/** A report as a file that can be read anywhere, for ever: no scripts, no network, in the colours of the reader's system. */
export function reportPage(title: string, language: string, article: Markup): string {
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(reportPolicy)}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${new Markup(`${tokens}\nbody { margin: 0; background: var(--paper); }\n${reportStyle}`)}
        </style>
      </head>
      <body>
        ${article}
      </body>
    </html> `;
  return page.text;
}
