import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ancestorsOf, fromCirce, isCirce } from '.';
import { concept, counted, definition, drug, made, set, type Definition } from './test-definitions';

test('the smallest definition', () => {
  const { text, left } = made({});
  expect(left).toEqual([]);
  expect(text).toBe(`# Made from an ATLAS definition.
# Concept set “Set 0”: 10, 11
from: condition_occurrence
person: person
period: observation_period
entry:
  in: [10, 11]
steps:
  - history: {min: 0}
exit:
  at: observation
  merge: 0
`);
});

test.each([
  ['ConditionOccurrence', 'condition_occurrence'],
  ['DrugExposure', 'drug_exposure'],
  ['ProcedureOccurrence', 'procedure_occurrence'],
  ['Measurement', 'measurement'],
  ['Observation', 'observation'],
  ['VisitOccurrence', 'visit_occurrence'],
  ['DeviceExposure', 'device_exposure']
])('%s is the table %s', (kind, table) => {
  const { written, left } = made({ criteria: [{ [kind]: { CodesetId: 0 } }] });
  expect([written('from'), written('entry', 'in'), left]).toEqual([table, [10, 11], []]);
});

test('a death, of any cause or of some', () => {
  expect(made({ criteria: [{ Death: {} }] }).written('from')).toBe('death');
  const { written } = made({ criteria: [{ Death: { CodesetId: 0 } }] });
  expect(written('entry')).toEqual({ column: 'cause_concept_id', in: [10, 11] });
});

test('the tables of the notebook are found with the name before them', () => {
  const tables = ['picu_condition_occurrence', 'Person', 'a_observation_period', 'b_observation_period'];
  const { written } = made({}, { tables });
  expect([written('from'), written('person'), written('period')]).toEqual([
    'picu_condition_occurrence',
    'Person',
    'observation_period'
  ]);
});

test('several entry events, and the first of each by itself', () => {
  const { written, left } = made({
    criteria: [{ ConditionOccurrence: { CodesetId: 0, First: true } }, { Measurement: { CodesetId: 1 } }, { Death: {} }]
  });
  expect(written('entry')).toEqual({
    in: [10, 11],
    earliest: true,
    or: [{ table: 'measurement', in: [20] }, { table: 'death' }]
  });
  expect(left).toEqual([]);
});

describe('concept sets', () => {
  const wanting = (items: object[]) =>
    JSON.stringify({ ...JSON.parse(definition({})), ConceptSets: [set(0, ...items)] });
  const items = [
    concept(10, { includeDescendants: true }),
    concept(12, { isExcluded: true, includeDescendants: true })
  ];
  test('have the descendants that a vocabulary tells, less those that are excluded', () => {
    expect(ancestorsOf(wanting(items))).toEqual([10, 12]);
    const descendants = new Map([
      [10, [10, 12, 13, 14]],
      [12, [12, 14]]
    ]);
    const { written, left } = made(wanting(items), { descendants });
    expect([written('entry', 'in'), left]).toEqual([[10, 13], []]);
  });
  test('name the descendants that nothing tells, once however often the set is used', () => {
    const json = JSON.parse(wanting(items)) as { PrimaryCriteria: { CriteriaList: object[] } };
    json.PrimaryCriteria.CriteriaList.push({ Measurement: { CodesetId: 0 } });
    const { written, left } = made(JSON.stringify(json));
    expect(written('entry', 'in')).toEqual([10]);
    expect(left).toEqual([
      'ConceptSets[0].expression.items[0].includeDescendants',
      'ConceptSets[0].expression.items[1].includeDescendants'
    ]);
  });
  test('name mapped concepts, and items without an id', () => {
    const { left } = made(wanting([concept(10, { includeMapped: true }), { concept: {} }]));
    expect(left).toEqual(['ConceptSets[0].expression.items[0].includeMapped', 'ConceptSets[0].expression.items[1]']);
  });
  test.each([
    [2, 'has no concepts'],
    [9, 'has no concept set 9']
  ])('that cannot be used (%i) leave their criterion out: never every row', (CodesetId, why) => {
    const found = made({ criteria: [{ ConditionOccurrence: { CodesetId: 0 } }, { Measurement: { CodesetId } }] });
    expect(found.written('entry')).toEqual({ in: [10, 11] });
    expect(found.left).toEqual(['PrimaryCriteria.CriteriaList[1].Measurement.CodesetId']);
    expect(found.why[0]).toContain(why);
  });
});

