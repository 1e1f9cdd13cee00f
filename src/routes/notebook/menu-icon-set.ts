import BookOpenCheck from '@lucide/svelte/icons/book-open-check';
import Braces from '@lucide/svelte/icons/braces';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import FileCode from '@lucide/svelte/icons/file-code';
import FileDiff from '@lucide/svelte/icons/file-diff';
import FileDown from '@lucide/svelte/icons/file-down';
import FileInput from '@lucide/svelte/icons/file-input';
import FileText from '@lucide/svelte/icons/file-text';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import History from '@lucide/svelte/icons/history';
import ListRestart from '@lucide/svelte/icons/list-restart';
import MemoryStick from '@lucide/svelte/icons/memory-stick';
import Presentation from '@lucide/svelte/icons/presentation';
import Printer from '@lucide/svelte/icons/printer';
import Redo from '@lucide/svelte/icons/redo-2';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import Save from '@lucide/svelte/icons/save';
import Settings from '@lucide/svelte/icons/settings';
import Share2 from '@lucide/svelte/icons/share-2';
import TextSearch from '@lucide/svelte/icons/text-search';
import Trash from '@lucide/svelte/icons/trash-2';
import Undo from '@lucide/svelte/icons/undo-2';
import type { MenuAction } from '$lib/ui/overlay/menu-items';

/** The icons of the notebook's menus. */
export const menuIcons: Readonly<Record<string, MenuAction['icon']>> = {
  'book-open-check': BookOpenCheck,
  braces: Braces,
  'circle-question-mark': CircleHelp,
  'file-code': FileCode,
  'file-diff': FileDiff,
  'file-down': FileDown,
  'file-input': FileInput,
  'file-text': FileText,
  'hard-drive': HardDrive,
  history: History,
  'list-restart': ListRestart,
  'memory-stick': MemoryStick,
  presentation: Presentation,
  printer: Printer,
  'redo-2': Redo,
  'rotate-ccw': RotateCcw,
  save: Save,
  settings: Settings,
  'share-2': Share2,
  'text-search': TextSearch,
  'trash-2': Trash,
  'undo-2': Undo
};
