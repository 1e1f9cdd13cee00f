/** Markup that tries to run, to load, to send, to ask or to take the page over. `ok`: what has to stay of it. */
export interface Hostile {
  name: string;
  markup: string;
  /** With the wall off it asks this host for something. */
  loads?: true;
}

const away = 'http://127.0.0.1:9/hit';

export const hostile: readonly Hostile[] = [
  { name: 'handler of an error', markup: `<img src="x" onerror="window.hit = 1">` },
  { name: 'handler of a drawing', markup: `<svg onload="window.hit = 1"><circle r="1"></circle></svg>` },
  { name: 'script', markup: `<script>window.hit = 1</script><svg><script>window.hit = 1</script></svg>` },
  {
    name: 'link that runs',
    markup: `<a href="javascript:window.hit=1">a</a><svg><a xlink:href="javascript:window.hit=1"><text>a</text></a></svg>`
  },
  {
    name: 'link that runs, written oddly',
    markup: `<a href="java&#10;script:window.hit=1">a</a><a href=" &#1;javascript:window.hit=1">b</a>`
  },
  {
    name: 'markup that mutates',
    markup: `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.hit=1&gt;">`
  },
  {
    name: 'markup that mutates in a drawing',
    markup: `<svg></p><style><a id="</style><img src=x onerror=window.hit=1>">`
  },
  {
    name: 'foreign object',
    markup: `<svg><foreignObject><iframe srcdoc="<script>parent.hit=1</script>"></iframe><img src=x onerror="window.hit=1"></foreignObject></svg>`
  },
  {
    name: 'picture of a filter',
    markup: `<svg><filter id="f"><feImage href="${away}/feimage"></feImage></filter><rect filter="url(#f)" width="9" height="9"></rect></svg>`,
    loads: true
  },
  {
    name: 'names that hide the page’s own',
    markup: `<form id="cookie" name="body"><input name="attributes"></form><img name="documentElement"><a id="location" name="head"></a>`
  },
  { name: 'refresh', markup: `<meta http-equiv="refresh" content="0;url=${away}/refresh"><base href="${away}/">` },
  {
    name: 'form',
    markup: `<form action="${away}/form"><input name="a" value="1"><button formaction="${away}/b">go</button><input type="image" src="${away}/image"></form>`,
    loads: true
  },
  {
    name: 'overlay',
    markup: `<div style="position:fixed;inset:0;z-index:99999;background:url(${away}/overlay)">pay here</div>`,
    loads: true
  },
  {
    name: 'picture from elsewhere',
    markup: `<img src="${away}/img"><img srcset="${away}/srcset 1x"><picture><source srcset="${away}/source"><img></picture>`,
    loads: true
  },
  {
    name: 'picture of a drawing',
    markup: `<svg><image href="${away}/image" width="9" height="9"></image><image xlink:href="${away}/xlink" width="9" height="9"></image></svg>`,
    loads: true
  },
  {
    name: 'picture of the own host',
    markup: `<img src="/canary?row=1"><svg><image href="/canary?row=2" width="9" height="9"></image></svg>`,
    loads: true
  },
  {
    name: 'style sheet that imports',
    markup: `<style>@import "${away}/import"; body { background: url(${away}/background) }</style>`,
    loads: true
  },
  {
    name: 'style sheet in a drawing',
    markup: `<svg><style>circle { fill: url(${away}/fill#a); mask-image: url(${away}/mask) }</style><circle r="9"></circle></svg>`,
    loads: true
  },
  {
    name: 'style with escapes',
    markup: `<div style="background:u\\72l(${away}/escaped)">a</div><div style="background-image:image-set('${away}/set' 1x)">b</div>`,
    loads: true
  },
  {
    name: 'background of a table',
    markup: `<table background="${away}/table"><tr><td background="${away}/cell">a</td></tr></table>`,
    loads: true
  },
  {
    name: 'sound and pictures that move',
    markup: `<video src="${away}/video" poster="${away}/poster" autoplay></video><audio src="${away}/audio" autoplay></audio>`,
    loads: true
  },
  {
    name: 'page in a page',
    markup: `<iframe src="${away}/iframe"></iframe><object data="${away}/object"></object><embed src="${away}/embed">`,
    loads: true
  },
  {
    name: 'sheets and scripts fetched ahead',
    markup: `<link rel="stylesheet" href="${away}/sheet"><link rel="prefetch" href="${away}/prefetch"><link rel="icon" href="${away}/icon">`,
    loads: true
  },
  {
    name: 'a drawing used from elsewhere',
    markup: `<svg><use href="${away}/use#a"></use><use xlink:href="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImhpdD0xIi8+#a"></use></svg>`
  },
  {
    name: 'a picture that is a document',
    markup: `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit=1'/>"><a href="data:text/html,<script>hit=1</script>">a</a>`
  },
  {
    name: 'animation of an address',
    markup: `<svg><a><animate attributeName="href" to="javascript:window.hit=1"></animate><set attributeName="href" to="javascript:window.hit=1"></set><text>a</text></a></svg>`
  },
  {
    name: 'text that can be written, focus that is taken',
    markup: `<div contenteditable="true" autofocus tabindex="1" onfocus="window.hit=1">a</div><details ontoggle="window.hit=1" open>b</details>`
  },
  { name: 'popover', markup: `<button popovertarget="p">a</button><div id="p" popover>b</div><dialog open>c</dialog>` },
  {
    name: 'template and shadow',
    markup: `<template shadowrootmode="open"><img src=x onerror="window.hit=1"></template><div><template><script>window.hit=1</script></template></div>`
  },
  {
    name: 'link away',
    markup: `<a href="${away}/link" ping="${away}/ping" target="_top">a</a><map name="m"><area href="${away}/area"></map>`
  },
  {
    name: 'handlers on 400 elements',
    markup: `<div>${`<p onclick="window.hit=1" onmouseover="window.hit=1">a <img src="${away}/many" onerror="window.hit=1"></p>`.repeat(400)}</div>`,
    loads: true
  },
  {
    name: 'a large form',
    markup: `<form action="${away}/form">${`<p><img src="${away}/in-form"></p>`.repeat(400)}</form>`,
    loads: true
  },
  {
    name: 'a large foreign object',
    markup: `<svg><foreignObject width="9" height="9">${`<img src="${away}/in-object" onerror="window.hit=1">`.repeat(400)}</foreignObject></svg>`,
    loads: true
  },
  {
    name: 'slots and parts',
    markup: `<slot name="x" onslotchange="window.hit=1"></slot><div part="x" slot="y" is="z-z">a</div>`
  },
  {
    name: 'portal, frameset, plaintext',
    markup: `<frameset onload="window.hit=1"><frame src="${away}/frame"></frameset><noscript><img src=x onerror="window.hit=1"></noscript><plaintext><img src=x onerror="window.hit=1">`
  }
];

/** What a hostile piece may not leave behind, as a selector and as names of attributes. */
export const forbidden = {
  elements:
    'script, iframe, object, embed, form, input, button, textarea, select, option, video, audio, source, picture, track, dialog, ' +
    'map, area, meta, base, link, template, frame, frameset, noscript, plaintext, math, foreignObject, feImage, animate, set, use, slot',
  attributes:
    /^(?:on|data-)|^(?:name|srcset|action|formaction|ping|autofocus|tabindex|contenteditable|popover|popovertarget|background|poster|srcdoc|target|is)$/i
};
