import type { AnyKind } from '../kind';
import { clipboard } from './clipboard';
import type { Command, Mode } from './command';
import { editing } from './editing';
import { folding } from './folding';
import { going } from './going';
import { joining } from './joining';
import { running } from './running';
import { selecting } from './selecting';
import { insertCommands, kindCommands, structure } from './structure';

/** Every command there is, in the order of palette and help. */
export function commandsFor(kinds: readonly AnyKind[]): Command[] {
  return [
    ...running,
    ...structure,
    ...clipboard,
    ...joining,
    ...folding,
    ...kindCommands(kinds),
    ...insertCommands(kinds),
    ...going,
    ...selecting,
    ...editing
  ];
}

/** What is looked at of a keyboard event. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'defaultPrevented'
>;

export interface MatchOptions {
  mode: Mode;
  /** ⌘ is the modifier, not Ctrl. */
  apple: boolean;
  /** First key of a sequence that was begun: `d` of `d d`. */
  pending?: string | undefined;
  /** Keys that type one character may be switched off (WCAG 2.1.4). */
  letters?: boolean;
}

/** A command, or the beginning of one: give it back as `pending` with the next key. */
export type Match = { command: Command } | { pending: string };

/** The key pressed, as the tables write it: `Mod-Shift-Enter`, `z`, `Alt-ArrowUp`. By what it types, not where it is. */
export function keyName(event: KeyPress, apple: boolean): string {
  const mod = apple ? event.metaKey : event.ctrlKey;
  const other = apple ? event.ctrlKey : event.metaKey;
  const isLetter = /^\p{L}$/u.test(event.key);
  // Of signs the shift is part of the sign: `?` stands elsewhere on each keyboard.
  const shift = event.shiftKey && (isLetter || event.key.length > 1);
  const parts = [mod && 'Mod', other && 'Other', event.altKey && 'Alt', shift && 'Shift'];
  return [...parts.filter(Boolean), isLetter ? event.key.toLowerCase() : event.key].join('-');
}

function keysOf(command: Command, mode: Mode): readonly string[] {
  const own = mode === 'elsewhere' ? [] : (command.keys[mode] ?? []);
  return [...own, ...(command.keys.anywhere ?? [])];
}

/** Which command a key means in a mode. Pure; the caller prevents the browser's own doing and runs it. */
export function match(event: KeyPress, commands: readonly Command[], options: MatchOptions): Match | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined;
  const pressed = keyName(event, options.apple);
  if (options.letters === false && /^(Shift-)?.$/u.test(pressed)) return undefined;
  const sequence = options.pending === undefined ? pressed : `${options.pending} ${pressed}`;
  const own = commands.filter((command) => !command.byEditor);
  const find = (keys: string) => own.find((command) => keysOf(command, options.mode).includes(keys));
  const command = find(sequence) ?? find(pressed);
  if (command) return { command };
  const begins = own.some((one) => keysOf(one, options.mode).some((keys) => keys.startsWith(`${pressed} `)));
  return begins ? { pending: pressed } : undefined;
}

/** The first key of a command, for the tooltip of a button that does the same. */
export function firstKey(commands: readonly Command[], name: string): string | undefined {
  const keys = commands.find((command) => command.name === name)?.keys;
  const all = keys && [...(keys.anywhere ?? []), ...(keys.command ?? []), ...(keys.edit ?? [])];
  return all?.[0];
}

/** Keys that two commands claim in one mode. Empty, or a test fails. */
export function clashes(commands: readonly Command[]): string[] {
  const found: string[] = [];
  for (const mode of ['command', 'edit', 'form'] as const) {
    const owner = new Map<string, string>();
    for (const command of commands) {
      for (const keys of keysOf(command, mode)) {
        const other =
          owner.get(keys) ?? [...owner].find(([one]) => one.startsWith(`${keys} `) || keys.startsWith(`${one} `))?.[1];
        if (other !== undefined && other !== command.name) found.push(`${keys} (${mode}): ${other}, ${command.name}`);
        owner.set(keys, command.name);
      }
    }
  }
  return found;
}
