import type { CodeLanguage } from './contract';

/** A program that cannot run. `‸` stands in front of the place that a person has to look at. */
export interface WrongProgram {
  language: CodeLanguage;
  text: string;
  code: string;
  /**
   * Why nobody else's word is asked for the place: it is a rule of cells, or the end of the text, where other parsers
   * stop, tells less than what is open there.
   */
  byHand?: 'rule of cells' | 'what is open';
}

type Row = readonly [code: string, text: string, byHand?: WrongProgram['byHand']];

const js: readonly Row[] = [
  // Brackets, texts and comments that never close: the place is where they open.
  ['code-open', 'const total = sum‸(1, 2', 'what is open'],
  ['code-open', 'const list = ‸[1, 2, 3', 'what is open'],
  ['code-open', 'function f(a) ‸{\n  return a;\n', 'what is open'],
  ['code-open', 'if (a) ‸{\n  display(1);\n\n// the end\n', 'what is open'],
  ['code-open', 'const f = (a) => ‸{ return [a, (a)]; ', 'what is open'],
  ['code-open', 'const s = ‸"half a text'],
  ['code-open', "const a = 1;\nconst s = ‸'half;\nconst b = 2;"],
  ['code-open', 'const s = ‸`half\na text', 'what is open'],
  ['code-closes-nothing', 'const s = `a ${b(‸} c`;'],
  ['code-open', 'const a = 1; ‸/* no end\nconst b = 2;'],
  ['code-open', 'const r = ‸/ab+\n;'],
  ['code-open', 'const s = `a ‸${b', 'what is open'],
  // Brackets that close nothing, or something else.
  ['code-closes-nothing', 'const a = (1 + 2‸];'],
  ['code-closes-nothing', 'const a = [1, 2‸);\nconst b = 3;'],
  ['code-closes-nothing', 'const a = 1;\n‸}\nconst b = 2;'],
  ['code-closes-nothing', 'display(1)‸);'],
  ['code-closes-nothing', 'const o = {\n  a: [1, 2‸}\n};'],
  ['code-closes-nothing', 'f(() => {\n  g();\n‸)};'],
  // A statement begins while something is open.
  ['code-still-open', 'const a = [1, 2\n‸const b = 3;'],
  ['code-still-open', 'display(mean(a)\n‸if (a) { display(2); }'],
  ['code-still-open', 'const a = f(1,\n  2,\n‸let b = 2;'],
  // Ends too early.
  ['code-ends', 'const a =‸'],
  ['code-ends', 'const a = 1 +‸\n\n'],
  ['code-ends', 'a ?‸', 'what is open'],
  ['code-ends', 'for (const a of b)‸'],
  ['code-ends', 'const f = async () =>‸'],
  ['code-ends', 'new‸'],
  // A word or sign where it cannot stand.
  ['code-unexpected', 'const a = 1 ‸2;'],
  ['code-unexpected', 'const a = ‸;'],
  ['code-number', 'const 1‸a = 2;'],
  ['code-unexpected', 'const a = [1, 2, ‸* 3];'],
  ['code-unexpected', 'if ‸a > 1 { display(a); }'],
  ['code-unexpected', 'const o = { a: 1‸; b: 2 };'],
  ['code-unexpected', 'const o = {\n  a: 1\n  ‸b: 2\n};'],
  ['code-target', 'const f = ‸(a, b) = > a + b;'],
  ['code-unexpected', 'function ‸(a) { return a; }\nf(1);'],
  ['code-unexpected', '‸else { }'],
  ['code-twice', 'for (let i = 0, ‸i < 3, i++) {}'],
  ['code-unexpected', 'while (‸) {}'],
  ['code-unexpected', 'const a = b.‸.c;'],
  ['code-unexpected', 'const a = (1, 2, ‸);'],
  ['code-unexpected', 'let x = y => { z: 1, w‸: 2 };'],
  ['code-unexpected', 'switch (a) { ‸display(1); }'],
  ['code-unexpected', 'import d3‸;'],
  ['code-unexpected', 'const a = {\n  get: function ‸[] {}\n};'],
  ['code-unexpected', 'class A { constructor() { } ‸+ b }'],
  ['code-unexpected', 'do { a(); } ‸display(1);'],
  ['code-unexpected', 'try ‸a(); catch (e) {}'],
  ['code-unexpected', '"a" ‸"b"'],
  ['code-unexpected', 'a = ‸> 1'],
  ['code-unexpected', 'x => { } ‸=> 1'],
  ['code-unexpected', 'let a = 1, ‸;'],
  // Signs and numbers.
  ['code-character', 'const a = 1 ‸# 2;'],
  ['code-character', 'const a = ‸“text”;'],
  ['code-character', 'const a = b ‸\\ c;', 'rule of cells'],
  ['code-number', 'const a = 3‸px;'],
  ['code-number', 'const a = ‸0123;'],
  ['code-number', 'const a = 0x‸g1;'],
  ['code-number', 'const a = 1_‸_000;'],
  ['code-escape', 'const s = "a \\u‸12 b";'],
  ['code-pattern', 'const r = ‸/(ab/;'],
  ['code-pattern', 'const a = 1;\nconst r = a.replace(‸/[z-a]/g, "");'],
  ['code-pattern', 'const r = ‸/a/gg;'],
  ['code-pattern', '‸/a**/'],
  // Names.
  ['code-twice', 'const a = 1;\nconst ‸a = 2;'],
  ['code-twice', 'let a = 1;\nfunction ‸a() {}'],
  ['code-twice', 'const f = (x, ‸x) => x;'],
  ['code-twice', '{\n  let i = 1;\n  let ‸i = 2;\n}'],
  ['code-twice', 'class A { #p = 1; ‸#p = 2; }'],
  ['code-reserved', 'const ‸class = 1;'],
  ['code-reserved', 'let a = 1, ‸static = 2;'],
  ['code-reserved', 'const ‸interface = 1;'],
  ['code-target', '‸1 = a;'],
  ['code-target', 'const a = {};\n‸f() = a;'],
  ['code-target', '‸(a + b)++;'],
  ['code-target', 'const o = {};\n‸o?.a = 1;'],
  ['code-pattern-value', 'const ‸a;'],
  ['code-pattern-value', 'const b = 1, ‸a\nconst c = 2;'],
  ['code-pattern-value', 'let {a, b}‸;'],
  ['code-rest', 'const [...a‸, b] = c;'],
  ['code-rest', 'const f = (...a‸, b) => a;'],
  // Where words may not stand.
  ['code-await', 'function f() {\n  return ‸await g();\n}'],
  ['code-await', 'const f = list.map((x) => ‸await load(x));'],
  ['code-yield', 'const a = 1;\n‸yield a;'],
  ['code-return', 'const a = 1;\n‸return a;'],
  ['code-break', 'const a = 1;\n‸break;'],
  ['code-break', 'if (a) { ‸continue; }'],
  ['code-label', 'for (const a of b) { ‸break outer; }'],
  ['code-super', 'function f() { ‸super.a(); }'],
  ['code-private', 'class A { m() { return this.‸#p; } }'],
  ['code-class', 'class A { constructor() {} ‸constructor() {} }'],
  ['code-mix', 'const a = b ?? c ‸|| d;'],
  ['code-try', '‸try { a(); }\nb();'],
  ['code-default', 'switch (a) { default: b(); ‸default: c(); }'],
  ['code-throw', 'throw‸\nnew Error("a");'],
  ['code-with', '‸with (a) { b(); }'],
  // Rules of cells.
  ['code-assign-unknown', 'const a = 1;\n‸count = a + 1;', 'rule of cells'],
  ['code-assign-unknown', 'for (‸row of rows) { display(row); }', 'rule of cells'],
  ['code-assign-unknown', 'const f = () => {\n  [‸a, b.c] = g();\n};', 'rule of cells'],
  ['code-import', 'const a = 1;\n‸import x from "https://example.org/x.js";', 'rule of cells'],
  ['code-import-shipped', 'const d3 = await ‸import("npm:d3");', 'rule of cells'],
  ['code-export', 'const a = 1;\n‸export { a };', 'rule of cells'],
  ['code-name-taken', 'const a = 1, ‸display = 2;', 'rule of cells'],
  ['code-arguments', 'display(‸arguments[0]);', 'rule of cells']
];

