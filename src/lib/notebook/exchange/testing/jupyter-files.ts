// Forty-odd Jupyter notebooks of different kinds, made here: what other programs write, and what goes wrong. Each says
// what its sources begin with that is told (as the cell's name, in the report) instead of kept.
import {
  type Json,
  file,
  lines,
  code,
  text,
  raw,
  kernel,
  python,
  four,
  withIds,
  pixel,
  stream,
  type JupyterFile
} from './jupyter-cells';

export const jupyterFiles: readonly JupyterFile[] = [
  file('python-4-5', four(5, withIds([text('# Ward rounds\n\nEvery hour.'), code('import math\nprint(math.pi)')]))),
  file('python-4-4-without-ids', four(4, [text('## Before ids'), code('x = 1\nx + 1')])),
  file('python-4-0', four(0, [text('One string per cell', { source: 'One string per cell\nand a second line' })])),
  file('source-as-one-string', four(5, withIds([code('', { source: 'a = 1\n\n\nb = a\n' })]))),
  file(
    'double-and-odd-ids',
    four(5, [text('first', { id: 'same' }), text('second', { id: 'same' }), code('1', { id: 'a b/c' })])
  ),
  file(
    'r',
    four(4, [code('library(survival)\nfit <- survfit(Surv(time, status) ~ x, data = aml)')], kernel('R', 'R 4.3'))
  ),
  file('julia', four(4, [code('using DataFrames\nα = [1, 2, 3] .|> sqrt')], kernel('julia', 'Julia 1.10'))),
  file('deno-typescript', four(4, [code('const n: number = 4;\nn ** 2')], kernel('typescript', 'Deno'))),
  file(
    'javascript-kernel',
    four(4, [code('const rows = [1, 2];\nrows.length')], kernel('javascript', 'JavaScript (Node.js)'))
  ),
  file('sql-kernel', four(4, [code('select count(*)\nfrom visits\nwhere age < 1')], kernel('sql', 'SQL'))),
  file('scala-spark', four(4, [code('val df = spark.read.parquet("x")\ndf.show()')], kernel('scala', 'spylon-kernel'))),
  file(
    'jupysql',
    four(5, [
      code('%load_ext sql\n%config SqlMagic.autopandas = True'),
      code('%sql duckdb:///ward.db'),
      code('%%sql --save hourly\nselect hour, avg(lactate) as lactate\nfrom labs\ngroup by hour'),
      code('%%sql --with hourly --save late\nselect * from hourly where hour > 12'),
      code('%%sql once <<\nselect 1 as one'),
      code('twice = %sql select 2 as two')
    ]),
    ['%%sql --save hourly\n', '%%sql --with hourly --save late\n', '%%sql once <<\n', 'twice = %sql ']
  ),
  file(
    'ipython-sql-connections',
    four(4, [
      code('%%sql postgresql://reader:secret@host/db\nselect person_id\nfrom person'),
      code('%%sql @warehouse\nselect 1'),
      code('%%sql select a from t\nwhere a > 3')
    ]),
    ['%%sql postgresql://reader:secret@host/db\n', '%%sql @warehouse\n', '%%sql ']
  ),
  file('sql-with-templates', four(5, [code('%%sql\nselect * from t where x > {{limit}}')]), ['%%sql\n']),
  file('sql-saved-twice', four(5, [code('%%sql --save t\nselect 1'), code('%%sql --save T\nselect 2')]), [
    '%%sql --save t\n',
    '%%sql --save T\n'
  ]),
  file(
    'magics-of-other-languages',
    four(5, [
      code('%%bash\nls -l | wc -l'),
      code('%%R -i df\nsummary(df)'),
      code('%%html\n<b onclick="alert(1)">bold</b>'),
      code('%%javascript\nelement.append("x")'),
      code('%%markdown\n**by magic**'),
      code('%%time\nheavy()'),
      code('%%writefile a.py\nprint(1)'),
      code('!pip install x\n%matplotlib inline\nimport x')
    ]),
    ['%%javascript\n', '%%markdown\n']
  ),
  file(
    'databricks',
    four(
      0,
      [
        code('%sql\nselect *\nfrom icu.labs'),
        code('%md\n# By one per cent'),
        code('%python\ndf = 1'),
        code('dbutils.fs.ls("/")')
      ],
      { 'application/vnd.databricks.v1+notebook': { notebookName: 'x', widgets: {} } }
    ),
    ['%sql\n', '%md\n', '%python\n']
  ),
  file(
    'colab',
    four(
      0,
      [
        text('# Title', { metadata: { id: 'aBc', colab_type: 'text' } }),
        code('#@title Choose { run: "auto" }\nage = 3 #@param {type:"slider", min:0, max:18}', {
          metadata: { cellView: 'form', id: 'dEf', colab: { base_uri: 'https://localhost:8080/' } }
        })
      ],
      { ...python, accelerator: 'GPU', colab: { provenance: [], toc_visible: true } }
    )
  ),
  file(
    'vscode',
    four(
      2,
      [
        code('SELECT 1', { metadata: { vscode: { languageId: 'sql' } } }),
        code('Get-Process', { metadata: { vscode: { languageId: 'powershell' } } }),
        code('<p>x</p>', { metadata: { vscode: { languageId: 'html' } } })
      ],
      { language_info: { name: 'python' }, vscode: { interpreter: { hash: 'x' } } }
    )
  ),
  file(
    'polyglot',
    four(
      5,
      withIds([
        code('SELECT TOP 3 * FROM ward', {
          metadata: { dotnet_interactive: { language: 'sql' }, polyglot_notebook: { kernelName: 'sql' } }
        }),
        code('Console.WriteLine("x");', { metadata: { dotnet_interactive: { language: 'csharp' } } })
      ]),
      { kernelspec: { display_name: '.NET (C#)', language: 'C#', name: '.net-csharp' } }
    )
  ),
  file(
    'widgets',
    four(
      5,
      withIds([
        code('import ipywidgets\nipywidgets.IntSlider()', {
          outputs: [
            {
              output_type: 'display_data',
              metadata: {},
              data: { 'application/vnd.jupyter.widget-view+json': { model_id: 'x' }, 'text/plain': ['IntSlider()'] }
            }
          ]
        })
      ]),
      { ...python, widgets: { 'application/vnd.jupyter.widget-state+json': { state: { x: {} }, version_major: 2 } } }
    )
  ),
  file(
    'attachments',
    four(
      5,
      withIds([
        text('Before ![chart](attachment:a chart.png) and\n![second](attachment:image.png) after', {
          attachments: {
            'a chart.png': { 'image/png': pixel },
            'image.png': { 'image/png': lines(pixel) },
            'note.txt': { 'text/plain': 'eA==' }
          }
        })
      ])
    )
  ),
  file(
    'large-attachment',
    four(
      5,
      withIds([
        text('![big](attachment:big.png)\nstays a text', {
          attachments: { 'big.png': { 'image/png': 'A'.repeat(1_500_000) } }
        })
      ])
    )
  ),
  file(
    'raw-cells',
    four(
      5,
      withIds([
        raw('---\ntitle: Quarto\nformat: html\n---', { format: 'text/x-yaml' }),
        raw('\\section{LaTeX}\n$x^2$', { raw_mimetype: 'text/latex' }),
        raw('')
      ])
    )
  ),
  file(
    'unicode',
    four(
      5,
      withIds([
        text('# Sydämen syke ♥ 心拍 نبض\n\nµmol/L · SpO₂ ≥ 97 % · 👶🏽 · \u2028 · a\u0301'),
        code('print("漢字", "\\u00e4", "🙂")\nπ = 3.14')
      ])
    )
  ),
  file(
    'huge-outputs',
    four(5, withIds([code('for i in range(10**6): print(i)', { outputs: [stream('0\n1\n2\n'.repeat(100_000))] })]))
  ),
  file(
    'outputs-of-all-kinds',
    four(
      5,
      withIds([
        code('df.plot()', {
          outputs: [
            stream('\u001b[31mloaded\u001b[0m 3 files\n'),
            { output_type: 'display_data', metadata: {}, data: { 'image/png': pixel, 'text/plain': ['<Figure>'] } },
            {
              output_type: 'execute_result',
              execution_count: 2,
              metadata: {},
              data: { 'text/html': ['<table><tr><td>Anna 7</td></tr></table>'], 'text/plain': ['Anna 7'] }
            },
            { output_type: 'execute_result', execution_count: 3, metadata: {}, data: { 'text/plain': ['0.41'] } },
            { output_type: 'error', ename: 'KeyError', evalue: 'x', traceback: ['…'] }
          ]
        })
      ])
    )
  ),
  file(
    'tags-and-slides',
    four(
      5,
      withIds([
        code('answer = 42', {
          metadata: { tags: ['parameters', 'skip-execution'], slideshow: { slide_type: 'slide' }, collapsed: true }
        }),
        text('- a\n- b', { metadata: { tags: ['hide-input'], slideshow: { slide_type: 'notes' } } })
      ])
    )
  ),
  file(
    'papermill-and-nbgrader',
    four(
      5,
      withIds([
        code('### BEGIN SOLUTION\nx = 1\n### END SOLUTION', {
          metadata: {
            nbgrader: { grade: true, points: 2, grade_id: 'q1', locked: false, solution: true, schema_version: 3 },
            papermill: { duration: 1.2 }
          }
        })
      ]),
      { ...python, papermill: { parameters: { a: 1 }, version: '2.4' } }
    )
  ),
  file('nbformat-3', {
    metadata: { name: 'Old one' },
    nbformat: 3,
    nbformat_minor: 0,
    worksheets: [
      {
        metadata: {},
        cells: [
          { cell_type: 'heading', level: 2, metadata: {}, source: ['Old heading'] },
          {
            cell_type: 'code',
            collapsed: false,
            input: ['a = 1\n', 'a'],
            language: 'python',
            metadata: {},
            outputs: [{ output_type: 'pyout', prompt_number: 1, text: ['1'] }],
            prompt_number: 1
          },
          { cell_type: 'markdown', metadata: {}, source: '*old*' },
          { cell_type: 'html', metadata: {}, source: '<i>old html</i>' }
        ]
      },
      { metadata: {}, cells: [{ cell_type: 'raw', metadata: {}, source: 'second sheet' }] }
    ]
  }),
  file('nbformat-2', {
    metadata: { name: 'Oldest' },
    nbformat: 2,
    worksheets: [
      {
        cells: [
          { cell_type: 'code', input: 'print 1', language: 'python', outputs: [], prompt_number: 1, collapsed: false },
          { cell_type: 'text', source: 'Plain text of long ago' }
        ]
      }
    ]
  }),
  file('nbformat-5-of-the-future', {
    cells: [text('# Later'), { cell_type: 'canvas', metadata: {}, source: 'draw 1' }],
    metadata: {},
    nbformat: 5,
    nbformat_minor: 0
  }),
  file('no-metadata-no-nbformat', {
    cells: [
      { cell_type: 'code', source: 'x = 1' },
      { cell_type: 'markdown', source: 'text' }
    ]
  }),
  file(
    'fences-and-markers-inside',
    four(
      5,
      withIds([
        text('```sql id=x\nselect 1\n```\n\n<!-- cell id=y -->\n---\n\n````\n```\n````'),
        code('s = """\n```\n````sql\n"""')
      ])
    )
  ),
  file('windows-line-ends', four(4, [code('a = 1\r\nb = 2\r\n'), text('one\r\ntwo')])),
  file(
    'huge-source',
    four(
      5,
      withIds([
        code(Array.from({ length: 20_000 }, (_, n) => `row_${n} = [${n}, "${'x'.repeat(n % 50)}"]  # ${n}`).join('\n')),
        text(`One line of 200,000 letters: ${'Ä'.repeat(200_000)}`)
      ])
    )
  ),
  file('python-4-1-to-4-3', four(3, [code('a\t=\t1'), text('  - four\n\n      five'), code('if a:\n    b\n\n    c')])),
  file(
    'outputs-of-every-mime-type',
    four(
      5,
      withIds([
        code('display(everything)', {
          outputs: [
            ...['image/svg+xml', 'image/jpeg', 'image/gif', 'text/latex', 'text/markdown', 'application/json'],
            ...['application/javascript', 'application/vnd.vegalite.v5+json', 'application/vnd.plotly.v1+json'],
            ...['application/pdf', 'application/geo+json', 'text/html', 'text/plain']
          ].map((type) => ({ output_type: 'display_data', metadata: {}, data: { [type]: ['<script>1</script>'] } }))
        })
      ])
    )
  ),
  file(
    'metadata-oddities',
    four(
      5,
      [
        code('kept = 1', { id: '__proto__', metadata: { tags: ['a b', '', 7, 'ä"<'], constructor: 1, '': 2 } }),
        text('kept too', { metadata: { name: 'name with blanks', language: '', phems: 'not ours' } }),
        code('and = this', {
          metadata: { phems: { info: '```' }, jupyter: { source_hidden: true, outputs_hidden: true } }
        })
      ],
      { ...python, phems: { front: '---\n---' }, title: ['no', 'text'], authors: [{ name: 'A' }], toc: { base: 1 } }
    )
  ),
  file(
    'sql-magics-of-all-programs',
    four(5, [
      code('%%sql $engine\nselect 1 as a'),
      code('%%bigquery df --project p\nselect 2 as b'),
      code('%%duckdb\nselect 3 as c'),
      code('%%sql sqlite://\n\n-- first\nselect 4 as d;\n\n'),
      code('%%SQL\nselect 5 as e'),
      code('%%sql res <<\nselect 6\n  as f'),
      code('%reload_ext sql\n%sql select 7'),
      code('%sqlcmd profile -t t')
    ]),
    ['%%sql $engine\n', '%%bigquery df --project p\n', '%%duckdb\n', '%%sql sqlite://\n', '%%SQL\n', '%%sql res <<\n']
  ),
  file(
    'blanks-at-line-ends',
    four(5, withIds([text('hard  \nbreak\\\nhere\t'), code('\n\n   indented = 1   \n\n'), raw('  raw  \n\n')]))
  ),
  file('empty-cells', four(4, [code(''), text(''), code('\n\n'), text('the only text')])),
  file(
    'wrong-types-everywhere',
    four(4, [
      { cell_type: 'code', source: 7, metadata: 'x', outputs: 'y' },
      { cell_type: 'markdown', source: ['kept\n', 3, null, 'too'], metadata: null, attachments: [] },
      { source: 'without a type' },
      null as unknown as Json,
      { cell_type: 'code', source: ['ok = True'], metadata: { tags: 'notalist', language: 4 } }
    ])
  ),
  { name: 'byte-order-mark.ipynb', json: `\ufeff${JSON.stringify(four(4, [text('after a mark')]))}` }
];
