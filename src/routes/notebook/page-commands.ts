import { tick } from 'svelte';
import type { Command, CommandContext, Mode, PageArea } from '$lib/notebook/commands/command';
import { commandsFor, firstKey, match } from '$lib/notebook/commands/shortcuts';
import { isApple } from '$lib/ui/key-label';
import { goToRegion } from '$lib/ui/regions';
import { settings } from '$lib/ui/settings.svelte';
import { PageClipboard } from './page-clipboard';
import { comingOn, meantFor } from './coming';
import type { PageState } from './page-state.svelte';
import { sidePanels } from './side-panels';

/** Where a key is text or a movement of its own: fields, dialogs, menus, grids. */
const elsewhere =
  'input, textarea, select, dialog, [popover], [role="menu"], [role="grid"], [role="slider"], [role="listbox"], [role="tree"]';
/** What is typed into. */
const typed = 'textarea, input:not([type="checkbox"], [type="radio"], [type="range"])';
/** What Enter presses by itself. */
const pressable = 'button, a[href], summary';

/** The table of commands, bound to one page: keys anywhere on it, inside its editors too. */
export class PageCommands {
  readonly commands: readonly Command[];
  readonly clipboard: PageClipboard;
  #pending: string | undefined;

  constructor(private readonly page: PageState) {
    this.commands = commandsFor(page.registry.kinds);
    this.clipboard = new PageClipboard(page);
  }

