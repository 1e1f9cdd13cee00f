import { fail } from '../errors';
import { failAt, readSigns, type Sign } from './read-signs';
import { writeStep } from './write';

/** A reference path as it is meant. */
export type ReferencePath =
  | { kind: 'step'; activity: string }
  | { kind: 'sequence' | 'choice'; parts: readonly ReferencePath[] }
  | { kind: 'optional'; body: ReferencePath }
  /** `least` times or more often. */
  | { kind: 'repeat'; body: ReferencePath; least: 0 | 1 };

/** More is no path that a person reads; alignments stay small. */
export const MOST_STEPS = 200;
const MOST_DEPTH = 50;
const CLOSING = { '(': ')', '[': ']' } as const;

class PathParser {
  readonly #signs: readonly Sign[];
  #next = 0;
  steps = 0;

  constructor(private readonly text: string) {
    this.#signs = readSigns(text);
  }

  get #sign(): Sign {
    return this.#signs[this.#next]!;
  }

  path(): ReferencePath {
    const opening = this.#sign;
    if (opening.kind === 'end') throw fail('path-empty', {}, { place: { line: 1, column: 1 } });
    const path = this.#choice(0);
    const { kind, at } = this.#sign;
    if (kind === ')' || kind === ']') throw failAt(this.text, at, 'path-bracket-extra', { bracket: kind });
    if (kind !== 'end') throw failAt(this.text, at, 'path-arrow-missing');
    return path;
  }

  #choice(depth: number): ReferencePath {
    const parts = [this.#sequence(depth)];
    while (this.#sign.kind === '|') {
      this.#next++;
      parts.push(this.#sequence(depth));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }

  #sequence(depth: number): ReferencePath {
    const parts = [this.#repeat(depth)];
    while (this.#sign.kind === '>') {
      this.#next++;
      parts.push(this.#repeat(depth));
    }
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  #repeat(depth: number): ReferencePath {
    let body = this.#step(depth);
    while (this.#sign.kind === '*' || this.#sign.kind === '+') {
      body = { kind: 'repeat', body, least: this.#sign.kind === '+' ? 1 : 0 };
      this.#next++;
    }
    return body;
  }

  #step(depth: number): ReferencePath {
    const { kind, text, at } = this.#sign;
    if (kind === 'name') {
      this.#next++;
      this.steps++;
      return { kind: 'step', activity: text };
    }
    if (kind !== '(' && kind !== '[') throw failAt(this.text, at, 'path-step-missing');
    if (depth === MOST_DEPTH) throw failAt(this.text, at, 'path-deep', { most: MOST_DEPTH });
    this.#next++;
    const body = this.#choice(depth + 1);
    this.#close(kind, at);
    return kind === '[' ? { kind: 'optional', body } : body;
  }

  #close(bracket: '(' | '[', at: number): void {
    const closing = CLOSING[bracket];
    const { kind, at: here } = this.#sign;
    if (kind === 'end' || kind === ')' || kind === ']') {
      if (kind !== closing) throw failAt(this.text, at, 'path-bracket-open', { bracket, closing });
      this.#next++;
      return;
    }
    throw failAt(this.text, here, 'path-arrow-missing');
  }
}

/**
 * Reads a reference path.
 *
 * `A > B` B after A (also `→`, `->`); `[A]` A or nothing; `A*` any number of times, also none; `A+` once or more often;
 * `A | B` one of them; `( … )` groups. `>` binds stronger than `|`. Names with one of these signs are written in quotes,
 * `"` within them twice.
 *
 * @throws `path-empty`, `path-step-missing`, `path-arrow-missing`, `path-bracket-open`, `path-bracket-extra`,
 * `path-quote-open`, `path-deep`, `path-steps-many`; each with line and column from 1
 */
export function parseReferencePath(text: string): ReferencePath {
  const parser = new PathParser(text);
  const path = parser.path();
  if (parser.steps > MOST_STEPS) throw fail('path-steps-many', { steps: parser.steps, most: MOST_STEPS });
  return path;
}

/** The same path in its plainest writing. */
export function writeReferencePath(path: ReferencePath): string {
  switch (path.kind) {
    case 'step':
      return writeStep(path.activity);
    case 'sequence':
      return path.parts.map((part) => (part.kind === 'choice' ? grouped(part) : writeReferencePath(part))).join(' > ');
    case 'choice':
      return path.parts.map((part) => (part.kind === 'choice' ? grouped(part) : writeReferencePath(part))).join(' | ');
    case 'optional':
      return `[${writeReferencePath(path.body)}]`;
    case 'repeat':
      return `${grouped(path.body)}${path.least === 1 ? '+' : '*'}`;
  }
}

function grouped(path: ReferencePath): string {
  const text = writeReferencePath(path);
  return path.kind === 'optional' ? text : `(${text})`;
}
