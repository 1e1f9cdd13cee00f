import { circeWords as words } from '$lib/messages/circe';
import { failCohort as fail } from '../failures';
import { cohortText } from './cohort-text';
import { ancestorsIn, ConceptSets, type Descendants } from './concept-sets';
import { kindIn, leaveRest, rowsOf, type Rows, type Written } from './criteria';
import { domains } from './domains';
import { demographicsOf, stepsOf, type GroupReading } from './groups';
import { Part, type LeftPart } from './reading';

export { isCirce } from './is-circe';
export type { LeftPart } from './reading';

export interface CirceOptions {
  /** Names of the notebook's tables: `picu_person` is taken for `person` where no other is. */
  tables?: readonly string[];
  /** Descendants of each concept, from the vocabulary that the person supplies. */
  descendants?: Descendants;
}

export interface FromCirce {
  /** The text of a cohort cell. */
  text: string;
  /** What the definition calls itself. */
  title: string | undefined;
  /** Everything of the definition that the cell does not say. */
  left: readonly LeftPart[];
}

/**
 * A cohort definition of ATLAS (CIRCE JSON, as exported or as WebAPI gives it) as the text of a cohort cell. Where it
 * says what a cohort here cannot, the part is left out and named with its path.
 *
 * Follows the SQL that OHDSI's circe-be makes: events within an observation period, the limit of primary events, then
 * additional criteria and their limit, inclusion rules and theirs; the end of observation unless another exit is said;
 * overlapping periods merged. An age is the difference of calendar years.
 *
 * @throws `circe-not-json`, `circe-not-cohort`, `circe-no-entry`
 */
export function fromCirce(json: string, { tables = [], descendants }: CirceOptions = {}): FromCirce {
  const { expression, name } = expressionOf(json);
  const left: LeftPart[] = [];
  const root = new Part(expression, '', left);
  const sets = new ConceptSets(root.parts('ConceptSets'), descendants);
  const title = name ?? root.text('Title');
  root.take('Title');
  root.take('cdmVersionRange');
  const tableOf = (table: string) => tableNamed(table, tables);

  const primary = root.part('PrimaryCriteria');
  const criteria = primary.parts('CriteriaList');
  const kinds = criteria.map(kindIn).join(', ');
  const events = criteria.flatMap((one) => rowsOf(one, { sets, tableOf }) ?? []);
  const [first, ...others] = events;
  if (!first) throw fail('circe-no-entry', { kinds });
  const reading: GroupReading = {
    sets,
    tableOf,
    entryTables: new Set(events.map(({ domain }) => domain.table)),
    entryDay: first.domain.start
  };
  const steps = [
    ...observationSteps(primary.part('ObservationWindow')),
    ...personSteps(events, reading),
    ...limitStep(primary.part('PrimaryCriteriaLimit'))
  ];
  for (const event of events) leaveRest(event);
  primary.leaveOthers(() => words.noAttribute());

  const additional = root.part('AdditionalCriteria');
  const qualified = stepsOf(additional, reading);
  steps.push(...qualified);
  // As in ATLAS, this limit counts only where there are such criteria.
  const limit = limitStep(root.part('QualifiedLimit'));
  if (qualified.length > 0) steps.push(...limit);
  for (const rule of root.parts('InclusionRules')) steps.push(...ruleSteps(rule, reading));
  steps.push(...limitStep(root.part('ExpressionLimit')));

  const { table, ...entry } = first.written;
  const cohort: Written = {
    from: table ?? null,
    person: tableOf('person'),
    period: tableOf('observation_period'),
    entry: { ...entry, ...(others.length > 0 && { or: others.map(({ written }) => written) }) },
    steps,
    exit: exitOf(root, reading)
  };
  root.leaveOthers(() => words.noAttribute());
  return { text: cohortText(cohort, { title, sets: sets.used, left }), title, left };
}

/** The concepts of a definition whose descendants it wants. @throws as `fromCirce` */
export function ancestorsOf(json: string): number[] {
  return ancestorsIn(new Part(expressionOf(json).expression, '', []).parts('ConceptSets'));
}

/** The definition itself, or in the wrapping in which WebAPI gives it. */
function expressionOf(json: string): { expression: unknown; name: string | undefined } {
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw fail('circe-not-json', {});
    }
  };
  const whole = new Part(parse(json), '', []);
  const inner = whole.take('expression');
  const expression = inner === undefined ? parse(json) : typeof inner === 'string' ? parse(inner) : inner;
  if (!new Part(expression, '', []).has('PrimaryCriteria')) throw fail('circe-not-cohort', {});
  return { expression, name: whole.text('name') };
}

