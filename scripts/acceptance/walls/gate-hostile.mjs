/**
 * Exports by hand that must not pass; those beside this file pass with one click. All persons and figures are invented.
 * Above 200 lines because it is a list.
 *
 * @typedef {Record<string, readonly (string | number | boolean | null)[]>} Columns a column by its name
 * @typedef {object} Case
 * @property {string} name
 * @property {string} [kind] of the export; a table where none is said
 * @property {Record<string, Columns>} [tables]
 * @property {boolean} [individual] what the notebook knows of the tables' rows
 * @property {Record<string, string>} [texts]
 * @property {Record<string, Columns>} [before] tables that left earlier
 * @property {string} [finds] the code of what has to be found; hostile ones only
 */

/** @type {readonly Case[]} */
export const hostile = [
  {
    name: 'names in a column called label',
    finds: 'identifier-value',
    tables: {
      t: { label: ['Matti Virtanen', 'Aino Korhonen', 'Sofia García', 'Jan de Vries'], n: [14, 22, 31, 18] }
    }
  },
  {
    name: 'one name among the names of wards',
    finds: 'identifier-value',
    tables: { t: { ward: ['PICU', 'Surgery', 'Infants', 'Emma Johansson', 'Neonatal'], n: [44, 31, 28, 12, 60] } }
  },
  {
    name: 'a column of family names',
    finds: 'identifier-name',
    tables: { t: { Sukunimi: ['Rinne', 'Kallio', 'Laakso'], stays: [12, 15, 18] } }
  },
  {
    name: 'e-mail addresses of parents',
    finds: 'identifier-value',
    tables: { t: { contact: ['a.rinne@example.org', 'k.laakso@example.org', 'none'], n: [10, 11, 12] } }
  },
  {
    name: 'telephone numbers in a text column',
    finds: 'identifier-value',
    tables: { t: { reach: ['+358 40 123 4567', '040-765 4321', '+31 6 12345678'], n: [10, 10, 10] } }
  },
  {
    name: 'a Finnish personal identity code in a comment',
    finds: 'identifier-value',
    tables: { t: { remark: ['seen with the mother, 131052-308T', 'no change', 'sent home'], n: [20, 30, 40] } }
  },
  {
    name: 'Dutch service numbers as numbers',
    finds: 'identifier-value',
    tables: { t: { ref: [111222333, 123456782, 231234570, 100000009], n: [12, 12, 12, 12] } }
  },
  {
    name: 'Spanish DNI and NIE',
    finds: 'identifier-value',
    tables: { t: { doc: ['12345678Z', 'X1234567L', '87654321X'], n: [12, 15, 19] } }
  },
  {
    name: 'bank accounts',
    finds: 'identifier-value',
    tables: { t: { pays: ['FI21 1234 5600 0007 85', 'NL91 ABNA 0417 1643 00'], n: [30, 30] } }
  },
  {
    name: 'medical record numbers',
    finds: 'identifier-value',
    tables: { t: { source: ['MRN-0044871', 'MRN-0044872', 'MRN-0044899'], n: [10, 10, 10] } }
  },
  {
    name: 'dates of birth by their name',
    finds: 'birth-date',
    tables: {
      t: { birth_date: ['2019-03-02', '2021-11-30', '2016-07-14'], sex: ['f', 'm', 'f'], weight_kg: [14.1, 9.8, 22.4] }
    }
  },
  {
    name: 'dates of birth under another name, before every admission',
    finds: 'birth-date',
    individual: true,
    tables: {
      t: {
        d0: ['2015-03-02', '2021-01-30', '2016-07-14', '2012-02-28', '2019-09-09'],
        d1: ['2022-05-01', '2023-02-11', '2022-12-24', '2023-01-05', '2023-03-17'],
        ward: ['a', 'b', 'a', 'a', 'b']
      }
    }
  },
  {
    name: 'rows of persons by their key',
    finds: 'person-key',
    tables: {
      t: {
        person_id: [7199254741044, 7199254741107, 7199254741213],
        age: [3, 7, 1],
        died: [false, false, true]
      }
    }
  },
  {
    name: 'rows of persons by a key with a harmless name',
    finds: 'rows',
    tables: {
      t: {
        thing: ['a81f', 'b77c2', 'c09d1', 'd5f02', 'e13aa', 'f9b20', '0aa19', '17bc3', '28de4', '39ef5'],
        heart_rate: [140, 122, 131, 118, 150, 133, 127, 149, 120, 111],
        lactate: [1.2, 2.1, 0.9, 1.1, 4.2, 1.9, 1.3, 3.3, 0.8, 1.0]
      }
    }
  },
  {
    name: 'rows of persons without any key: more rows than groups',
    finds: 'rows',
    tables: {
      t: {
        sex: ['f', 'm', 'f', 'm', 'f', 'm'],
        age_years: [3, 3, 3, 5, 5, 5],
        crp: [12.1, 40.3, 3.2, 88.9, 5.5, 61.7]
      }
    }
  },
  {
    name: 'rows scattered over age, sex and diagnosis',
    finds: 'rows',
    tables: {
      t: {
        age_months: [3, 14, 27, 40, 66, 91, 102, 120, 133, 150],
        sex: ['f', 'm', 'f', 'm', 'f', 'm', 'f', 'f', 'm', 'm'],
        diagnosis: ['sepsis', 'asthma', 'burn', 'sepsis', 'rsv', 'asthma', 'trauma', 'sepsis', 'burn', 'rsv'],
        days: [2, 4, 9, 12, 3, 2, 7, 21, 5, 6]
      }
    }
  },
  {
    name: 'raw measurements and nothing else',
    finds: 'rows',
    tables: { t: { lactate: [1.1, 2.3, 0.9, 4.4, 1.8, 2.2], ph: [7.31, 7.4, 7.38, 7.12, 7.35, 7.29] } }
  },
  {
    name: 'what somebody wrote of each child',
    finds: 'free-text',
    tables: {
      t: {
        ward: ['a', 'b', 'c'],
        n: [12, 13, 14],
        notes: [
          'Came with the grandmother after two days of fever at the cottage.',
          'Sibling of a child who was here in spring with the same finding.',
          'The family moved from the north last month and knows nobody here.'
        ]
      }
    }
  },
  {
    name: 'a count of three',
    finds: 'small-cells',
    tables: { t: { age_group: ['0-1', '1-5', '5-12', '12-18'], n: [41, 3, 65, 38] } }
  },
  {
    name: 'a count of two in a cross table with its totals',
    finds: 'small-cells',
    tables: {
      t: {
        ward: ['PICU', 'Surgery', 'Infants', 'Total'],
        died: [2, 9, 7, 18],
        survived: [33, 120, 64, 217],
        total: [35, 129, 71, 235]
      }
    }
  },
  {
    name: 'a hidden count that the totals give back',
    finds: 'open-cells',
    tables: {
      t: {
        ward: ['PICU', 'Surgery', 'Infants', 'Total'],
        died: ['<5', '9', '7', '19'],
        survived: [33, 120, 64, 217],
        total: [36, 129, 71, 236]
      }
    }
  },
  {
    name: 'two hidden a line, and still one of them is computable (a bridge between two blocks)',
    finds: 'open-cells',
    tables: {
      t: {
        ward: ['a', 'b', 'c', 'd', 'Total'],
        w: [null, null, 30, 22, 56],
        x: [null, null, 20, 41, 67],
        y: [40, null, null, null, 47],
        z: [50, 60, null, null, 115],
        total: [95, 67, 57, 66, 285]
      }
    }
  },
  {
    name: 'a list of counts with its total and one left out',
    finds: 'open-cells',
    tables: { t: { pathogen: ['rsv', 'influenza', 'pneumococcus', 'all'], n: [120, 44, null, 167] } }
  },
  {
    name: 'a grouping with roll-up: the total is an empty label',
    finds: 'small-cells',
    tables: {
      t: {
        site: ['A', 'A', 'A', 'B', 'B', 'B', null, null, null],
        outcome: ['died', 'survived', null, 'died', 'survived', null, 'died', 'survived', null],
        n: [4, 50, 54, 12, 71, 83, 16, 121, 137]
      }
    }
  },
  {
    name: 'survivors left out, but all and those who died are there',
    finds: 'complements',
    tables: { t: { centre: ['A', 'B', 'C'], patients: [60, 48, 37], deaths: [12, 45, 9] } }
  },
  {
    name: 'a percentage with its denominator',
    finds: 'small-shares',
    tables: { t: { centre: ['A', 'B', 'C'], n: [50, 40, 80], percent_dead: [6, 25, 12.5] } }
  },
  {
    name: 'the same table again, with one child more',
    finds: 'difference',
    before: { t: { age_group: ['0-1', '1-5', '5-12'], n: [41, 30, 65] } },
    tables: { t: { age_group: ['0-1', '1-5', '5-12'], n: [41, 31, 65] } }
  },
  {
    name: 'JSON with rows deep inside',
    finds: 'rows',
    kind: 'json',
    texts: {
      'result.json':
        '{"meta":{"made":"today"},"model":{"auc":0.81,"debug":{"batches":[{"rows":[{"pid":"k1","age":3,"hr":140},{"pid":"k2","age":5,"hr":122},{"pid":"k3","age":1,"hr":155}]}]}}}'
    }
  },
  {
    name: 'JSON with columns of persons as a text inside a text',
    finds: 'identifier-value',
    kind: 'json',
    texts: {
      'result.json':
        '{"note":"[{\\"who\\":\\"Liisa Anna Mäkinen\\",\\"n\\":7},{\\"who\\":\\"Pekka Salo\\",\\"n\\":8},{\\"who\\":\\"Anna Ek\\",\\"n\\":9}]"}'
    }
  },
  {
    name: 'rows pasted into the text of a notebook',
    finds: 'rows',
    kind: 'notebook',
    texts: {
      'notes.md':
        '# Notes\n\n```sql id=inline\nselect * from (values\n(1, 3, 140.5),\n(2, 5, 122.1),\n(3, 1, 155.9),\n(4, 3, 131.0),\n(5, 5, 149.4),\n(6, 1, 118.2),\n(7, 3, 125.5),\n(8, 5, 133.8),\n(9, 3, 140.1),\n(10, 1, 151.7)\n) as t(k, age, hr)\n```\n'
    }
  }
];