describe('attributes of a criterion', () => {
  const where = (kind: string, more: object) => {
    const { written, left } = made({ criteria: [{ [kind]: { CodesetId: 0, ...more } }] });
    return [written('entry', 'where'), left];
  };
  test.each([
    [{ Op: 'lt', Value: 4.5 }, { below: 4.5 }],
    [{ Op: 'lte', Value: 4 }, { max: 4 }],
    [
      { Op: 'eq', Value: 4 },
      { min: 4, max: 4 }
    ],
    [{ Op: 'gt', Value: 4 }, { above: 4 }],
    [{ Op: 'gte', Value: 4 }, { min: 4 }],
    [
      { Op: 'bt', Value: 4, Extent: 6 },
      { min: 4, max: 6 }
    ],
    [{ Op: '!eq', Value: 4 }, { not_in: [4] }]
  ])('a number %j', (ValueAsNumber, limits) => {
    expect(where('Measurement', { ValueAsNumber, Unit: [{ CONCEPT_ID: 8753 }] })).toEqual([
      [
        { column: 'value_as_number', ...limits },
        { column: 'unit_concept_id', in: [8753] }
      ],
      []
    ]);
  });
  test.each([
    [{ Op: 'lt', Value: '2020-03-01' }, { to: '2020-02-29' }],
    [{ Op: 'lte', Value: '2020-03-01' }, { to: '2020-03-01' }],
    [
      { Op: 'eq', Value: '2020-03-01' },
      { from: '2020-03-01', to: '2020-03-01' }
    ],
    [{ Op: 'gt', Value: '2020-12-31' }, { from: '2021-01-01' }],
    [{ Op: 'gte', Value: '2020-3-1' }, { from: '2020-03-01' }],
    [
      { Op: 'bt', Value: '2020-03-01', Extent: '2020-04-01' },
      { from: '2020-03-01', to: '2020-04-01' }
    ]
  ])('a day %j', (OccurrenceStartDate, limits) => {
    expect(where('ConditionOccurrence', { OccurrenceStartDate })).toEqual([
      [{ column: 'condition_start_date', ...limits }],
      []
    ]);
  });
  test('concepts that it is, that it is not, and a set of either', () => {
    expect(
      where('ConditionOccurrence', {
        ConditionType: [{ CONCEPT_ID: 1 }],
        ConditionTypeExclude: true,
        ConditionStatusCS: { CodesetId: 1, IsExclusion: false },
        ConditionSourceConcept: 1
      })
    ).toEqual([
      [
        { column: 'condition_type_concept_id', not_in: [1] },
        { column: 'condition_status_concept_id', in: [20] },
        { column: 'condition_source_concept_id', in: [20] }
      ],
      []
    ]);
    expect(where('VisitOccurrence', { VisitTypeExclude: false, VisitType: [] })).toEqual([undefined, []]);
  });
  test.each([
    ['Measurement', { ValueAsNumber: { Op: '!bt', Value: 1, Extent: 2 } }, 'ValueAsNumber'],
    ['Measurement', { RangeHighRatio: { Op: 'gt', Value: 1 } }, 'RangeHighRatio'],
    ['Measurement', { Abnormal: true }, 'Abnormal'],
    ['ConditionOccurrence', { StopReason: { Text: 'x', Op: 'contains' } }, 'StopReason'],
    ['ConditionOccurrence', { VisitType: [{ CONCEPT_ID: 9201 }] }, 'VisitType'],
    ['ConditionOccurrence', { ProviderSpecialty: [{ CONCEPT_ID: 1 }] }, 'ProviderSpecialty'],
    ['ConditionOccurrence', { OccurrenceEndDate: { Op: '!bt', Value: '2020-01-01' } }, 'OccurrenceEndDate'],
    ['VisitOccurrence', { VisitLength: { Op: 'gt', Value: 1 } }, 'VisitLength'],
    [
      'ConditionOccurrence',
      { CorrelatedCriteria: { Type: 'ALL', CriteriaList: [counted(drug, 2, 1)] } },
      'CorrelatedCriteria'
    ],
    ['ConditionOccurrence', { DateAdjustment: { StartWith: 'START_DATE', StartOffset: 1 } }, 'DateAdjustment'],
    ['ConditionOccurrence', { SomethingNew: 3 }, 'SomethingNew']
  ])('of %s: %j is named', (kind, more, key) => {
    expect(where(kind, more)).toEqual([undefined, [`PrimaryCriteria.CriteriaList[0].${kind}.${key}`]]);
  });
  test('other sorts of criteria are named whole', () => {
    expect(made({ criteria: [{ ConditionOccurrence: {} }, { DoseEra: { CodesetId: 0 } }] }).left).toEqual([
      'PrimaryCriteria.CriteriaList[1].DoseEra'
    ]);
    expect(() => made({ criteria: [{ DoseEra: {} }] })).toThrow(expect.objectContaining({ code: 'circe-no-entry' }));
  });
});

