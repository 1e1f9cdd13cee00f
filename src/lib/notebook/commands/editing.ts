import { commandTitles as titles } from '$lib/messages/notebook';
import type { Command } from './command';

/** The editor has these keys itself; the table lists them. */
function byEditor(name: string, title: () => string, ...keys: string[]): Command {
  return {
    name: `editor.${name}`,
    group: 'editor',
    title,
    keys: { edit: keys },
    byEditor: true,
    keysOnly: true,
    enabled: () => true,
    run: () => undefined
  };
}

/** Inside an editor. */
export const editing: readonly Command[] = [
  byEditor('comment', () => titles.comment(), 'Mod-/'),
  byEditor('indent', () => titles.indent(), 'Mod-]'),
  byEditor('outdent', () => titles.outdent(), 'Mod-['),
  byEditor('complete', () => titles.complete(), 'Ctrl-Space'),
  {
    name: 'editor.explain',
    group: 'editor',
    title: () => titles.explain(),
    keys: { edit: ['F1'] },
    keysOnly: true,
    enabled: () => true,
    run: ({ explain }) => explain()
  },
  byEditor('undo', () => titles.undoText(), 'Mod-z'),
  byEditor('move-line', () => titles.moveLine(), 'Alt-ArrowUp', 'Alt-ArrowDown'),
  byEditor('tab', () => titles.tabLeaves(), 'Ctrl-m')
];
