import { describe, expect, test } from 'vitest';
import { cellsOf, fakeEngines, fakeRegistry, Log } from '../fakes';
import type { CellKey } from '../model';
import { NotebookSession } from '../session/session.svelte';
import type { CommandContext } from './command';
import { neighbourOf } from '../edits';
import { takenNames } from '../free-name';
import { textAsCells } from './clipboard';
import { clashes, commandsFor, match, type KeyPress, type MatchOptions } from './shortcuts';

const { kinds } = fakeRegistry(new Log());
const commands = commandsFor(kinds.map((kind) => (kind.name === 'sql' ? { ...kind, letter: 's' } : kind)));

function press(keys: string): KeyPress {
  const parts = keys.split('+');
  const key = parts.pop()!;
  return {
    key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    isComposing: false,
    defaultPrevented: false
  };
}

function named(keys: string, options: Partial<MatchOptions> = {}) {
  const found = match(press(keys), commands, { mode: 'command', apple: false, ...options });
  return found && ('command' in found ? found.command.name : found);
}

describe('match', () => {
  test.each<[string, Partial<MatchOptions>, unknown]>([
    ['Ctrl+Enter', {}, 'cell.run'],
    ['Ctrl+Enter', { mode: 'edit' }, 'cell.run'],
    ['Ctrl+Enter', { mode: 'form' }, 'cell.run'],
    ['Ctrl+Enter', { mode: 'elsewhere' }, undefined],
    ['Meta+Enter', { apple: true }, 'cell.run'],
    ['Ctrl+Enter', { apple: true }, undefined],
    ['Ctrl+.', { mode: 'elsewhere' }, 'notebook.stop'],
    ['d', {}, { pending: 'd' }],
    ['d', { pending: 'd' }, 'cell.delete'],
    ['a', { pending: 'd' }, 'cell.insert-above'],
    ['a', { mode: 'edit' }, undefined],
    ['a', { mode: 'form' }, undefined],
    ['z', { mode: 'form' }, undefined],
    ['Ctrl+z', { mode: 'form' }, 'notebook.undo'],
    ['Ctrl+Shift+Z', { mode: 'form' }, 'notebook.redo'],
    ['Ctrl+z', { mode: 'edit' }, undefined],
    ['Ctrl+z', { mode: 'elsewhere' }, undefined],
    ['a', { letters: false }, undefined],
    ['Shift+Z', { letters: false }, undefined],
    ['Ctrl+z', { letters: false }, 'notebook.undo'],
    ['Shift+Z', {}, 'notebook.redo'],
    ['Ctrl+Shift+_', { mode: 'edit' }, 'cell.split'],
    ['Ctrl+_', { mode: 'edit' }, 'cell.split'],
    ['Shift+?', {}, 'page.help'],
    ['Shift+?', { letters: false }, undefined],
    ['g', {}, { pending: 'g' }],
    ['o', { pending: 'g' }, 'go.outline'],
    ['o', {}, 'cell.fold-output'],
    ['Shift+O', {}, 'cell.expand-output'],
    ['Escape', {}, { pending: 'Escape' }],
    ['Escape', { pending: 'Escape' }, 'notebook.stop'],
    ['Shift+F6', { mode: 'elsewhere' }, 'page.previous-region'],
    ['Ctrl+k', { mode: 'elsewhere', letters: false }, 'page.palette'],
    ['Ctrl+/', { mode: 'edit' }, undefined],
    ['Ctrl+z', {}, 'notebook.undo'],
    ['Ctrl+z', { mode: 'edit' }, undefined],
    ['s', {}, 'cell.to-sql'],
    ['Ctrl+Alt+Enter', {}, undefined],
    ['Escape', { mode: 'edit' }, 'cell.leave'],
    ['Escape', { mode: 'form' }, 'cell.leave'],
    ['q', {}, undefined]
  ])('%s with %o', (keys, options, expected) => {
    expect(named(keys, options)).toEqual(expected);
  });

  test('while a character is being composed nothing matches', () => {
    expect(match({ ...press('a'), isComposing: true }, commands, { mode: 'command', apple: false })).toBeUndefined();
  });

  test('no key is one that the browser or the system needs', () => {
    const taken = /^(Mod-(t|w|n|r|l|q)|Mod-Shift-(c|i|j|p)|F5|F11|F12|Alt-.)$/;
    const keys = commands.flatMap((one) => Object.values(one.keys).flat());
    expect(keys.filter((key) => taken.test(key))).toEqual([]);
  });

  test('no key means two things in one mode', () => {
    expect(clashes(commands)).toEqual([]);
    expect(clashes([...commands, { ...commands[0]!, name: 'other', keys: { command: ['d'] } }])).toHaveLength(1);
  });
});

