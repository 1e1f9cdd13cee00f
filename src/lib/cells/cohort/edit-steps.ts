import { moveItem, setField, type Plain } from '../task';
import type { ConditionKind } from './spec';

/** What a new step of each kind says: enough to be understood where that is possible. */
const fresh: Record<ConditionKind, Plain> = {
  age: { max: 17 },
  category: {},
  event: {},
  value: {},
  history: { min: 365 },
  follow_up: { min: 30 },
  group: { of: [{ event: {} }] },
  occurrence: 'first',
  sql: 'true'
};

export const freshCondition = (kind: ConditionKind): Plain => fresh[kind];

export function addStep(text: string, at: number, kind: ConditionKind): string {
  return setField(text, ['steps', at], { [kind]: fresh[kind] });
}

/** Another condition; what the step is called and says stays. */
export function changeKind(text: string, at: number, written: Plain | undefined, kind: ConditionKind): string {
  const said = written !== null && typeof written === 'object' && !Array.isArray(written) ? written : {};
  const kept = Object.entries(said).filter(([key]) => !(key in fresh));
  return setField(text, ['steps', at], { ...Object.fromEntries(kept), [kind]: fresh[kind] });
}

export function removeStep(text: string, at: number): string {
  return setField(text, ['steps', at], undefined);
}

export function moveStep(text: string, from: number, to: number): string {
  return moveItem(text, ['steps'], from, to);
}
