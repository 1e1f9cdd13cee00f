/** Inside the wall nothing of the page's style reaches: what text and drawings need to look as they do outside. */
export const markupStyle = `
:host { display: block; }
.coming { position: absolute; inset: 0; overflow: hidden; opacity: 0; pointer-events: none; }
svg { max-width: 100%; height: auto; vertical-align: top; }
img { max-width: 100%; height: auto; }
div[class*='-swatches'] { color: var(--ink-soft); font: var(--t-small); }
svg[class$='-ramp'] { font: 400 12px/16px var(--sans); color: var(--ink-soft); }
figure { margin: 0; }
figure > h2 { margin: 0 0 4px; font: var(--t-title); }
figure > h3 { margin: 0 0 8px; font: var(--t-ui); color: var(--ink-soft); }
figcaption { margin-top: 4px; font: var(--t-small); color: var(--ink-faint); }
p, ul, ol, blockquote, pre, table { margin: 0 0 8px; }
h1 { margin: 0 0 8px; font: var(--t-h1); }
h2 { margin: 0 0 8px; font: var(--t-h2); }
h3, h4, h5, h6 { margin: 0 0 8px; font: var(--t-h3); }
code, pre { font: var(--t-code); }
pre { overflow-x: auto; }
a { color: var(--accent); }
table { border-collapse: collapse; font: var(--t-num); }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { border-bottom-color: var(--line-strong); font-weight: 600; }
`;