function tableNamed(table: string, tables: readonly string[]): string {
  const same = tables.find((name) => name.toLowerCase() === table);
  if (same !== undefined) return same;
  const alike = tables.filter((name) => name.toLowerCase().endsWith(`_${table}`) && !name.startsWith('cell '));
  return alike.length === 1 && alike[0] !== undefined ? alike[0] : table;
}

/** Every entry lies in an observation period, so many days after its start and before its end. */
function observationSteps(window: Part): Written[] {
  const [before, after] = [window.number('PriorDays') ?? 0, window.number('PostDays') ?? 0];
  window.leaveOthers(() => words.noAttribute());
  return [{ history: { min: before } }, ...(after > 0 ? [{ follow_up: { min: after } }] : [])];
}

/** What every entry event asks of its person is a step; what only some ask cannot be said. */
function personSteps(events: readonly Rows[], reading: GroupReading): Written[] {
  const keys = ['Age', 'Gender', 'GenderCS'].filter((key) => events.some(({ part }) => part.has(key)));
  const [first] = events;
  return keys.flatMap((key) => {
    const values = new Set(events.map(({ part }) => JSON.stringify(part.take(key) ?? null)));
    if (values.size === 1 && first) {
      const said = { [key]: first.part.take(key) };
      return demographicsOf(first.part.same(said), reading);
    }
    for (const { part } of events) if (part.has(key)) part.leave(key, words.noEventPerson());
    return [];
  });
}

function limitStep(limit: Part): Written[] {
  const type = (limit.text('Type') ?? 'First').toLowerCase();
  if (type === 'all') return [];
  if (type === 'first' || type === 'last') return [{ occurrence: type }];
  limit.leave('Type', words.noLimit(type));
  return [];
}

function ruleSteps(rule: Part, reading: GroupReading): Written[] {
  const [name, note] = [rule.text('name'), rule.text('description')];
  const steps = stepsOf(rule.part('expression'), reading);
  if (steps.length === 0) rule.leave(undefined, words.emptyRule());
  rule.leaveOthers(() => words.noAttribute());
  return steps.map((step, index) => ({
    ...(name !== undefined && { name: index === 0 ? name : `${name} (${index + 1})` }),
    ...step,
    ...(note !== undefined && index === 0 && { note: note.replace(/\s+/g, ' ') })
  }));
}

/** Without an end date a row lasts a day in ATLAS. */
const lasts = 1;

function exitOf(root: Part, reading: GroupReading): Written {
  const exit: Written = {};
  const strategy = root.part('EndStrategy');
  if (strategy.has('DateOffset')) {
    const offset = strategy.part('DateOffset');
    const isEnd = offset.text('DateField')?.toLowerCase() === 'enddate';
    Object.assign(exit, { at: isEnd ? 'end' : 'entry', days: offset.number('Offset') ?? 0 });
    if (isEnd) {
      exit.without_end = lasts;
      if (reading.entryTables.has('drug_exposure')) offset.leave('DateField', words.noSupplyEnd());
    }
    offset.leaveOthers(() => words.noAttribute());
  } else if (strategy.has('CustomEra')) customEra(strategy.part('CustomEra'), exit, reading);
  strategy.leaveOthers((key) => words.noExit(key));
  exit.at ??= 'observation';
  const censor = root.parts('CensoringCriteria').flatMap((one) => {
    const rows = rowsOf(one, reading);
    if (rows) leaveRest(rows);
    return rows ? [rows.written] : [];
  });
  if (censor.length > 0) exit.censor = censor;
  const collapse = root.part('CollapseSettings');
  const type = collapse.text('CollapseType');
  if (type !== undefined && type.toUpperCase() !== 'ERA') collapse.leave('CollapseType', words.noCollapse(type));
  else exit.merge = collapse.number('EraPad') ?? 0;
  if (root.has('CensorWindow')) root.leave('CensorWindow', words.noCensorWindow());
  return exit;
}

function customEra(era: Part, exit: Written, { sets, tableOf }: GroupReading): void {
  const [gap, days] = [era.number('GapDays') ?? 0, era.number('Offset') ?? 0];
  const id = era.number('DrugCodesetId');
  const set = id === undefined ? undefined : sets.find(id);
  if (!set || set.ids.length === 0) {
    era.leave('DrugCodesetId', set ? words.emptySet(set.name) : words.noSet(id ?? -1));
    return;
  }
  const table = tableOf((domains.DrugExposure as { table: string }).table);
  Object.assign(exit, { at: 'exposure', days, without_end: lasts, exposure: { table, in: [...set.ids], gap } });
  era.leaveOthers(() => words.noAttribute());
}
