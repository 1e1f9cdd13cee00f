/** What a deployment lets out, as far as the page holds to it today. */
export interface Policy {
  /** The least count that may be seen in what leaves. */
  minCell: number;
  /** Individual rows: never, or with a reason. */
  rows: 'never' | 'ask';
  /** Copying more rows than this asks first. */
  clipboardRows: number;
}

/** Every deployment has at least this. */
export const defaultPolicy: Policy = { minCell: 5, rows: 'ask', clipboardRows: 20 };

/** Of a person's own wish and the deployment's policy, the stricter in each. */
export function stricter(policy: Policy, own: Partial<Policy>): Policy {
  return {
    minCell: Math.max(policy.minCell, own.minCell ?? 0),
    rows: policy.rows === 'never' || own.rows === 'never' ? 'never' : 'ask',
    clipboardRows: Math.min(policy.clipboardRows, own.clipboardRows ?? Infinity)
  };
}

/** Least counts to choose from. */
export const minCellChoices = [5, 10, 20] as const;

/** What was kept of a person's wish; what makes no sense is left out. */
export function readOwn(text: string | null): Partial<Policy> {
  try {
    const value = JSON.parse(text ?? '{}') as Partial<Record<keyof Policy, unknown>>;
    const minCell = minCellChoices.find((choice) => choice === value.minCell);
    return {
      ...(minCell === undefined ? {} : { minCell }),
      ...(value.rows === 'never' ? { rows: 'never' } : {})
    };
  } catch {
    return {};
  }
}
