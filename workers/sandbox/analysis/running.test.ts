import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import type { CodeLanguage } from './contract';
import { readCode } from './read-code';

/** As the sandbox does: a function, all of whose opening stands on the first line; its stacks name the cell. */
function defined(text: string, language: CodeLanguage) {
  const reading = readCode(text, { language, label: 'a' });
  const { javascript, body, defines } = reading.code;
  const star = body === 'generator' ? '*' : '';
  const start = `(async function${star}(display, Point){"use strict";${body === 'expression' ? 'return(' : '{'}`;
  const end = body === 'expression' ? ')})' : `return {${defines.join(',')}}}})`;
  const run = new Script(`${start}${javascript}\n${end}`, { filename: 'cell-a.js' }).runInThisContext() as (
    ...values: unknown[]
  ) => Promise<unknown>;
  const placed = (stack: string) => {
    const [, line = '', column = ''] = /cell-a\.js:(\d+):(\d+)/.exec(stack) ?? [];
    const shift = line === '1' ? start.length : 0;
    return reading.own({ line: Number(line), column: Number(column) - shift });
  };
  return { run, placed };
}

describe('what was compiled runs', () => {
  test.each([
    ['1 + 1', 2],
    ['{a: 1}', { a: 1 }],
    ['1 + 1; // two', 2],
    ['1 + 1 // two', 2],
    ['/* a */ 3 /* b */;;', 3],
    ['const a = 1, {b, c: [d]} = {b: 2, c: [3]}\n// end', { a: 1, b: 2, d: 3 }],
    ['function f() { return g(); } function g() { return 4; }\nconst x = f();', { x: 4 }],
    ['{ const a = 1; return a + 1 }', 2],
    ['"use strict"; const t = this === undefined', {}],
    ['await Promise.all([1, 2])', [1, 2]],
    ['let a = 0;\nfor (const b of [1, 2]) a += b;', { a: 3 }]
  ])('%s', async (text, value) => {
    expect(await defined(text, 'js').run()).toMatchObject(typeof value === 'object' ? value : Object(value));
  });

  test('types, enums and parameter properties', async () => {
    const text =
      'enum Size { small = 1, large }\nclass A { constructor(readonly a: Size) {} }\nconst b: number = new A(Size.large).a;';
    expect(await defined(text, 'ts').run()).toMatchObject({ b: 2 });
  });

  test('a block that yields gives one value after another', async () => {
    const run = defined('{ for (let i = 0; i < 3; ++i) yield i * 2; }', 'js')
      .run as unknown as () => AsyncIterable<number>;
    const seen: number[] = [];
    for await (const value of run()) seen.push(value);
    expect(seen).toEqual([0, 2, 4]);
  });
});

/** `‸` stands before the place that throws, as V8 counts: at the call, the `new` or the name behind the point. */
describe('an error while running is placed in the text', () => {
  test.each<[CodeLanguage, string]>([
    ['js', 'undefined.‸a'],
    ['js', 'const a = undefined;\nconst b = a.‸c;'],
    ['js', 'const a = 1; const f = () => {\n  throw ‸new Error("x");\n};\nf();'],
    ['js', 'const o = {};\no.‸f();'],
    ['js', 'display(1);\n\n  JSON.‸parse("{");'],
    ['js', 'await Promise.resolve();\nthrow ‸new Error("late");'],
    [
      'js',
      'const wait = () => new Promise((done) => queueMicrotask(done));\nasync function f() {\n  await wait();\n  await wait();\n  return undefined.‸b;\n}\nawait f();'
    ],
    ['js', 'const [a] = ‸null;'],
    ['js', 'const a = ‸b; const b = 1;'],
    ['js', '{ const a = 1; return a.b.‸c; }'],
    ['js', '[1, 2].map((x) => x.y.‸z)'],
    ['ts', 'const a: { b?: { c: number } } = {}; const d: number = a.b!.‸c;'],
    ['ts', 'const f = <T,>(x: T): T => { throw ‸new Error("typed"); };\nf<number>(1);'],
    ['ts', 'const x: Map<string, number> = new Map<string, number>(), y: string = (x.get("a") as any).‸length;'],
    [
      'ts',
      'enum E { a, b }\nclass A {\n  constructor(private readonly n: number) {}\n  get(): number { return (undefined as any).‸n; }\n}\nnew A(1).get();'
    ],
    ['ts', '{ a: (undefined as any).‸b } as Point']
  ])('%s %j', async (language, marked) => {
    const [head = '', tail = ''] = marked.split('‸');
    const lines = head.split('\n');
    const { run, placed } = defined(head + tail, language);
    let thrown: unknown;
    await run(() => undefined).catch((error: unknown) => (thrown = error));
    const stack = (thrown as Error).stack ?? '';
    expect({ place: placed(stack), stack }).toMatchObject({
      place: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
    });
  });

  test('a generator, in its second round', async () => {
    const { run, placed } = defined('{\n  yield 1;\n  yield undefined.a;\n}', 'js');
    const values = (run as unknown as () => AsyncGenerator)();
    await values.next();
    const stack = await values.next().catch((error: unknown) => (error as Error).stack ?? '');
    expect(placed(String(stack))).toEqual({ line: 3, column: 19 });
  });
});
