import type { Command, CommandContext, Mode } from '$lib/notebook/commands/command';
import { commandsFor, match } from '$lib/notebook/commands/shortcuts';
import type { EditorKey } from '$lib/ui/code-editor/editor-options';
import { settings } from '$lib/ui/settings.svelte';
import type { PageState } from './page-state.svelte';

/** Where a key is text or a movement of its own: fields, dialogs, menus, grids. */
const elsewhere = 'input, textarea, select, dialog, [role="menu"], [role="grid"], [role="slider"], [role="listbox"]';
/** What Enter presses by itself. */
const pressable = 'button, a[href], summary';

/** The table of commands, bound to one page: keys anywhere on it, and keys inside its editors. */
export class PageCommands {
  readonly commands: readonly Command[];
  #pending: string | undefined;

  constructor(private readonly page: PageState) {
    this.commands = commandsFor(page.registry.kinds);
  }

  /** A key pressed outside an editor (editors ask for theirs by `editorKeys`). */
  press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement | null;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && target?.closest(pressable))
      return;
    // While an editor is still on its way what is typed is meant for it, and no command: `m` would make the cell text.
    const where = modeOf(target);
    const mode = where === 'command' && this.page.editing !== undefined ? 'edit' : where;
    const apple = /Mac|iPhone|iPad/.test(navigator.platform);
    const found = match(event, this.commands, { mode, apple, pending: this.#pending, letters: settings.singleKeys });
    this.#pending = found && 'pending' in found ? found.pending : undefined;
    if (!found) return;
    event.preventDefault();
    if ('command' in found) this.run(found.command);
  }

  run(command: Command): void {
    const context = this.#context();
    if (!command.enabled(context)) return;
    // A deletion is told and offered back.
    if (command.name === 'cell.delete') return void this.page.cells.remove(this.page.selection);
    command.run(context);
  }

  /** Keys that come before an editor's own. Esc is the editor's: it first closes what is open in it. */
  editorKeys(): EditorKey[] {
    return this.commands.flatMap((command) =>
      [...(command.keys.edit ?? []), ...(command.keys.anywhere ?? [])]
        .filter((keys) => keys !== 'Escape')
        .map((keys) => ({
          key: keys.replaceAll('+', '-'),
          run: () => {
            this.run(command);
            return true;
          }
        }))
    );
  }

  #context(): CommandContext {
    const { page } = this;
    return {
      session: page.session,
      selection: page.selection,
      readOnly: page.session.readOnly,
      kinds: page.registry.kinds,
      select: (keys) => void page.goToAll(keys),
      enter: (key) => page.edit(key),
      leave: () => void page.leave(),
      chooseKind: (index) => (page.choosing = index),
      save: () => void page.save(),
      undo: () => page.undo(),
      redo: () => page.redo()
    };
  }
}

function modeOf(target: HTMLElement | null): Mode {
  if (target?.closest('.cm-editor')) return 'edit';
  if (target?.closest(elsewhere) || target?.closest('[contenteditable="true"]')) return 'elsewhere';
  return target?.closest('.frame[role="group"], main, body') ? 'command' : 'elsewhere';
}
