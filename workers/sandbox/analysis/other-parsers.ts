import { Parser } from 'acorn';
import { Script } from 'node:vm';
import ts from 'typescript';
import type { CodeLanguage } from './contract';

/** Where a parser that is not ours stops. Lines and columns from 1. */
export interface Witness {
  by: 'acorn' | 'V8' | 'TypeScript';
  line: number;
  column: number;
}

/** What acorn, Node's own V8 and the TypeScript compiler say to a text, each in its own way. */
export function witnesses(text: string, language: CodeLanguage): Witness[] {
  return [...(language === 'js' ? [...acorn(text), ...v8(text)] : []), ...typescript(text, language)];
}

function acorn(text: string): Witness[] {
  try {
    Parser.parse(text, { ecmaVersion: 2024, sourceType: 'module' });
  } catch (error) {
    const { loc } = error as { loc: { line: number; column: number } };
    return [{ by: 'acorn', line: loc.line, column: loc.column + 1 }];
  }
  return [];
}

/** Its message shows the line and puts `^` under the place. */
function v8(text: string): Witness[] {
  const before = '(async () => {"use strict";';
  try {
    new Script(`${before}\n${text}\n})`, { filename: 'cell.js' });
  } catch (error) {
    const [, line = '', marks = ''] = /^cell\.js:(\d+)\n.*\n( *)\^/.exec((error as Error).stack ?? '') ?? [];
    return line === '' ? [] : [{ by: 'V8', line: Number(line) - 1, column: marks.length + 1 }];
  }
  return [];
}

/** Grammar, doubles and what cannot be assigned to: not its types. */
const others = new Set([2300, 2364, 2357, 2451, 2779, 18030, 2737, 2492]);

function typescript(text: string, language: CodeLanguage): Witness[] {
  const name = `cell.${language}`;
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    allowJs: true,
    checkJs: true,
    noLib: true,
    noEmit: true,
    types: [],
    moduleDetection: ts.ModuleDetectionKind.Force
  };
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true);
  const host: ts.CompilerHost = {
    getSourceFile: (asked) => (asked === name ? file : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: () => {},
    getCurrentDirectory: () => '',
    getCanonicalFileName: (one) => one,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (asked) => asked === name,
    readFile: () => undefined
  };
  const program = ts.createProgram([name], options, host);
  const said = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return said
    .filter(({ code, start }) => start !== undefined && (code < 2000 || others.has(code)))
    .map(({ start = 0 }) => {
      const { line, character } = file.getLineAndCharacterOfPosition(start);
      return { by: 'TypeScript' as const, line: line + 1, column: character + 1 };
    });
}
