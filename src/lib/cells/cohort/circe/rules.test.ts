import { describe, expect, test } from 'vitest';
import { counted, drug, made, rule, window } from './test-definitions';

describe('inclusion rules', () => {
  const event = (Occurrence: object, more: object = {}, Criteria: object = drug) => {
    const { written, left } = made(
      rule({ CriteriaList: [{ Criteria, StartWindow: window(null, null), Occurrence, ...more }] })
    );
    return [written('steps', 1, 'event'), left];
  };
  const base = { table: 'drug_exposure', in: [20], observed: true };
  test.each([
    [
      { Type: 0, Count: 2 },
      { at_least: 2, at_most: 2 }
    ],
    [{ Type: 1, Count: 3 }, { at_most: 3 }],
    [{ Type: 2, Count: 1 }, { at_least: 1 }],
    [
      { Type: 0, Count: 0 },
      { at_least: 0, at_most: 0 }
    ]
  ])('count %j', (occurrence, limits) => {
    expect(event(occurrence)).toEqual([{ ...base, ...limits }, []]);
  });
  test.each([
    [window(-365, -1), { from: -365, to: -1 }],
    [window(0, 30), { from: 0, to: 30 }],
    [window(null, 0), { to: 0 }],
    [window(1, null), { from: 1 }]
  ])('in a window %j', (StartWindow, wanted) => {
    expect(event({ Type: 2, Count: 1 }, { StartWindow })).toEqual([{ ...base, at_least: 1, window: wanted }, []]);
  });
  test('of rows outside of the observation, and of the table of entries itself', () => {
    const found = event(
      { Type: 2, Count: 2 },
      { IgnoreObservationPeriod: true },
      { ConditionOccurrence: { CodesetId: 0 } }
    );
    expect(found).toEqual([{ table: 'condition_occurrence', in: [10, 11], at_least: 2, itself: true }, []]);
  });
  const at = 'InclusionRules[0].expression.CriteriaList[0]';
  test.each([
    [{ EndWindow: window(0, 3) }, `${at}.EndWindow`],
    [{ RestrictVisit: true }, `${at}.RestrictVisit`],
    [
      { Occurrence: { Type: 2, Count: 1, IsDistinct: true, CountColumn: 'DOMAIN_CONCEPT' } },
      `${at}.Occurrence.IsDistinct`
    ]
  ])('stand without %j, which is named', (more, path) => {
    expect(event({ Type: 2, Count: 1 }, more)).toEqual([{ ...base, at_least: 1 }, [path]]);
  });
  test.each([
    [{ StartWindow: window(0, 1, { UseEventEnd: true }) }, `${at}.StartWindow.UseEventEnd`],
    [{ StartWindow: window(0, 1, { UseIndexEnd: true }) }, `${at}.StartWindow.UseIndexEnd`],
    [{ StartWindow: { Start: { Days: null, Coeff: 1 }, End: { Days: 1, Coeff: 1 } } }, `${at}.StartWindow.Start.Coeff`],
    [
      {
        StartWindow: { Start: { Days: 1, Coeff: -1, TimeUnit: 'hour', TimeUnitValue: 1 }, End: { Days: 1, Coeff: 1 } }
      },
      `${at}.StartWindow.Start.TimeUnit`
    ]
  ])('are left out whole with %j, and the rule is named too', (more, path) => {
    const found = made(rule({ CriteriaList: [counted(drug, 2, 1, more)] }));
    expect(found.written('steps')).toEqual([{ history: { min: 0 } }]);
    expect(found.left).toEqual([path, 'InclusionRules[0]']);
  });

  test('age by calendar years, gender, race, and the day of entry', () => {
    const person = {
      Age: { Op: 'lt', Value: 18 },
      Gender: [{ CONCEPT_ID: 8507 }],
      RaceCS: { CodesetId: 1, IsExclusion: true },
      OccurrenceStartDate: { Op: 'gte', Value: '2020-01-01' },
      Somewhere: 1
    };
    const { written, left } = made(rule({ DemographicCriteriaList: [person] }, { description: 'Children\nonly' }));
    expect(written('steps', 1)).toEqual({
      name: 'Rule',
      note: 'Children only',
      group: {
        at_least: 4,
        of: [
          { age: { max: 17, by: 'year' } },
          { category: { column: 'gender_concept_id', in: [8507] } },
          { category: { column: 'race_concept_id', not_in: [20] } },
          { sql: `entry."condition_start_date" >= date '2020-01-01'` }
        ]
      }
    });
    expect(left).toEqual(['InclusionRules[0].expression.DemographicCriteriaList[0].Somewhere']);
  });

  describe('of several conditions', () => {
    const two = [counted(drug, 2, 1), counted({ Death: {} }, 1, 0)];
    const events = [
      { event: { table: 'drug_exposure', in: [20], at_least: 1, observed: true } },
      { event: { table: 'death', at_most: 0, observed: true } }
    ];
    test.each([
      [{ Type: 'ALL' }, { at_least: 2, of: events }],
      [{ Type: 'ANY' }, { of: events }],
      [
        { Type: 'AT_LEAST', Count: 2 },
        { at_least: 2, of: events }
      ],
      [
        { Type: 'AT_MOST', Count: 1 },
        { at_least: 0, at_most: 1, of: events }
      ]
    ])('%j', (type, group) => {
      const { written, left } = made(rule({ ...type, CriteriaList: two }));
      expect([written('steps', 1, 'group'), left]).toEqual([group, []]);
    });
    test('in groups of the same sort stand side by side', () => {
      const any = { Type: 'ANY', CriteriaList: [two[0]], Groups: [{ Type: 'ANY', CriteriaList: [two[1]] }] };
      expect(made(rule(any)).written('steps', 1, 'group')).toEqual({ of: events });
    });
    test('in a group inside of all are a step more', () => {
      const { written, left } = made(
        rule({ Type: 'ALL', CriteriaList: [two[0]], Groups: [{ Type: 'ANY', CriteriaList: two }] })
      );
      expect(written('steps')).toEqual([
        { history: { min: 0 } },
        { name: 'Rule', ...events[0] },
        { name: 'Rule (2)', group: { of: events } }
      ]);
      expect(left).toEqual([]);
    });
    test('in all inside of any are named', () => {
      const found = made(rule({ Type: 'ANY', CriteriaList: [two[0]], Groups: [{ Type: 'ALL', CriteriaList: two }] }));
      expect(found.left).toEqual(['InclusionRules[0].expression.Groups[0]']);
    });
    test('of one person in a group that needs only some are named', () => {
      const person = { Age: { Op: 'gt', Value: 1 }, Gender: [{ CONCEPT_ID: 8507 }] };
      const found = made(rule({ Type: 'ANY', CriteriaList: [two[0]], DemographicCriteriaList: [person] }));
      expect(found.left).toEqual(['InclusionRules[0].expression.DemographicCriteriaList[0]']);
    });
    test('of a sort that nobody knows', () => {
      expect(made(rule({ Type: 'NONE', CriteriaList: two })).left).toEqual(['InclusionRules[0].expression.Type']);
    });
  });
});