  /** A key pressed on the page or in an editor, whose own keys come after. @returns whether it meant a command */
  press(event: KeyboardEvent): boolean {
    const target = event.target as HTMLElement | null;
    if (this.page.palette !== undefined && !target?.closest('dialog')) return this.#meantForPalette(event);
    const coming = comingOn(this.page);
    if (coming && modeOf(target) !== 'elsewhere') return meantFor(coming, this.page, event);
    const inEditor = target?.closest('.cm-editor') != null;
    // Esc is the editor's: it first closes what is open in it.
    if (inEditor && event.key === 'Escape') return false;
    if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.metaKey && target?.closest(pressable))
      return false;
    const where = modeOf(target);
    // While an editor is still on its way what is typed is meant for it, and no command: `m` would make the cell text.
    const mode = where === 'command' && this.page.editing !== undefined ? 'edit' : where;
    // Letters act on a cell, so a cell must have the focus (WCAG 2.1.4).
    const letters = settings.singleKeys && target?.closest('.frame[role="group"]') != null;
    const found = match(event, this.commands, { mode, apple: isApple(), pending: this.#pending, letters });
    this.#pending = found && 'pending' in found ? found.pending : undefined;
    if (!found) return false;
    if ('command' in found && !this.#takes(found.command, event)) return false;
    if (mode === 'form') takeOver(target);
    // An Esc that may become two is the browser's as well: it closes what floats.
    if ('command' in found || event.key !== 'Escape') event.preventDefault();
    if ('command' in found) this.run(found.command);
    return true;
  }

  /** What is typed while the palette is still on its way is its text, and no command: `dd` would delete a cell. */
  #meantForPalette(event: KeyboardEvent): boolean {
    const { page } = this;
    if (event.ctrlKey || event.metaKey || (event.altKey && event.key !== 'Enter')) return false;
    // An editor has handed it over before the page does.
    if (event.defaultPrevented) return true;
    event.preventDefault();
    if (event.key === 'Escape') page.palette = undefined;
    else if (event.key === 'Enter' || event.key.startsWith('Arrow')) page.paletteKeys.push(event);
    else if (event.key === 'Backspace') page.palette = page.palette?.slice(0, -1);
    else if (event.key.length === 1) {
      page.palette = `${(page.paletteTyped && page.palette) || ''}${event.key}`;
      page.paletteTyped = true;
    }
    return true;
  }

  /**
   * Copy, cut and paste by the browser's own event: with the focus on a cell, and nothing of its text selected. Where
   * nothing has the focus, as in a notebook without cells, what is pasted is still meant for the notebook.
   */
  transfer(event: ClipboardEvent): void {
    const target = event.target as HTMLElement | null;
    const command = this.commands.find((one) => one.event === event.type);
    const inCell = document.activeElement?.closest('.frame[role="group"]');
    const onNothing = event.type === 'paste' && document.activeElement === document.body;
    if (
      !command ||
      (!inCell && !onNothing) ||
      modeOf(target) !== 'command' ||
      modeOf(document.activeElement) !== 'command'
    )
      return;
    if (event.type !== 'paste' && getSelection()?.toString()) return;
    if (!command.enabled(this.context())) return;
    event.preventDefault();
    this.clipboard.during(event, command, (one) => this.run(one));
  }

  run(command: Command): void {
    const context = this.context();
    if (!command.enabled(context)) return;
    const before = document.activeElement?.closest('.cell');
    command.run(context);
    if (!before) return;
    // A cell that was moved in the page loses the focus; the person did not take it away. The next key may come at once.
    void tick().then(() => this.#refocus());
    requestAnimationFrame(() => this.#refocus());
  }

  runNamed(name: string): void {
    const command = this.commands.find((one) => one.name === name);
    if (command) this.run(command);
  }

  /** The key of a command, for a tooltip or a menu. */
  key(name: string): string | undefined {
    return firstKey(this.commands, name);
  }

  context(): CommandContext {
    const { page } = this;
    return {
      session: page.session,
      selection: page.session.notebook.cells.flatMap(({ key }) => (page.selection.includes(key) ? [key] : [])),
      active: page.active,
      readOnly: page.session.readOnly,
      kinds: page.registry.kinds,
      areas: ['data', 'outline', ...sidePanels.map(({ name }) => name)] satisfies PageArea[],
      select: (keys) => void page.goToAll(keys),
      extendTo: (key) => page.extendTo(key),
      enter: (key, offset) => {
        page.edit(key);
        if (offset !== undefined) page.caret = { key, place: { offset } };
      },
      leave: () => void page.leave(),
      caret: () => page.editor?.caret(),
      chooseKind: (index) => (page.choosing = index),
      remove: (keys) => void page.cells.remove(keys),
      copy: (text) => this.clipboard.copy(text),
      paste: () => this.clipboard.paste(),
      isFolded: (key, part) => page.folds.isFolded(key, part),
      fold: (keys, part, folded) => page.folds.fold(keys, part, folded),
      expand: (keys) => page.folds.expand(keys),
      rename: (key) => (page.renaming = key),
      duplicate: (key) => page.cells.duplicate(key),
      insert: (kind) => page.cells.insertBeside(page.current, kind, 'below'),
      restartEngine: () => page.engines.data.restart(),
      save: () => void page.save(),
      print: () => (page.exchange.dialog = 'print'),
      present: () => page.presenting.start(),
      undo: () => page.undo(),
      redo: () => page.redo(),
      open: (area) => void page.openArea(area),
      palette: () => page.openPalette(),
      find: () => {
        page.findTyped = '';
        page.finding = true;
      },
      help: () => (page.helping = true),
      explain: () => page.openPalette(page.editor?.word() ?? ''),
      region: (step) => goToRegion(step)
    };
  }

  /** Whether a command takes this key: else it is the browser's. */
  #takes(command: Command, event: KeyboardEvent): boolean {
    const withMod = isApple() ? event.metaKey : event.ctrlKey;
    // The browser's event comes after the key, and does it.
    if (command.event && withMod) return false;
    if (command.notInText && (event.target as HTMLElement | null)?.closest(typed)) return false;
    if (!command.overDialogs && document.querySelector('dialog[open]')) return false;
    return command.enabled(this.context());
  }

  #refocus(): void {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost && !document.querySelector('dialog[open]')) void this.page.focusActive();
  }
}

/** What is typed into a field counts when it is left: a command in the midst of it must find it in the cell's text. */
function takeOver(field: HTMLElement | null): void {
  if (!field?.matches('input, textarea')) return;
  field.blur();
  field.focus();
}

function modeOf(target: Element | null): Mode {
  if (target?.closest('.cm-editor')) return 'edit';
  if (target?.closest('.cell-form') && !target.closest('dialog, [popover]')) return 'form';
  if (target?.closest(elsewhere) || target?.closest('[contenteditable="true"]')) return 'elsewhere';
  return target?.closest('.frame[role="group"], main, body') ? 'command' : 'elsewhere';
}
