import { cohortWords as words } from '$lib/messages/cohort';
import type { CohortRow } from './counts';
import type { CohortSpec, Condition, Step } from './spec';

/** What one entry is called, in the plural. */
export function calledIn({ entry, from }: CohortSpec): string {
  return entry.called ?? words.called_(from);
}

/** The tables that entries come from, to stand between backticks. */
export function entryTables({ from, entry }: CohortSpec): string {
  const names = [from, ...entry.or.map(({ table }) => table ?? from)];
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].join('`, `');
}

/** The name of a row of the diagram: the cell's own, or what its condition says. */
export function rowName({ of }: CohortRow, spec: CohortSpec): string {
  const called = calledIn(spec);
  if (of === 'all') return words.entriesIn(called, entryTables(spec));
  if (of === 'dated') return words.dated;
  if (of === 'washout') return words.stepNames.washout(spec.entry.washout ?? 0);
  if (of === 'merged') return words.stepNames.merged(spec.exit?.merge ?? 0);
  if (of === 'entry')
    return spec.entry.occurrence === 'last' ? words.stepNames.last(called) : words.stepNames.first(called);
  const step = spec.steps[of];
  return step === undefined ? '' : (step.name ?? conditionName(step.condition, spec));
}

/** What a step is called where nobody gave it a name. */
export function conditionName(condition: Condition, spec: CohortSpec): string {
  const names = words.stepNames;
  const list = (values: readonly unknown[]) =>
    values.length > 3 ? `${values.slice(0, 3).map(String).join(', ')} …` : values.map(String).join(', ');
  switch (condition.kind) {
    case 'age':
      return names.age(condition.min, condition.max, condition.unit);
    case 'category':
      return names.category(condition.column, list(condition.values), condition.not);
    case 'event': {
      const { least, most, window, table } = condition;
      const { from, to, unit } = window;
      return names.event(list(condition.in ?? []), table ?? spec.from, least, most, from, to, unit);
    }
    case 'value': {
      const { min, max, unit = '', pick, window } = condition;
      const column = condition.value ?? (condition.in ? list(condition.in) : (condition.table ?? ''));
      const { from, to } = window;
      const which = condition.table === undefined ? 'any' : pick;
      return names.value(column, min, max, unit, which, from, to, window.unit);
    }
    case 'history':
      return names.history(condition.min, condition.unit);
    case 'follow_up':
      return names.follow_up(condition.min, condition.unit);
    case 'group': {
      const parts = condition.of.map((part) => conditionName(part.condition, spec));
      return names.group(condition.least, condition.most, parts);
    }
    case 'occurrence':
      return names[condition.end](calledIn(spec));
    case 'sql':
      return `\`${condition.sql.trim().replace(/\s+/g, ' ')}\``;
  }
}

/** Who is left out at a row, in words. */
export function leftOutWords({ of }: CohortRow, spec: CohortSpec): string {
  if (of === 'all') return '';
  if (of === 'dated') return words.datedOut;
  if (of === 'washout' || of === 'merged') return words.outs[of];
  if (of === 'entry') return spec.entry.occurrence === 'last' ? words.outs.last : words.outs.first;
  const step = spec.steps[of];
  return step === undefined ? '' : (step.out ?? usualOut(step));
}

function usualOut({ condition }: Step): string {
  if (condition.kind === 'occurrence') return words.outs[condition.end];
  if (condition.kind !== 'event') return words.outs[condition.kind];
  if (condition.most === 0) return words.outs.eventAbsent;
  return condition.most === undefined ? words.outs.eventPresent : words.outs.event;
}

/** The step of a row, where it is one of the cell's own. */
export function stepOf({ of }: CohortRow, spec: CohortSpec): Step | undefined {
  return typeof of === 'number' ? spec.steps[of] : undefined;
}
