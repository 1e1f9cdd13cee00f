import { describe, expect, test } from 'vitest';
import { readCode } from './read-code';

const js = (text: string) => readCode(text, { language: 'js', label: 'a' }).code;
const ts = (text: string) => readCode(text, { language: 'ts', label: 'a' }).code;

describe('what a cell is', () => {
  test.each([
    ['1 + 1', 'expression'],
    ['1 + 1; // done', 'expression'],
    ['{a: 1}', 'expression'],
    ['{}', 'expression'],
    ['(a, b)', 'expression'],
    ['await Promise.resolve(1)', 'expression'],
    ['x => x', 'expression'],
    ['function () {}', 'expression'],
    ['function* () { yield 1; }', 'expression'],
    ['async function* () { yield 1; }', 'expression'],
    ['class {}', 'expression'],
    ['/* why */ a', 'expression'],
    ['function f() {}', 'program'],
    ['class A {}', 'program'],
    ['const a = 1', 'program'],
    ['1; 2', 'program'],
    ['if (a) display(a)', 'program'],
    ['{ display(1); }', 'program'],
    ['{ const a = 1; return a; }', 'expression'],
    ['// one\n{ return 1 }', 'expression'],
    ['{ while (true) { yield 1; } }', 'generator'],
    ['{ const f = function* () { yield 1; }; return f; }', 'expression']
  ])('%s', (text, body) => {
    expect(js(text).body).toBe(body);
  });

  test.each([
    ['{a: 1} as Point', 'expression'],
    ['function (x: number): number { return x; }', 'expression'],
    ['a satisfies Point', 'expression'],
    ['f<number>(1)', 'expression'],
    ['{ const a: number = 1; return a; }', 'expression'],
    ['type A = number; interface B { a: A }', 'program'],
    ['abstract class A { abstract m(): void; constructor(private readonly a: number) {} }', 'program']
  ])('ts: %s', (text, body) => {
    expect(ts(text).body).toBe(body);
  });
});

describe('names that it declares', () => {
  test.each([
    ['const a = 1, b = 2; let c; var d', ['a', 'b', 'c', 'd']],
    ['const {a, b: {c = 1}, ...rest} = o; const [d, , e] = l', ['a', 'c', 'rest', 'd', 'e']],
    ['function f() {} async function g() {} function* h() {} class A {}', ['f', 'g', 'h', 'A']],
    ['{ const hidden = 1; } const seen = 1', ['seen']],
    ['for (const i of l) { var j = i; }', []],
    ['const a = 1; // end', ['a']]
  ])('%s', (text, names) => {
    expect(js(text).defines).toEqual(names);
  });

  test('types are no names', () => {
    expect(ts('type A = number; interface B {} enum C { x } const d: A = 1; declare const e: B').defines).toEqual([
      'C',
      'd'
    ]);
  });
});

describe('names that it takes from other cells', () => {
  test.each([
    ['a + b.c + d[e]', ['a', 'b', 'd', 'e']],
    ['({a, b: c, [d]: 1})', ['a', 'c', 'd']],
    ['const f = (x, {y, z: [w]}, ...v) => x + y + w + v + u', ['u']],
    ['const f = (x = a, y = x) => y', ['a']],
    ['function f(n) { return n < 2 ? 1 : n * f(n - 1) }', []],
    ['const g = function h() { return h }; h', ['h']],
    ['const a = b; { const b = 1; display(b) }', ['b']],
    ['{ f(); function f() {} } ', []],
    ['f(); function f() { return x; var x }', []],
    ['if (a) { var v = 1; } display(v)', ['a']],
    ['try { a() } catch (e) { display(e) } e', ['a', 'e']],
    ['try { a() } catch ({message}) { message }', ['a']],
    ['for (const i of list) i; i', ['list', 'i']],
    ['for (let i = 0; i < n; ++i) { i }', ['n']],
    ['for (const k in o) { k }', ['o']],
    ['switch (a) { case b: let c = d; c }', ['a', 'b', 'd']],
    ['class A extends B { #p = c; static s = d; m(x) { return this.#p + x + e } }', ['B', 'c', 'd', 'e']],
    ['a: for (;;) { break a }', []],
    ['`${a} ${`${b}`}`', ['a', 'b']],
    ['tag`${a}`', ['tag', 'a']],
    ['const o = {}; o.a = b; o[c] = 1; [o.d] = e', ['b', 'c', 'e']],
    ['typeof a', ['a']],
    ['Plot.plot(Math.max(a, undefined))', ['a']],
    ['function f() { return arguments.length }', []],
    ['b; a; b', ['b', 'a']],
    ['class A { static { var inner = a; inner } }', ['a']],
    ['const f = function () { var q = 1; return () => q + r }', ['r']]
  ])('%s', (text, names) => {
    expect(js(text).references).toEqual(names);
  });

  test('types are none, and values in them are', () => {
    expect(ts('const a: Point = make<Size>(b as unknown as Other)').references).toEqual(['make', 'b']);
  });

  test('a query names its tables, and its holes are values', () => {
    const read = js('const rows = await sql`select * from hourly join "Stays" using (id) where age < ${limit}`;');
    expect(read).toMatchObject({ tables: ['hourly', 'Stays'], references: ['limit'], uses: ['sql'] });
    expect(js('((sql) => sql`select * from hourly`)(a)').tables).toEqual([]);
  });

  test('what each cell has of its own', () => {
    expect(js('display(a); invalidation.then(b); view(c)')).toMatchObject({
      uses: ['display', 'invalidation', 'view'],
      references: ['a', 'b', 'c']
    });
  });
});
