import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** One name: what it is, how it is called, what it does. Short keys: thousands of them are fetched. */
export interface Declared {
  /** Name. */
  n: string;
  /** `f` function, `c` class, `v` value. */
  k: 'f' | 'c' | 'v';
  /** How it is called, or its type. */
  s: string;
  /** One sentence. */
  d?: string;
  /** Index into `options`: what the object that it takes may hold. */
  o?: number;
}

export interface Declarations {
  /** By what stands before the dot: `Plot`, `d3`, `Math`; `table`, `rows`, `list`, `text` for values; empty: names themselves. */
  groups: Readonly<Record<string, readonly Declared[]>>;
  options: readonly (readonly string[])[];
}

const entry = fileURLToPath(new URL('./scope.ts', import.meta.url));
/** Values of their kind, and no names that a cell could write. */
const shapes = ['table', 'rows', 'list', 'text'];
const longestSignature = 160;
const longestSentence = 240;

/** Reads what own code has at hand by the compiler. The same sources give the same result. */
export function readDeclarations(): Declarations {
  const program = ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
    skipLibCheck: true,
    noEmit: true
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!source || !module) throw new Error(`${entry} cannot be read`);
  const reader = new Reader(checker, source);
  const groups: Record<string, Declared[]> = { '': [] };
  for (const exported of checker.getExportsOfModule(module)) {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = exported.name;
    if (name === 'standard') {
      for (const one of members(checker.getTypeOfSymbol(symbol))) {
        groups['']?.push(reader.declared(one));
        groups[one.name] = reader.all(members(checker.getTypeOfSymbol(one)));
      }
    } else if (shapes.includes(name)) groups[name] = reader.all(members(checker.getTypeOfSymbol(symbol)));
    else if (symbol.flags & ts.SymbolFlags.Module) {
      const group = name.startsWith('d3') ? 'd3' : name;
      groups[group] = [...(groups[group] ?? []), ...reader.all(checker.getExportsOfModule(symbol))];
    } else {
      groups['']?.push(reader.declared(symbol, name));
      const inside = symbol.flags & ts.SymbolFlags.Variable ? members(checker.getTypeOfSymbol(symbol)) : [];
      if (inside.length > 0 && !['width', 'invalidation'].includes(name)) groups[name] = reader.all(inside);
    }
  }
  for (const name of ['Plot', 'd3', 'ss']) groups['']?.push({ n: name, k: 'v', s: libraries[name] ?? name });
  for (const group of Object.values(groups)) group.sort((a, b) => (a.n < b.n ? -1 : a.n > b.n ? 1 : 0));
  return { groups, options: reader.options };

  function members(type: ts.Type): ts.Symbol[] {
    return checker.getPropertiesOfType(checker.getApparentType(type));
  }
}

const libraries: Readonly<Record<string, string>> = {
  Plot: 'Observable Plot: charts',
  d3: 'D3: arrays, scales, time, format, shapes',
  ss: 'simple-statistics'
};

class Reader {
  readonly options: string[][] = [];
  readonly #optionsByText = new Map<string, number>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly source: ts.SourceFile
  ) {}

  /** Values only, each name once. */
  all(symbols: readonly ts.Symbol[]): Declared[] {
    const seen = new Map<string, Declared>();
    for (const symbol of symbols) {
      const real = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
      if (!(real.flags & ts.SymbolFlags.Value) || !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(symbol.name)) continue;
      if (isHidden(real)) continue;
      if (!seen.has(symbol.name)) seen.set(symbol.name, this.declared(real, symbol.name));
    }
    return [...seen.values()];
  }

  declared(symbol: ts.Symbol, name = symbol.name): Declared {
    const type = this.checker.getTypeOfSymbolAtLocation(symbol, this.source);
    const [call] = type.getCallSignatures();
    const [make] = type.getConstructSignatures();
    const kind = call ? 'f' : make ? 'c' : 'v';
    const signature = call ?? (symbol.flags & ts.SymbolFlags.Class ? make : undefined);
    const written = signature
      ? this.checker.signatureToString(signature, this.source, ts.TypeFormatFlags.NoTruncation)
      : this.checker.typeToString(type, this.source);
    const sentence = this.#sentence(symbol);
    const options = call && this.#optionsOf(type.getCallSignatures());
    return {
      n: name,
      k: kind,
      s: cut(written.replace(/import\("[^"]*"\)\./g, '').replace(/\s+/g, ' '), longestSignature),
      ...(sentence && { d: sentence }),
      ...(options !== undefined && { o: options })
    };
  }

  #sentence(symbol: ts.Symbol): string {
    const said = firstSentence(ts.displayPartsToString(symbol.getDocumentationComment(this.checker)));
    if (said && !said.startsWith('http')) return said;
    // Some packages tell it in their code only.
    const path = symbol.declarations?.[0]?.getSourceFile().fileName.replace(/\.d\.ts$/, '.js');
    if (!path?.endsWith('.js') || !existsSync(path)) return '';
    const comment = /\/\*\*([^]*?)\*\//.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
    return firstSentence(
      comment
        .replace(/^\s*\* ?/gm, '')
        .trim()
        .split(/^@/m)[0] ?? ''
    );
  }

  /** What the object may hold that a function takes as its options: the longest of its overloads. */
  #optionsOf(signatures: readonly ts.Signature[]): number | undefined {
    const found = signatures.flatMap((signature) =>
      signature.getParameters().flatMap((parameter) => {
        const declared = this.checker.getNonNullableType(
          this.checker.getTypeOfSymbolAtLocation(parameter, this.source)
        );
        const isOptions = /options|styles|inputs|outputs/i.test(parameter.name);
        if (!isOptions || declared.getCallSignatures().length > 0) return [];
        return [
          declared
            .getProperties()
            .map(({ name }) => name)
            .filter((one) => /^[\p{L}_$]/u.test(one))
            .sort()
        ];
      })
    );
    const longest = found.sort((a, b) => b.length - a.length)[0];
    if (!longest || longest.length === 0) return undefined;
    const text = longest.join();
    const known = this.#optionsByText.get(text);
    if (known !== undefined) return known;
    this.#optionsByText.set(text, this.options.length);
    return this.options.push(longest) - 1;
  }
}

/** Private parts of our own classes, and what nobody should use any more. */
function isHidden(symbol: ts.Symbol): boolean {
  if (symbol.name === 'prototype' || symbol.getJsDocTags().some(({ name }) => name === 'deprecated')) return true;
  const declaration = symbol.valueDeclaration;
  return declaration !== undefined && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private) !== 0;
}

function firstSentence(text: string): string {
  const plain = text
    .split(/\n\s*\n/)[0]
    ?.replace(/\[([^\]]+)\](?:\[[^\]]*\]|\([^)]*\))/g, '$1')
    .replace(/\*\*?|`{3}\w*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const sentence = /^.*?[.;](?=\s[A-Z]|$)/.exec(plain ?? '')?.[0] ?? plain ?? '';
  return cut(sentence, longestSentence);
}

const cut = (text: string, length: number) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
