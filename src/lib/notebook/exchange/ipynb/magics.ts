import { isName } from '../info';

/** What the first line of a code cell makes of it. */
export type Magic =
  | { is: 'sql'; sql: string; name: string | undefined; dropped: string | undefined }
  | { is: 'markdown'; text: string }
  | { is: 'script'; kind: 'js' | 'ts'; text: string }
  /** Another language; the cell stays whole, its first line too. */
  | { is: 'other'; language: string };

const languages: Record<string, string> = {
  bash: 'bash',
  sh: 'sh',
  script: 'sh',
  system: 'sh',
  cmd: 'bat',
  powershell: 'powershell',
  r: 'r',
  julia: 'julia',
  perl: 'perl',
  ruby: 'ruby',
  python: 'python',
  python2: 'python',
  python3: 'python',
  pypy: 'python',
  html: 'html',
  svg: 'html',
  latex: 'latex',
  cython: 'cython',
  scala: 'scala',
  css: 'css'
};

/** @returns undefined where the first line is no magic that says the language */
export function readMagic(source: string): Magic | undefined {
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.trim() !== '');
  const first = (lines[start] ?? '').trimEnd();
  const rest = lines.slice(start + 1).join('\n');
  const whole = /^%%([\w.]+)(?:[ \t]+(.*))?$/.exec(first);
  if (whole) return cellMagic((whole[1] as string).toLowerCase(), whole[2] ?? '', rest);
  // Databricks writes one per cent for the whole cell, alone on its line.
  const alone = /^%(\w+)$/.exec(first);
  if (alone && rest.trim() !== '' && /^(sql|md|python|r|sh|scala)$/.test(alone[1] as string)) {
    return cellMagic((alone[1] as string) === 'md' ? 'markdown' : (alone[1] as string), '', rest);
  }
  const line = /^(?:([\p{L}_][\p{L}\p{N}_]*)[ \t]*=[ \t]*)?%sql[ \t]+(.+)$/u.exec(first);
  return line && rest.trim() === '' ? lineMagic(line[2] as string, line[1]) : undefined;
}

function cellMagic(name: string, argument: string, rest: string): Magic | undefined {
  // BigQuery's magic has the name first, without a sign.
  const named = name === 'bigquery' ? /^(\w+)(?=[ \t]|$)(.*)$/.exec(argument) : null;
  if (named) return { ...sqlOf(named[2] as string, rest), name: named[1] };
  if (/^(sql|bigquery|duckdb|sqlite|read_sql|sparksql)$/.test(name)) return sqlOf(argument, rest);
  if (name === 'markdown' || name === 'md') return { is: 'markdown', text: rest };
  if (name === 'javascript' || name === 'js') return { is: 'script', kind: 'js', text: rest };
  if (name === 'typescript' || name === 'ts') return { is: 'script', kind: 'ts', text: rest };
  const language = languages[name];
  return language === undefined ? undefined : { is: 'other', language };
}

function lineMagic(argument: string, assigned: string | undefined): Magic | undefined {
  const magic = sqlOf(argument, '');
  // A connection alone is no query: the line stays as it is.
  if (magic.is !== 'sql' || magic.sql.trim() === '') return undefined;
  return { ...magic, name: assigned ?? magic.name };
}

/** Flags that are followed by a value. */
const valued = /^(--(save|with|section|alias|creator|file|interact|project|params|out)|-[SwscafA])$/;

/** Takes the line after `%%sql` apart: connection and flags, `name <<`, and what is the query itself. */
function sqlOf(argument: string, rest: string): Magic & { is: 'sql' } {
  const dropped: string[] = [];
  let name: string | undefined;
  let left = argument.trim();
  for (;;) {
    const word = /^\S+/.exec(left)?.[0];
    if (word === undefined) break;
    const after = left.slice(word.length).trimStart();
    const arrow = /^(\w+)[ \t]*<<[ \t]*/u.exec(left);
    if (arrow) {
      name = arrow[1];
      left = left.slice(arrow[0].length);
      continue;
    }
    const lone = after === '' && rest.trim() !== '' && /^[\w.@]+$/.test(word);
    if (/^--?[A-Za-z]/.test(word)) {
      const [flag = word, joinedValue] = word.split('=', 2);
      const value = joinedValue ?? (valued.test(flag) ? /^\S+/.exec(after)?.[0] : undefined);
      const used = joinedValue === undefined && value !== undefined ? after.slice(value.length).trimStart() : after;
      if (/^(--save|-S|--out|-o)$/.test(flag) && value !== undefined && isName(value)) name = value;
      else dropped.push(value === undefined || joinedValue !== undefined ? word : `${word} ${value}`);
      left = used;
    } else if (
      /:\/\//.test(word) ||
      /^(@\w|\[\w+\]$|\$\w+$)/.test(word) ||
      (lone && !/^(select|from|with|show)$/i.test(word))
    ) {
      dropped.push(withoutSecret(word));
      left = after;
    } else break;
  }
  const sql = [left, rest].filter((part) => part !== '').join('\n');
  return {
    is: 'sql',
    sql,
    name: name !== undefined && isName(name) ? name : undefined,
    dropped: dropped.length > 0 ? dropped.join(' ') : undefined
  };
}

/** A password in a connection is said nowhere. */
function withoutSecret(connection: string): string {
  return connection.replace(/(\/\/[^/@:]*):[^/@]*@/, '$1:…@');
}
