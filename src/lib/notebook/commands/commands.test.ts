import { describe, expect, test } from 'vitest';
import { cellsOf, fakeEngines, fakeRegistry, Log } from '../fakes';
import type { CellKey } from '../model';
import { NotebookSession } from '../session/session.svelte';
import type { CommandContext } from './command';
import { clashes, commandsFor, keyLabel, match, type KeyPress, type MatchOptions } from './shortcuts';

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
    ['Ctrl+Enter', { mode: 'elsewhere' }, undefined],
    ['Meta+Enter', { apple: true }, 'cell.run'],
    ['Ctrl+Enter', { apple: true }, undefined],
    ['Ctrl+.', { mode: 'elsewhere' }, 'notebook.stop'],
    ['d', {}, { pending: 'd' }],
    ['d', { pending: 'd' }, 'cell.delete'],
    ['a', { pending: 'd' }, 'cell.insert-above'],
    ['a', { mode: 'edit' }, undefined],
    ['a', { letters: false }, undefined],
    ['Shift+Z', { letters: false }, undefined],
    ['Ctrl+z', { letters: false }, 'notebook.undo'],
    ['Shift+Z', {}, 'notebook.redo'],
    ['Ctrl+z', {}, 'notebook.undo'],
    ['Ctrl+z', { mode: 'edit' }, undefined],
    ['s', {}, 'cell.to-sql'],
    ['Ctrl+Alt+Enter', {}, undefined],
    ['Escape', { mode: 'edit' }, 'cell.leave'],
    ['q', {}, undefined]
  ])('%s with %o', (keys, options, expected) => {
    expect(named(keys, options)).toEqual(expected);
  });

  test('while a character is being composed nothing matches', () => {
    expect(match({ ...press('a'), isComposing: true }, commands, { mode: 'command', apple: false })).toBeUndefined();
  });

  test('no key means two things in one mode', () => {
    expect(clashes(commands)).toEqual([]);
    expect(clashes([...commands, { ...commands[0]!, name: 'other', keys: { command: ['d'] } }])).toHaveLength(1);
  });

  test.each([
    ['Mod+Shift+Enter', 'Ctrl+Shift+Enter', '⌘⇧↩'],
    ['d d', 'D D', 'D D'],
    ['Alt+ArrowUp', 'Alt+↑', '⌥↑']
  ])('%s reads %s and %s', (keys, other, apple) => {
    expect([keyLabel(keys, false), keyLabel(keys, true)]).toEqual([other, apple]);
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
    const context: CommandContext = {
      session,
      selection: selected as CellKey[],
      readOnly: false,
      kinds,
      select: (keys) => void (context.selection = keys),
      enter: (key) => void calls.push(`enter ${key.length > 0}`),
      leave: () => void calls.push('leave'),
      chooseKind: (index) => void calls.push(`choose ${index}`),
      save: () => void calls.push('save'),
      undo: () => void session.undo(),
      redo: () => void session.redo()
    };
    const run = (name: string) => {
      const command = commands.find((one) => one.name === name)!;
      if (command.enabled(context)) command.run(context);
      return session.notebook.cells.map((cell) => cell.id ?? cell.kind).join(' ');
    };
    return { session, context, calls, run };
  }
  const lines = 'sql a: select 1\nsql b: select 2\nsql c: select 3';

  test('after a deletion the next cell is selected, at the end the previous', () => {
    const { run, context } = page(lines, 'sql-b');
    expect(run('cell.delete')).toBe('a c');
    expect(context.selection).toEqual(['sql-c']);
    expect(run('cell.delete')).toBe('a');
    expect(context.selection).toEqual(['sql-a']);
    expect(run('notebook.undo')).toBe('a c');
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
