/** One of the things a Segment, Select or MultiSelect offers. */
export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  /** Faint, after the label: a unit, a type, a count. */
  meta?: string;
  disabled?: boolean;
}
