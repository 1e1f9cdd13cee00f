/** Exports by hand that pass with one click. All persons and figures are invented. */
/** @type {readonly import('./gate-hostile.mjs').Case[]} */
export const harmless = [
  { name: 'counts by age', tables: { t: { age_group: ['0-1', '1-5', '5-12'], n: [41, 30, 65] } } },
  { name: 'counts with zeros', tables: { t: { ward: ['a', 'b', 'c'], n: [0, 12, 40] } } },
  {
    name: 'a cross table with its totals, no small count',
    tables: {
      t: { ward: ['a', 'b', 'Total'], died: [12, 9, 21], survived: [80, 71, 151], total: [92, 80, 172] }
    }
  },
  {
    name: 'hidden counts that nothing gives back',
    tables: { t: { ward: ['a', 'b', 'c'], n: [41, null, null], deaths: [null, null, null] } }
  },
  {
    name: 'hidden counts with four corners and wide ranges',
    tables: {
      t: {
        ward: ['a', 'b', 'c', 'Total'],
        died: [null, null, 20, 47],
        survived: [null, null, 90, 171],
        total: [52, 56, 110, 218]
      }
    }
  },
  { name: 'one number', tables: { t: { n: [412] } } },
  { name: 'one mean', tables: { t: { mean_age: [6.4] } } },
  {
    name: 'means by group with their counts',
    tables: { t: { ward: ['a', 'b'], n: [31, 44], mean_lactate: [1.42, 1.77], sd: [0.4, 0.9] } }
  },
  {
    name: 'means by hour',
    tables: {
      t: {
        hour: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
        mean_hr: [121.2, 120.3, 119.8, 118, 117.4, 117, 116.1, 116, 115.2, 115, 114.9, 114]
      }
    }
  },
  {
    name: 'counts by month',
    tables: { t: { month: ['2024-01', '2024-02', '2024-03', '2024-04'], admissions: [33, 41, 28, 30] } }
  },
  {
    name: 'counts by ICD-10 code',
    tables: {
      t: {
        code: ['J21.0', 'J45.9', 'A41.9', 'S06.0', 'E10.1', 'R56.0', 'K35.8', 'N39.0', 'J18.9', 'G40.9', 'T20.3'],
        n: [120, 98, 41, 37, 36, 30, 28, 25, 22, 20, 11]
      }
    }
  },
  {
    name: 'counts by medicine (ATC)',
    tables: { t: { atc: ['J01CA04', 'N02BE01', 'R03AC02', 'A02BC01'], n: [300, 810, 212, 75] } }
  },
  {
    name: 'a regression table',
    tables: {
      t: {
        term: ['(intercept)', 'age', 'lactate', 'male sex'],
        estimate: [-2.1, 0.03, 0.71, 0.12],
        std_error: [0.31, 0.01, 0.12, 0.2],
        p: [0.001, 0.02, 0.0004, 0.55]
      }
    }
  },
  {
    name: 'a curve of survival with numbers at risk',
    tables: {
      t: { day: [0, 7, 14, 21, 28], at_risk: [220, 201, 180, 160, 142], survival: [1, 0.961, 0.942, 0.93, 0.921] }
    }
  },
  {
    name: 'the points of a receiver operating curve',
    individual: false,
    tables: {
      t: {
        threshold: [0.1, 0.3, 0.5, 0.7, 0.9],
        sensitivity: [0.98, 0.9, 0.77, 0.51, 0.2],
        specificity: [0.2, 0.55, 0.78, 0.92, 0.99]
      }
    }
  },
  {
    name: 'percentages with large counts behind them',
    tables: { t: { centre: ['A', 'B'], n: [500, 400], percent_dead: [6, 25] } }
  },
  {
    name: 'patients, deaths and large differences',
    tables: { t: { centre: ['A', 'B', 'C'], patients: [600, 480, 370], deaths: [12, 45, 9] } }
  },
  {
    name: 'the same table again, unchanged',
    before: { t: { age_group: ['0-1', '1-5'], n: [41, 30] } },
    tables: { t: { age_group: ['0-1', '1-5'], n: [41, 30] } }
  },
  {
    name: 'the same table again, a year later',
    before: { t: { age_group: ['0-1', '1-5'], n: [41, 30] } },
    tables: { t: { age_group: ['0-1', '1-5'], n: [66, 52] } }
  },
  {
    name: 'units of measurements',
    tables: { t: { variable: ['lactate', 'heart rate', 'SpO2'], unit: ['mmol/L', '/min', '%'] } }
  },
  {
    name: 'a data dictionary with sentences',
    kind: 'file',
    texts: {
      'dictionary.txt': 'lactate: first value after admission, mmol/L\nhour: hours since admission to the unit\n'
    }
  },
  {
    name: 'a notebook of text and queries',
    kind: 'notebook',
    texts: {
      'sepsis.md':
        '---\ntitle: Early warning\n---\n\n# Early warning\n\nWhat comes before sepsis?\n\n```sql id=hourly\nselect hour, avg(heart_rate) as hr, count(*) as n\nfrom picu_hours\ngroup by hour\norder by hour\n```\n'
    }
  },
  {
    name: 'a notebook with the address of its author',
    kind: 'notebook',
    texts: { 'a.md': '---\ntitle: A\nauthors: [one@example.org]\n---\n\nText.\n' }
  },
  {
    name: 'a notebook with a small table of thresholds',
    kind: 'notebook',
    texts: { 'a.md': '# Limits\n\n| age | low | high |\n|---|---|---|\n| 0-1 | 100 | 160 |\n| 1-5 | 90 | 140 |\n' }
  },
  {
    name: 'a long query',
    kind: 'notebook',
    texts: {
      'a.md': `\`\`\`sql id=long\nselect\n${Array.from({ length: 14 }, (_, at) => `  avg(v${at}) as a${at}, min(v${at}) as b${at}, max(v${at}) as c${at},`).join('\n')}\n  1 as one\nfrom t\n\`\`\`\n`
    }
  },
  { name: 'a link to a notebook', kind: 'link', texts: { link: '# Question\n\nHow many come back within 30 days?\n' } },
  {
    name: 'settings as JSON',
    kind: 'json',
    texts: {
      'settings.json': '{"seed":42,"folds":5,"features":["lactate","hour","map"],"limits":{"low":0.1,"high":0.9}}'
    }
  },
  {
    name: 'results of a model as JSON',
    kind: 'json',
    texts: {
      'result.json':
        '{"auprc":{"value":0.41,"low":0.36,"high":0.46},"n":1204,"calibration":[{"bin":"0-0.2","n":800,"observed":0.09},{"bin":"0.2-0.5","n":280,"observed":0.33},{"bin":"0.5-1","n":124,"observed":0.71}]}'
    }
  },
  {
    name: 'a chart of two groups of counts',
    kind: 'chart',
    tables: { t: { year: [2020, 2021, 2022, 2023], sepsis: [31, 28, 40, 36], rsv: [210, 180, 260, 244] } }
  },
  {
    name: 'a ledger',
    kind: 'ledger',
    texts: { 'ledger.json': '{"format":"phems-ledger/1"}' }
  }
];
