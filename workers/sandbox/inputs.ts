import type { Changing } from './changing';
import type { ViewControl, ViewDescription } from './views';

type Shown = ViewDescription['value'];

/** A control that code made. What a person sets comes through `set`, checked. */
export class InputView {
  #value: Shown;
  #turn = 0;
  #listeners = new Set<() => void>();

  constructor(
    readonly control: ViewControl,
    readonly label: string,
    start: Shown,
    /** What code sees for what is shown. */
    private readonly meaning: (shown: Shown) => unknown,
    private readonly check: (given: unknown) => Shown,
    readonly disabled = false
  ) {
    this.#value = start;
  }

  get value(): unknown {
    return this.meaning(this.#value);
  }

  set(given: unknown): void {
    this.#value = this.check(given);
    this.#turn++;
    for (const listener of this.#listeners) listener();
  }

  describe(view: number): ViewDescription {
    const { control, label, disabled } = this;
    return { ...control, view, label, value: this.#value, ...(disabled && { disabled }) };
  }

  changing(): Changing {
    let seen = -1;
    let ended: (() => void) | undefined;
    let over = false;
    return {
      next: async () => {
        if (seen === this.#turn && !over) {
          await new Promise<void>((resolve) => {
            const listener = () => {
              this.#listeners.delete(listener);
              resolve();
            };
            this.#listeners.add(listener);
            ended = listener;
          });
        }
        seen = this.#turn;
        return { value: this.value, done: over };
      },
      end: () => {
        over = true;
        ended?.();
      }
    };
  }
}

interface Options {
  label?: string;
  value?: unknown;
  disabled?: boolean;
}
interface Choosing extends Options {
  format?: (item: never) => string;
  multiple?: boolean;
}

const labelOf = (options: Options) => String(options.label ?? '');
const numberIn = (value: unknown, least: number, most: number, spare: number) => {
  const number = Number(value);
  return Number.isFinite(number) && value !== null ? Math.min(most, Math.max(least, number)) : spare;
};

function figures(
  control: 'range' | 'number',
  limits: readonly number[],
  options: Options & { step?: number }
): InputView {
  const [min = 0, max = 1] = limits;
  if (!(Number(max) > Number(min))) throw new RangeError('Inputs.range takes [least, most], with least below most.');
  const usual = control === 'range' ? (max - min) / 100 : 1;
  const step = options.step ?? (Number.isInteger(min) && Number.isInteger(max) && max - min >= 10 ? 1 : usual);
  const middle = options.value === undefined ? (min + max) / 2 : numberIn(options.value, min, max, min);
  const check = (given: unknown) => numberIn(given, min, max, min);
  return new InputView(
    { control, min, max, step },
    labelOf(options),
    middle,
    (shown) => shown,
    check,
    options.disabled
  );
}

function chosen(
  items: Iterable<unknown>,
  options: Choosing,
  one: 'select' | 'radio',
  many: 'multiple' | 'checkbox',
  multiple: boolean
): InputView {
  const pairs: [string, unknown][] =
    items instanceof Map
      ? [...(items as Map<unknown, unknown>)].map(([name, value]) => [String(name), value])
      : [...items].map((item) => [options.format ? options.format(item as never) : String(item), item]);
  const values = pairs.map(([, value]) => value);
  const words = pairs.map(([name]) => name);
  const places = (wanted: Iterable<unknown>) =>
    [...wanted].map((value) => values.indexOf(value)).filter((at) => at >= 0);
  const isPlace = (at: unknown): at is number =>
    Number.isInteger(at) && (at as number) >= 0 && (at as number) < words.length;
  if (multiple) {
    const start = places((options.value ?? []) as Iterable<unknown>);
    const check = (given: unknown) => (Array.isArray(given) ? given.filter(isPlace) : []);
    return new InputView(
      { control: many, options: words },
      labelOf(options),
      start,
      (shown) => (shown as number[]).map((at) => values[at]),
      check,
      options.disabled
    );
  }
  const first =
    options.value === undefined
      ? one === 'select' && words.length > 0
        ? 0
        : null
      : (places([options.value])[0] ?? null);
  const meaning = (shown: Shown) => (shown === null ? null : values[shown as number]);
  const check = (given: unknown) => (isPlace(given) ? given : null);
  return new InputView({ control: one, options: words }, labelOf(options), first, meaning, check, options.disabled);
}

const text = (control: 'text' | 'date', options: Options & { placeholder?: string }) =>
  new InputView(
    { control, placeholder: options.placeholder },
    labelOf(options),
    options.value === undefined
      ? ''
      : options.value instanceof Date
        ? options.value.toISOString().slice(0, 10)
        : String(options.value),
    (shown) => (control === 'date' ? (shown === '' ? null : new Date(String(shown))) : shown),
    (given) => String(given ?? '').slice(0, 10_000),
    options.disabled
  );

/** The controls that code finds as `Inputs`: descriptions, drawn by the page. */
export const Inputs = {
  range: (limits: readonly number[] = [0, 1], options: Options & { step?: number } = {}) =>
    figures('range', limits, options),
  number: (limits: readonly number[] = [-1e9, 1e9], options: Options & { step?: number } = {}) =>
    figures('number', limits, { value: 0, ...options }),
  text: (options: Options & { placeholder?: string } = {}) => text('text', options),
  date: (options: Options = {}) => text('date', options),
  toggle: (options: Options = {}) =>
    new InputView(
      { control: 'toggle' },
      labelOf(options),
      options.value === true,
      (shown) => shown,
      (given) => given === true,
      options.disabled
    ),
  /** Counts how often it was pressed. */
  button: (words = 'Run', options: Options = {}) =>
    new InputView(
      { control: 'button', words: String(words) },
      labelOf(options),
      0,
      (shown) => shown,
      (given) => numberIn(given, 0, 1e9, 0),
      options.disabled
    ),
  select: (items: Iterable<unknown>, options: Choosing = {}) =>
    chosen(items, options, 'select', 'multiple', options.multiple === true),
  radio: (items: Iterable<unknown>, options: Choosing = {}) => chosen(items, options, 'radio', 'checkbox', false),
  checkbox: (items: Iterable<unknown>, options: Choosing = {}) => chosen(items, options, 'radio', 'checkbox', true)
};