describe('limits', () => {
  const steps = (of: Definition) => made(of).written('steps');
  const one = { Type: 'ALL', CriteriaList: [counted(drug, 2, 1)] };
  test('stand after the window, the additional criteria and the rules', () => {
    expect(
      steps({
        primary: {
          ObservationWindow: { PriorDays: 365, PostDays: 30 },
          PrimaryCriteriaLimit: { Type: 'First' }
        },
        more: {
          AdditionalCriteria: one,
          QualifiedLimit: { Type: 'Last' },
          InclusionRules: [{ name: 'R', expression: one }],
          ExpressionLimit: { Type: 'First' }
        }
      })
    ).toEqual([
      { history: { min: 365 } },
      { follow_up: { min: 30 } },
      { occurrence: 'first' },
      { event: { table: 'drug_exposure', in: [20], at_least: 1, observed: true } },
      { occurrence: 'last' },
      { name: 'R', event: { table: 'drug_exposure', in: [20], at_least: 1, observed: true } },
      { occurrence: 'first' }
    ]);
  });
  test('of qualified events need additional criteria; one without a type is the first', () => {
    expect(steps({ more: { ExpressionLimit: {} } })).toEqual([{ history: { min: 0 } }, { occurrence: 'first' }]);
  });
  test('of another sort are named', () => {
    expect(made({ more: { ExpressionLimit: { Type: 'Random' } } }).left).toEqual(['ExpressionLimit.Type']);
  });
});

test('what is left stands in the cell twice: as a comment and as its warning', () => {
  const { text, written } = made({ more: { CensorWindow: { EndDate: '2020-01-01' } } });
  const said = 'CensorWindow: Periods are not cut at fixed dates.';
  expect(text).toContain(`# Not imported:\n#   ${said}\n`);
  expect(written('not_imported')).toEqual([said]);
});

test('a definition as WebAPI gives it, and texts that cannot break out of their comment', () => {
  const wrapped = JSON.stringify({
    id: 3,
    name: 'Sepsis\nfrom: x',
    expressionType: 'SIMPLE_EXPRESSION',
    expression: definition({})
  });
  const { text } = made(wrapped);
  expect(text).toContain('# Made from the ATLAS definition “Sepsis from: x”.\n');
  expect(made(JSON.stringify({ expression: JSON.parse(definition({})) as object })).left).toEqual([]);
});

test.each([
  ['{', 'circe-not-json'],
  ['[]', 'circe-not-cohort'],
  ['3', 'circe-not-cohort'],
  ['{"expression": "x"}', 'circe-not-json'],
  ['{"PrimaryCriteria": {"CriteriaList": []}, "a": 1}', 'circe-not-cohort'],
  [definition({ criteria: [] }), 'circe-no-entry'],
  [definition({ criteria: [{}] }), 'circe-no-entry']
])('%s is refused', (json, code) => {
  expect(() => fromCirce(json)).toThrow(expect.objectContaining({ code }));
});

test('a text is known by its look', () => {
  expect(isCirce(definition({}))).toBe(true);
  expect(isCirce(JSON.stringify({ expression: definition({}) }))).toBe(true);
  expect(isCirce('from: "PrimaryCriteria": 3')).toBe(false);
  expect(isCirce('{"a": 1}')).toBe(false);
});

test('the definition that the lesson on cohorts offers becomes the cell that stands below it', () => {
  const lesson = readFileSync('notebooks/lessons/who-enters-a-study.md', 'utf8');
  const [, json, text] = /```json\n([\s\S]*?)```[\s\S]*?```cohort id=shared\n([\s\S]*?)```/.exec(lesson) ?? [];
  expect(fromCirce(json ?? '').text).toBe(text);
});
