/** A part of the definition that the cohort does not have. */
export interface LeftPart {
  /** Where it stands: `InclusionRules[0].expression.CriteriaList[1].EndWindow`. */
  path: string;
  what: string;
  /** In plain words, in the language of the page. */
  why: string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What says nothing: such keys are written by ATLAS for every criterion. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isNothing);
}

/**
 * One object of the definition. What is asked for is ticked off; what nobody asked for is left, and named: so nothing
 * is dropped silently, whatever a newer ATLAS writes.
 */
export class Part {
  readonly #value: Record<string, unknown>;
  readonly #seen = new Set<string>();

  constructor(
    value: unknown,
    readonly path: string,
    private readonly left: LeftPart[]
  ) {
    this.#value = isObject(value) ? value : {};
  }

  pathOf(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }

  /** Whether something is said under a key; does not tick it off. */
  has(key: string): boolean {
    return !isNothing(this.#value[key]);
  }

  take(key: string): unknown {
    this.#seen.add(key);
    return this.#value[key];
  }

  text(key: string): string | undefined {
    const value = this.take(key);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  }

  number(key: string): number | undefined {
    const value = this.take(key);
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    // Some exports write numbers as texts.
    return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
  }

  flag(key: string): boolean {
    return this.take(key) === true;
  }

  part(key: string): Part {
    return new Part(this.take(key), this.pathOf(key), this.left);
  }

  parts(key: string): Part[] {
    const value = this.take(key);
    return Array.isArray(value)
      ? value.map((one: unknown, index) => new Part(one, `${this.pathOf(key)}[${index}]`, this.left))
      : [];
  }

  /** Another value that is said to stand where this part stands. */
  same(value: unknown): Part {
    return new Part(value, this.path, this.left);
  }

  /** Keys that were not asked for yet, whatever they say: `{"Death": {}}` means every death. */
  get keys(): string[] {
    return Object.keys(this.#value).filter((key) => !this.#seen.has(key));
  }

  /** Keys that say something and were not asked for yet. */
  others(): string[] {
    return Object.keys(this.#value).filter((key) => !this.#seen.has(key) && this.has(key));
  }

  /** Names a key, or the whole part, as left out. */
  leave(key: string | undefined, why: string): undefined {
    if (key !== undefined) this.#seen.add(key);
    const path = key === undefined ? this.path : this.pathOf(key);
    // One path with one reason is said once, however often its set is used.
    if (!this.left.some((one) => one.path === path && one.why === why)) {
      this.left.push({ path, what: key ?? nameOf(this.path), why });
    }
    return undefined;
  }

  /** Names everything that was not asked for. */
  leaveOthers(why: (key: string) => string): void {
    for (const key of this.others()) this.leave(key, why(key));
  }
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('.') + 1);
