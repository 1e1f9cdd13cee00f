import BookOpenCheck from '@lucide/svelte/icons/book-open-check';
import Braces from '@lucide/svelte/icons/braces';
import FileCode from '@lucide/svelte/icons/file-code';
import FileDown from '@lucide/svelte/icons/file-down';
import FileText from '@lucide/svelte/icons/file-text';
import Presentation from '@lucide/svelte/icons/presentation';
import Printer from '@lucide/svelte/icons/printer';
import Share2 from '@lucide/svelte/icons/share-2';
import { share } from '$lib/messages/share';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import type { PageState } from '../page-state.svelte';

/** The notebook as a file of other programs, as a link, on paper and on a wall. */
export function exchangeMenu({ exchange, keeping, session, presenting }: PageState): MenuItem[] {
  const { arrived } = exchange;
  const report: MenuItem[] = arrived
    ? [
        { label: share.arrivedReport(arrived.file), icon: BookOpenCheck, run: () => (exchange.dialog = 'arrived') },
        'separator'
      ]
    : [];
  return [
    ...report,
    { label: share.saveMarkdown, icon: FileDown, run: () => void keeping.opened.download(session.notebook) },
    { label: share.saveIpynb, icon: Braces, run: () => void exchange.save('ipynb') },
    { label: share.saveKit, icon: FileCode, run: () => void exchange.save('html') },
    { label: share.report, icon: FileText, run: () => (exchange.dialog = 'report') },
    { label: share.link, icon: Share2, run: () => (exchange.dialog = 'link') },
    'separator',
    { label: share.print, icon: Printer, keys: 'Mod-P', run: () => (exchange.dialog = 'print') },
    { label: share.present, icon: Presentation, keys: 'p', run: () => presenting.start() }
  ];
}
