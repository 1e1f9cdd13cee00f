import { goto } from '$app/navigation';
import { keeping } from '$lib/messages/keeping';
import { commandTitles } from '$lib/messages/notebook';
import { page as words } from '$lib/messages/page';
import { pages } from '$lib/messages/pages';
import { pickFiles } from '$lib/ui/files/pick-files';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import { settingsPage } from '../addresses';
import type { PageState } from './page-state.svelte';

/** What can be done to the whole notebook. */
export function notebookMenu(page: PageState): MenuItem[] {
  const { session } = page;
  const { origin } = page.keeping;
  const disabled = session.readOnly;
  const keyed = (command: string) => {
    const keys = page.commands.key(command);
    return keys === undefined ? {} : { keys };
  };
  const sample: MenuItem[] = origin
    ? [
        { label: keeping.showOriginal, run: () => page.keeping.compare('original') },
        { label: keeping.resetToOriginal, disabled, run: () => void page.keeping.reset() }
      ]
    : [];
  return [
    { label: words.undo, ...keyed('notebook.undo'), disabled: disabled || !session.canUndo, run: () => page.undo() },
    { label: words.redo, ...keyed('notebook.redo'), disabled: disabled || !session.canRedo, run: () => page.redo() },
    'separator',
    { label: words.runAll, run: () => session.run('all', { byHand: true }) },
    { label: words.restart, run: () => page.engines.data.restart() },
    'separator',
    { label: keeping.versionsAndBin, ...keyed('go.versions'), run: () => page.keeping.toggle('versions') },
    { label: keeping.saveVersion, ...keyed('notebook.save'), disabled, run: () => void page.save() },
    ...sample,
    { label: keeping.replaceByFile, disabled, run: () => void replaceByFile(page) },
    'separator',
    ...diskItems(page),
    ...page.exchange.menu(),
    'separator',
    { label: commandTitles.find(), ...keyed('page.find'), run: () => page.commands.runNamed('page.find') },
    { label: commandTitles.help(), ...keyed('page.help'), run: () => page.commands.runNamed('page.help') },
    { label: pages.settings, run: () => void goto(settingsPage()) },
    { label: keeping.moveToTrash, disabled, run: () => void page.keeping.toTrash() }
  ];
}

/** Only where the browser lets a page write a file again and again. */
function diskItems(page: PageState): MenuItem[] {
  const { disk, opened } = page.keeping;
  const disabled = page.session.readOnly;
  if (disk.link && disk.link.state !== 'none')
    return [{ label: keeping.diskUnlink(disk.link.name), disabled, run: () => void disk.unlink() }];
  if (!('showSaveFilePicker' in window) || !opened.autosave) return [];
  return [{ label: keeping.diskLink, disabled, run: () => void disk.choose() }];
}

async function replaceByFile(page: PageState): Promise<void> {
  const [given] = await pickFiles({ multiple: false, accept: '.md' });
  if (given) await page.keeping.bringIn(given.file);
}
