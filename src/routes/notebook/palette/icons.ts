import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ArrowUpToLine from '@lucide/svelte/icons/arrow-up-to-line';
import Brain from '@lucide/svelte/icons/brain';
import ChevronsDownUp from '@lucide/svelte/icons/chevrons-down-up';
import ChevronsUpDown from '@lucide/svelte/icons/chevrons-up-down';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Combine from '@lucide/svelte/icons/combine';
import Copy from '@lucide/svelte/icons/copy';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import EyeOff from '@lucide/svelte/icons/eye-off';
import History from '@lucide/svelte/icons/history';
import Keyboard from '@lucide/svelte/icons/keyboard';
import ListRestart from '@lucide/svelte/icons/list-restart';
import ListTree from '@lucide/svelte/icons/list-tree';
import MemoryStick from '@lucide/svelte/icons/memory-stick';
import Pencil from '@lucide/svelte/icons/pencil';
import Play from '@lucide/svelte/icons/play';
import Plus from '@lucide/svelte/icons/plus';
import Power from '@lucide/svelte/icons/power';
import Presentation from '@lucide/svelte/icons/presentation';
import Redo from '@lucide/svelte/icons/redo-2';
import Save from '@lucide/svelte/icons/save';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import Scissors from '@lucide/svelte/icons/scissors';
import Search from '@lucide/svelte/icons/search';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sigma from '@lucide/svelte/icons/sigma';
import Split from '@lucide/svelte/icons/split';
import Square from '@lucide/svelte/icons/square';
import TextCursorInput from '@lucide/svelte/icons/text-cursor-input';
import TextSearch from '@lucide/svelte/icons/text-search';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import { kindIcons } from '../kind-icons';
import type { PaletteItem } from '$lib/ui/palette/palette-item';

/** The icons that commands and kinds name. A name that is not here shows none. */
export const icons: Readonly<Record<string, PaletteItem['icon']>> = {
  ...kindIcons,
  'arrow-down': ArrowDown,
  'arrow-up': ArrowUp,
  'arrow-up-to-line': ArrowUpToLine,
  brain: Brain,
  'chevrons-down-up': ChevronsDownUp,
  'chevrons-up-down': ChevronsUpDown,
  'clipboard-paste': ClipboardPaste,
  combine: Combine,
  copy: Copy,
  'copy-plus': CopyPlus,
  'eye-off': EyeOff,
  history: History,
  keyboard: Keyboard,
  'list-restart': ListRestart,
  'list-tree': ListTree,
  'memory-stick': MemoryStick,
  pencil: Pencil,
  play: Play,
  plus: Plus,
  power: Power,
  presentation: Presentation,
  'redo-2': Redo,
  save: Save,
  'scan-search': ScanSearch,
  scissors: Scissors,
  search: Search,
  'shield-check': ShieldCheck,
  sigma: Sigma,
  split: Split,
  square: Square,
  'text-cursor-input': TextCursorInput,
  'text-search': TextSearch,
  'trash-2': Trash,
  'undo-2': Undo
};
