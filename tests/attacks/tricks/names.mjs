/**
 * Markup that fits into a name: one line, no double quote. What is drawn from a file's or a cell's words must stay words.
 * @param {string} at
 * @returns {import('./markup.mjs').Trick[]}
 */
export function names(at) {
  /** @type {Record<string, (url: string) => string>} */
  const tricks = {
    img: (url) => `<img src='${url}'>`,
    onerror: (url) => `<img src='data:,' onerror=fetch('${url}')>`,
    script: (url) => `<script>fetch('${url}')</script>`,
    'svg-image': (url) => `<svg><image href='${url}' width=9 height=9 /></svg>`,
    background: (url) => `<b style='background:url(${url})'>x</b>`,
    iframe: (url) => `<iframe src='${url}'></iframe>`,
    out: (url) => `'></title></style><img src='${url}'>`
  };
  return Object.entries(tricks).map(([name, text]) => ({ name, text: text(at + name) }));
}

const quoted = (/** @type {string} */ text) => JSON.stringify(text);
const inSql = (/** @type {string} */ text) => `'${text.replaceAll("'", "''")}'`;

/**
 * A chart whose title, labels, columns and values are markup.
 * @param {readonly import('./markup.mjs').Trick[]} tricks
 */
export function chartNotebook(tricks) {
  const cells = tricks.map(({ text }, n) => {
    const column = `"${text.replaceAll('"', '""')}"`;
    return [
      '```sql id=s' + n,
      `select range as n, ${inSql(text)} || range as word, range * 2 as ${column} from range(5)`,
      '```',
      '',
      '```chart id=c' + n,
      `from: s${n}`,
      'mark: dot',
      'x: n',
      `y: ${quoted(text)}`,
      'color: word',
      `title: ${quoted(text)}`,
      `caption: ${quoted(text)}`,
      `scales: {x: {label: ${quoted(text)}}, y: {label: ${quoted(text)}}}`,
      '```',
      '',
      '```chart id=d' + n,
      `from: s${n}`,
      'mark: bar',
      'x: word',
      'y: n',
      `reference: [{y: 3, label: ${quoted(text)}}]`,
      '```'
    ].join('\n');
  });
  return notebook('Charts', cells);
}

/**
 * Every place of the file format that is shown somewhere.
 * @param {readonly import('./markup.mjs').Trick[]} tricks
 */
export function hostileNotebook(tricks) {
  const all = tricks.map(({ text }) => text).join(' ');
  const front = ['description', 'byline', 'level', 'data', 'licence', 'unknown'].map((key) => `${key}: ${quoted(all)}`);
  const cells = tricks.flatMap(({ text }, n) => [
    `<!-- cell id=${quoted(text)} -->\n# ${text}\n\n[${text}](x "${text}")`,
    '```sql id=' + `a${n} ` + `note=${quoted(text)}\nselect 1 as n, ${inSql(text)} as word -- ${text}\n` + '```',
    '```sql id=' + quoted(text) + '\nselect 1 as n\n```',
    '```' + `unheard${n} id=u${n}\n${text}\n` + '```',
    '```input id=' + `i${n}\ntype: text\nlabel: ${quoted(text)}\nvalue: ${quoted(text)}\n` + '```',
    '```input id=' + `j${n}\ntype: select\nlabel: x\noptions: [${quoted(text)}, b]\nvalue: ${quoted(text)}\n` + '```',
    '```sql id=' + `e${n}\nselect ${'"'}${text.replaceAll('"', '""')}${'"'} from a${n}\n` + '```',
    '```import id=' + `f${n}\nfile: ${quoted(text)}\n` + '```',
    '```profile id=' + `p${n}\nfrom: ${quoted(text)}\n` + '```'
  ]);
  return `---\ntitle: ${quoted(all)}\n${front.join('\n')}\nformat: 1\n---\n${cells.join('\n\n')}\n`;
}

/**
 * A Jupyter notebook whose sources, outputs, attachments and metadata ask for something.
 * @param {readonly import('./markup.mjs').Trick[]} tricks
 */
export function jupyter(tricks) {
  const markdown = tricks.map(({ text }) => ({
    cell_type: 'markdown',
    metadata: { name: text, tags: [text] },
    attachments: { 'a.svg': { 'image/svg+xml': text } },
    source: [text, '\n\n![a](attachment:a.svg)']
  }));
  const code = tricks.map(({ text }) => ({
    cell_type: 'code',
    execution_count: 1,
    metadata: { phems: { kind: text, id: text } },
    source: [`%%html\n${text}`],
    outputs: [
      {
        output_type: 'display_data',
        metadata: {},
        data: { 'text/html': text, 'image/svg+xml': text, 'text/markdown': text }
      },
      {
        output_type: 'execute_result',
        execution_count: 1,
        metadata: {},
        data: { 'application/javascript': text, 'text/html': [text] }
      },
      { output_type: 'stream', name: 'stdout', text: [text] },
      { output_type: 'error', ename: text, evalue: text, traceback: [text] }
    ]
  }));
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { title: tricks[0]?.text, kernelspec: { name: tricks[0]?.text, language: tricks[0]?.text } },
    cells: [...markdown, ...code]
  });
}

/** @param {string} title @param {readonly string[]} cells */
export const notebook = (title, cells) => `---\ntitle: ${title}\nformat: 1\n---\n${cells.join('\n\n')}\n`;