const ts: readonly Row[] = [
  ['code-unexpected', 'const a: ‸= 1;'],
  ['code-unexpected', 'const a: number ‸number = 1;'],
  ['code-unexpected', 'let a: Array<number ‸= [];'],
  ['code-unexpected', 'interface ‸{ a: number }'],
  ['code-unexpected', 'interface A { a: number; b: ‸}'],
  ['code-unexpected', 'enum E { A = ‸}'],
  ['code-unexpected', 'type A = ‸;'],
  ['code-unexpected', 'const f = (a: number ‸=> a;'],
  ['code-unexpected', 'function f(a: string, b: ‸) { return a; }'],
  ['code-unexpected', 'type A = { a: string ‸b: number };'],
  ['code-unexpected', 'const a: number = 1;\nconst b: string = a as‸;'],
  ['code-unexpected', 'class A { private x: number = ‸}'],
  ['code-open', 'function f(a: number): string ‸{\n  return String(a);\n', 'what is open'],
  ['code-open', 'const a: number[] = ‸[1, 2', 'what is open'],
  ['code-open', 'const a: string = ‸"half;\nconst b: number = 1;', 'what is open'],
  ['code-ends', 'const a: number =‸'],
  ['code-twice', 'const a: Map<string, number> = new Map();\nconst b: number = 1, ‸a: number = 2;'],
  ['code-twice', 'let values: number[] = [], ‸values: string[] = [];'],
  ['code-await', 'function f(a: number): Promise<number> {\n  const b: number = ‸await g(a);\n  return b;\n}'],
  ['code-twice', 'class A { }\nlet a: A = new A();\ntype B = A; const ‸a: B = new A();'],
  ['code-closes-nothing', 'const a: number = (1 + 2‸];'],
  ['code-pattern-value', 'const ‸a: number;'],
  ['code-return', 'const a: number = 1;\n‸return a as number;'],
  ['code-namespace', 'const a = 1;\n‸namespace N { export const b = 2; }', 'rule of cells'],
  ['code-assign-unknown', 'const a: number = 1; const b = a as unknown as string; ‸c = b;', 'rule of cells'],
  ['code-import', 'type T = number;\nconst a: T = 1; const m = (await ‸import("lodash")) as T;', 'rule of cells']
];

const rows = (language: CodeLanguage, list: readonly Row[]): WrongProgram[] =>
  list.map(([code, text, byHand]) => ({ language, text, code, ...(byHand && { byHand }) }));

export const wrongPrograms: readonly WrongProgram[] = [...rows('js', js), ...rows('ts', ts)];
