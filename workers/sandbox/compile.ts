import { trustedScript } from '../shared/trusted-types';
import type { CodePlace, CompiledCode } from './contract';

/** The one place where text becomes code: a blob that the worker imports. There is no `eval` in the sandbox. */
export type Compiled = (...values: unknown[]) => unknown;

const door = '__phemsCell';

/** What stands before a cell's text, on its first line. */
export function opening(code: Pick<CompiledCode, 'body'>, names: readonly string[]): string {
  const star = code.body === 'generator' ? '*' : '';
  const start = `self.${door}(async function${star}(${names.join(',')}){"use strict";`;
  return code.body === 'expression' ? `${start}return(` : `${start}{`;
}

export function wrap(code: CompiledCode, names: readonly string[]): string {
  const closing = code.body === 'expression' ? ')})' : `return {${code.defines.join(',')}}}})`;
  return `${opening(code, names)}${code.javascript}\n${closing}\n//# sourceURL=cell-${code.label}.js`;
}

/**
 * @param names of its parameters
 * @throws SyntaxError without a place; the analysis has found those before
 */
export function compiler(load: (url: string) => void): (code: CompiledCode, names: readonly string[]) => Compiled {
  const scope = self as unknown as Record<string, unknown>;
  return (code, names) => {
    let made: Compiled | undefined;
    scope[door] = (one: Compiled) => (made ??= one);
    const url = URL.createObjectURL(new Blob([wrap(code, names)], { type: 'text/javascript' }));
    try {
      load(trustedScript(url));
    } finally {
      URL.revokeObjectURL(url);
      Reflect.deleteProperty(scope, door);
    }
    if (!made) throw new SyntaxError('The text of this cell is no code.');
    return made;
  };
}

const frame = /cell-([\w-]+)\.js:(\d+):(\d+)/;

/** Where in its own text a cell was when this stack was made; `shift` is what stands before its first line. */
export function placeIn(stack: string | undefined, label: string, shift: number): CodePlace | undefined {
  for (const line of (stack ?? '').split('\n')) {
    const found = frame.exec(line);
    if (found?.[1] !== label) continue;
    const at = { line: Number(found[2]), column: Number(found[3]) };
    return at.line === 1 ? { line: 1, column: Math.max(1, at.column - shift) } : at;
  }
  return undefined;
}

/** Lines of a stack that lie in cells; ours and the libraries' say nothing to who wrote the cell. */
export function ownStack(stack: string | undefined): string {
  const lines = (stack ?? '').split('\n').filter((line) => frame.test(line));
  return lines
    .slice(0, 30)
    .map((line) => line.trim().replace(/blob:[^\s)]*\//, ''))
    .join('\n');
}