describe('commands', () => {
  function page(lines: string, ...selected: string[]) {
    const session = new NotebookSession({
      notebook: { front: '', cells: cellsOf(lines) },
      registry: fakeRegistry(new Log()),
      engines: fakeEngines,
      files: {
        find: () => Promise.resolve(undefined),
        below: () => Promise.resolve([]),
        waiting: () => [],
        paths: () => []
      },
      trusted: true
    });
    const calls: string[] = [];
    const told = { copied: '', caret: undefined as number | undefined, folded: new Set<string>() };
    const context: CommandContext = {
      session,
      selection: selected as CellKey[],
      readOnly: false,
      kinds,
      active: selected.at(-1) as CellKey | undefined,
      areas: ['data', 'outline', 'versions'],
      select: (keys) => {
        context.selection = keys;
        context.active = keys.at(-1);
      },
      extendTo: (key) => void calls.push(`extend ${key}`),
      enter: (key, offset) => void calls.push(offset === undefined ? `enter ${key.length > 0}` : `enter at ${offset}`),
      caret: () => told.caret,
      remove: (keys) => {
        calls.push(`remove ${keys.join()}`);
        session.apply({ type: 'delete', keys, undo: 'now' });
      },
      copy: (text) => void (told.copied = text),
      paste: () => void calls.push('paste'),
      isFolded: (_key, part) => told.folded.has(part),
      fold: (keys, part, on) => void calls.push(`fold ${part} ${on} ${keys.length}`),
      expand: (keys) => void calls.push(`expand ${keys.length}`),
      rename: (key) => void calls.push(`rename ${key}`),
      duplicate: (key) => void calls.push(`duplicate ${key}`),
      insert: (kind) => void calls.push(`insert ${kind}`),
      restartEngine: () => void calls.push('restart'),
      open: (area) => void calls.push(`open ${area}`),
      palette: () => void calls.push('palette'),
      find: () => void calls.push('find'),
      help: () => void calls.push('help'),
      explain: () => void calls.push('explain'),
      region: (step) => void calls.push(`region ${step}`),
      leave: () => void calls.push('leave'),
      chooseKind: (index) => void calls.push(`choose ${index}`),
      save: () => void calls.push('save'),
      print: () => void calls.push('print'),
      present: () => void calls.push('present'),
      undo: () => void session.undo(),
      redo: () => void session.redo()
    };
    const run = (name: string) => {
      const command = commands.find((one) => one.name === name)!;
      if (command.enabled(context)) command.run(context);
      return session.notebook.cells.map((cell) => cell.id ?? cell.kind).join(' ');
    };
    return { session, context, calls, told, run };
  }
  const lines = 'sql a: select 1\nsql b: select 2\nsql c: select 3';

  test('a deletion is the page’s to tell and offer back', () => {
    const { run, calls } = page(lines, 'sql-b');
    expect(run('cell.delete')).toBe('a c');
    expect(calls).toEqual(['remove sql-b']);
    expect(run('notebook.undo')).toBe('a b c');
  });

  test.each([
    [['b'], 'c'],
    [['c'], 'b'],
    [['b', 'c'], 'a'],
    [['a', 'c'], 'b'],
    [['a', 'b', 'c'], undefined]
  ])('after deleting %s, %s is selected', (gone, next) => {
    const { session } = page(lines);
    const keys = gone.map((id) => `sql-${id}` as CellKey);
    expect(neighbourOf(session.notebook, keys)).toBe(next && `sql-${next}`);
  });

  test('a selection grows and shrinks at the cell that has the focus', () => {
    const { run, context, calls } = page(lines, 'sql-a', 'sql-b');
    run('cell.extend-down');
    context.active = 'sql-a' as CellKey;
    run('cell.extend-down');
    run('cell.extend-up');
    expect(calls).toEqual(['extend sql-c', 'extend sql-b', 'extend sql-a']);
  });

  test('copied cells are our Markdown; pasted ones get names that are free', () => {
    const { run, told, session, context } = page(lines, 'sql-a', 'sql-b');
    run('cell.copy');
    expect(told.copied).toBe('```sql id=a\nselect 1\n```\n\n```sql id=b\nselect 2\n```\n');
    const again = textAsCells(told.copied, kinds, takenNames(session));
    expect(again.map(({ kind, id, text }) => [kind, id, text])).toEqual([
      ['sql', 'a_2', 'select 1'],
      ['sql', 'b_2', 'select 2']
    ]);
    expect(textAsCells('Some *words*', kinds, [])).toMatchObject([{ kind: 'markdown', text: 'Some *words*' }]);
    expect(run('cell.cut')).toBe('c');
    context.readOnly = true;
    expect(run('cell.cut')).toBe('c');
  });

  test('a cell with the one below, or those selected, become one that has the last name; one undo parts them', () => {
    const { run, session } = page(lines, 'sql-a');
    expect(run('cell.merge')).toBe('b c');
    expect(session.notebook.cells[0]?.text).toBe('select 1\n\nselect 2');
    expect(run('notebook.undo')).toBe('a b c');
    const apart = page(`${lines}\nmarkdown: words`, 'sql-a', 'sql-c');
    expect(apart.run('cell.merge')).toBe('a b c markdown');
    const mixed = page('sql a: select 1\nmarkdown: words', 'sql-a', 'markdown-1');
    expect(mixed.run('cell.merge')).toBe('a markdown');
  });

  test('a cell is split at the caret, and the caret goes on below', () => {
    const { run, told, session, calls } = page('sql a: select 1\nsql c: from a', 'sql-a');
    session.edit('sql-a' as CellKey, 'select 1\nfrom b\n  where x');
    expect(run('cell.split')).toBe('a c');
    told.caret = 9;
    expect(run('cell.split')).toBe('a a_2 c');
    expect(session.notebook.cells.map(({ text }) => text)).toEqual(['select 1', 'from b\n  where x', 'from a']);
    expect(calls).toEqual(['enter at 0']);
  });

  test('parts are folded as the active cell is not', () => {
    const { run, told, calls } = page(lines, 'sql-a', 'sql-b');
    run('cell.fold-editor');
    told.folded.add('output');
    run('cell.fold-output');
    expect(calls).toEqual(['fold editor true 2', 'fold output false 2']);
  });

  test('one goes only to areas that the page has', () => {
    const { run, calls } = page(lines);
    for (const area of ['data', 'outline', 'ledger', 'versions']) run(`go.${area}`);
    expect(calls).toEqual(['open data', 'open outline', 'open versions']);
  });

  test('all above a cell can be run', () => {
    const { run, session } = page(lines, 'sql-b');
    run('cell.run-above');
    expect(session.active.map(({ key }) => key)).toEqual(['sql-a']);
  });

  test('cells move together and the selection stays', () => {
    const { run, context } = page(lines, 'sql-a', 'sql-b');
    expect(run('cell.move-down')).toBe('c a b');
    expect(context.selection).toEqual(['sql-a', 'sql-b']);
  });

  test('running the last cell adds one of its kind below', () => {
    const { run, calls, session } = page(lines, 'sql-c');
    expect(run('cell.run-next')).toBe('a b c sql');
    expect(calls).toEqual(['enter true']);
    expect(session.notebook.cells.at(-1)?.id).toBe('sql');
    run('cell.run-insert');
    expect(session.notebook.cells.at(-1)?.id).toBe('sql_2');
  });

  test('a kind change and a switch of several cells are one step of undo', () => {
    const { run, session } = page(lines, 'sql-a', 'sql-b');
    run('cell.to-markdown');
    run('cell.switch');
    expect(session.notebook.cells.map((cell) => [cell.kind, cell.attributes.length])).toEqual([
      ['markdown', 1],
      ['markdown', 1],
      ['sql', 0]
    ]);
    run('notebook.undo');
    run('notebook.undo');
    expect(session.canUndo).toBe(false);
    expect(session.notebook.cells.every((cell) => cell.kind === 'sql')).toBe(true);
  });

  test('nothing changes a notebook that is only read', () => {
    const { run, context } = page(lines, 'sql-a');
    context.readOnly = true;
    for (const name of ['cell.delete', 'cell.move-down', 'cell.to-markdown', 'cell.switch', 'cell.run-insert']) {
      expect(run(name)).toBe('a b c');
    }
  });
});