describe('what entry events ask of a person', () => {
  const age = { Age: { Op: 'bt', Value: 1, Extent: 17 }, Gender: [{ CONCEPT_ID: 8507 }] };
  test('is a step before the limit where all ask it', () => {
    const { written, left } = made({
      criteria: [{ ConditionOccurrence: { ...age } }, { Measurement: { ...age } }],
      primary: { PrimaryCriteriaLimit: { Type: 'First' } }
    });
    expect(written('steps')).toEqual([
      { history: { min: 0 } },
      { age: { min: 1, max: 17, by: 'year' } },
      { category: { column: 'gender_concept_id', in: [8507] } },
      { occurrence: 'first' }
    ]);
    expect(left).toEqual([]);
  });
  test('is named where only some do', () => {
    const { left } = made({ criteria: [{ ConditionOccurrence: { ...age } }, { Measurement: {} }] });
    expect(left).toEqual([
      'PrimaryCriteria.CriteriaList[0].ConditionOccurrence.Age',
      'PrimaryCriteria.CriteriaList[0].ConditionOccurrence.Gender'
    ]);
  });
});

describe('exit', () => {
  const exit = (more: object, criteria?: object[]) => {
    const { written, left } = made({ more, ...(criteria && { criteria }) });
    return [written('exit'), left];
  };
  test.each([
    [
      { DateField: 'StartDate', Offset: 30 },
      { at: 'entry', days: 30, merge: 0 }
    ],
    [
      { DateField: 'EndDate', Offset: 0 },
      { at: 'end', days: 0, without_end: 1, merge: 0 }
    ]
  ])('at a fixed offset %j', (DateOffset, wanted) => {
    expect(exit({ EndStrategy: { DateOffset } })).toEqual([wanted, []]);
  });
  test('from the end of a drug names that the days of supply are not used', () => {
    const [, left] = exit({ EndStrategy: { DateOffset: { DateField: 'EndDate', Offset: 0 } } }, [drug]);
    expect(left).toEqual(['EndStrategy.DateOffset.DateField']);
  });
  test('at the end of an exposure', () => {
    const CustomEra = { DrugCodesetId: 1, GapDays: 30, Offset: 7 };
    const wanted = {
      at: 'exposure',
      days: 7,
      without_end: 1,
      exposure: { table: 'drug_exposure', in: [20], gap: 30 },
      merge: 0
    };
    expect(exit({ EndStrategy: { CustomEra } })).toEqual([wanted, []]);
    expect(exit({ EndStrategy: { CustomEra: { ...CustomEra, DaysSupplyOverride: 5 } } })).toEqual([
      wanted,
      ['EndStrategy.CustomEra.DaysSupplyOverride']
    ]);
    expect(exit({ EndStrategy: { CustomEra: { DrugCodesetId: 2 } } })).toEqual([
      { at: 'observation', merge: 0 },
      ['EndStrategy.CustomEra.DrugCodesetId']
    ]);
  });
  test('by censoring events', () => {
    expect(exit({ CensoringCriteria: [{ Death: {} }, drug, { Specimen: { CodesetId: 0 } }] })).toEqual([
      { at: 'observation', censor: [{ table: 'death' }, { table: 'drug_exposure', in: [20] }], merge: 0 },
      ['CensoringCriteria[2].Specimen']
    ]);
  });
  test('merges with the padding of the definition', () => {
    expect(exit({ CollapseSettings: { CollapseType: 'ERA', EraPad: 14 } })[0]).toMatchObject({ merge: 14 });
    expect(exit({ CollapseSettings: { CollapseType: 'NONE' } })).toEqual([
      { at: 'observation' },
      ['CollapseSettings.CollapseType']
    ]);
  });
  test.each([
    [{ CensorWindow: { StartDate: '2020-01-01', EndDate: null } }, 'CensorWindow'],
    [{ EndStrategy: { Other: { Days: 1 } } }, 'EndStrategy.Other'],
    [{ SomethingNew: [1] }, 'SomethingNew']
  ])('%j is named', (more, path) => {
    expect(exit(more)[1]).toEqual([path]);
  });
});
