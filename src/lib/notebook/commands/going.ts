import { commandTitles as titles } from '$lib/messages/notebook';
import type { Command, PageArea } from './command';

const always = () => true;

function goTo(area: PageArea, key: string, icon: string): Command {
  return {
    name: `go.${area}`,
    group: 'go',
    title: () => titles.goTo[area](),
    icon,
    keys: { command: [`g ${key}`] },
    enabled: ({ areas }) => areas.includes(area),
    run: ({ open }) => open(area)
  };
}

/** About the page. */
export const going: readonly Command[] = [
  {
    name: 'page.palette',
    group: 'go',
    title: () => titles.palette(),
    icon: 'search',
    keys: { anywhere: ['Mod-k'] },
    overDialogs: true,
    enabled: always,
    run: ({ palette }) => palette()
  },
  {
    name: 'page.find',
    group: 'go',
    title: () => titles.find(),
    icon: 'text-search',
    keys: { anywhere: ['Mod-f'] },
    enabled: always,
    run: ({ find }) => find()
  },
  goTo('data', 'd', 'database'),
  goTo('outline', 'o', 'list-tree'),
  goTo('ledger', 'l', 'shield-check'),
  goTo('versions', 'v', 'history'),
  {
    name: 'page.next-region',
    group: 'go',
    title: () => titles.nextRegion(),
    keys: { anywhere: ['F6'] },
    keysOnly: true,
    enabled: always,
    run: ({ region }) => region(1)
  },
  {
    name: 'page.previous-region',
    group: 'go',
    title: () => titles.previousRegion(),
    keys: { anywhere: ['Shift-F6'] },
    keysOnly: true,
    enabled: always,
    run: ({ region }) => region(-1)
  },
  {
    name: 'notebook.print',
    group: 'notebook',
    title: () => titles.print(),
    icon: 'printer',
    keys: { anywhere: ['Mod-p'] },
    enabled: always,
    run: ({ print }) => print()
  },
  {
    name: 'notebook.present',
    group: 'go',
    title: () => titles.present(),
    icon: 'presentation',
    keys: { command: ['p'] },
    enabled: ({ present }) => present !== undefined,
    run: ({ present }) => present?.()
  },
  {
    name: 'page.help',
    group: 'go',
    title: () => titles.help(),
    icon: 'keyboard',
    keys: { command: ['?'] },
    enabled: always,
    run: ({ help }) => help()
  }
];
