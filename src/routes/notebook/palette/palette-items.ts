import BookOpen from '@lucide/svelte/icons/book-open';
import FileText from '@lucide/svelte/icons/file-text';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import SquareFunction from '@lucide/svelte/icons/square-function';
import Table from '@lucide/svelte/icons/table-2';
import { notebooks } from 'virtual:notebooks';
import { goto } from '$app/navigation';
import { asWritten } from '$lib/cells/sql/as-written';
import { fieldEntries } from '$lib/cells/reference';
import { formatCount } from '$lib/messages/figures';
import { hackathonWords } from '$lib/messages/hackathon';
import { page as words } from '$lib/messages/page';
import { pages } from '$lib/messages/pages';
import { ui } from '$lib/messages/ui';
import type { MenuItem } from '$lib/ui/overlay/menu-items';
import type { PaletteItem } from '$lib/ui/palette/palette-item';
import { securityPage, shippedNotebook } from '../../addresses';
import { lookOf } from '../cell-look';
import { hackathonSets, putHackathon } from '../hackathon-cells';
import { outlineOf } from '../outline';
import type { PageState } from '../page-state.svelte';
import { icons } from './icons';

/** What can be done now, by the table of commands and the menu of the notebook. */
function toDo(page: PageState, menu: readonly MenuItem[]): PaletteItem[] {
  const { commands } = page;
  const context = commands.context();
  const able = commands.commands.filter((one) => !one.keysOnly && !one.byEditor && one.enabled(context));
  const listed = able
    .filter(({ name, group }) => group !== 'insert' && name !== 'page.palette')
    .map((one): PaletteItem => ({
      id: one.name,
      group: one.group === 'go' ? 'go' : 'do',
      label: one.title(context),
      icon: icons[one.icon ?? ''],
      keys: commands.key(one.name),
      run: () => commands.run(one)
    }));
  // What has a key in the menu is a command and listed already.
  const more = menu.flatMap((item): PaletteItem[] => {
    if (item === 'separator' || item.disabled || item.keys) return [];
    if (item.label === words.runAll || item.label === words.restart) return [];
    return [{ id: `menu ${item.label}`, group: 'do', label: item.label, icon: item.icon, run: item.run }];
  });
  return [...listed, ...more];
}

/** Cells and headings, and the files of the notebook. */
function toGoTo(page: PageState): PaletteItem[] {
  const { session } = page;
  const places = new Map(session.notebook.cells.map(({ key }, index) => [key, index + 1]));
  const cells = outlineOf(session.notebook).map((entry): PaletteItem => {
    const cell = session.cell(entry.key);
    const life = session.state(entry.key);
    const look = cell && life && !entry.prose ? lookOf(cell, life, session.policy(entry.key)) : 'none';
    const state = look === 'none' || look === 'fresh' ? undefined : ui.cellState[look];
    const uses = session.graph.node(entry.key)?.inputs.map(({ name }) => name) ?? [];
    return {
      id: `cell ${entry.label}`,
      group: 'go',
      label: entry.label,
      code: entry.code,
      meta: words.cellAt(places.get(entry.key) ?? 0, state),
      words: uses.join(' '),
      icon: icons[page.registry.find(cell?.kind ?? '')?.icon ?? ''],
      ...(entry.code ? { insert: asWritten(entry.label) } : {}),
      run: () => void page.goTo(entry.key)
    };
  });
  const files = page.files.list.map(({ path }): PaletteItem => ({
    id: `file ${path}`,
    group: 'go',
    label: path,
    meta: words.aFile,
    icon: FileText,
    run: () => void page.openArea('data')
  }));
  const security = { label: pages.security, icon: ShieldCheck, run: () => void goto(securityPage()) };
  return [...cells, ...files, { id: 'site.security', group: 'go', ...security }];
}

function toInsert(page: PageState): PaletteItem[] {
  const context = page.commands.context();
  if (context.readOnly) return [];
  const kinds = page.commands.commands
    .filter(({ group }) => group === 'insert')
    .map((one): PaletteItem => {
      const kind = page.registry.find(one.name.replace('cell.add-', ''));
      return {
        id: one.name,
        group: 'insert',
        label: one.title(context),
        ...(kind ? { meta: kind.hint } : {}),
        words: words.add,
        icon: icons[one.icon ?? ''],
        run: () => page.commands.run(one)
      };
    });
  const ofTables = page.session.relations
    .filter(({ name }) => !name.startsWith('cell '))
    .flatMap((relation): PaletteItem[] => [
      {
        id: `query ${relation.name}`,
        group: 'insert',
        label: words.queryOf(relation.name),
        icon: icons['database'],
        run: () => page.cells.query(relation.name)
      },
      {
        id: `chart ${relation.name}`,
        group: 'insert',
        label: words.chartOf(relation.name),
        icon: icons['chart-line'],
        run: () => page.cells.chart(relation)
      }
    ]);
  return [...kinds, ...ofTables, ...ofHackathon(page)];
}

/** Only where its tables are in the notebook. */
function ofHackathon(page: PageState): PaletteItem[] {
  const sets = hackathonSets(page);
  if (sets.length === 0) return [];
  const { command: label } = hackathonWords;
  return [
    {
      id: 'hackathon',
      group: 'insert',
      label,
      meta: sets.map(({ hours }) => hours.name).join(', '),
      icon: icons['combine'],
      run: () => void putHackathon(page, sets)
    }
  ];
}

/** Tables and their columns: Enter goes to the cell that makes them, Alt-Enter writes the name. */
function tables(page: PageState): PaletteItem[] {
  const { session } = page;
  return session.relations
    .filter(({ name }) => !name.startsWith('cell '))
    .flatMap((relation): PaletteItem[] => {
      const key = session.names.find((one) => one.name.toLowerCase() === relation.name.toLowerCase())?.key;
      const run = () => void (key ? page.goTo(key) : page.openArea('data'));
      const rows = relation.rows === undefined ? undefined : formatCount(relation.rows);
      return [
        {
          id: `table ${relation.name}`,
          group: 'tables',
          label: relation.name,
          code: true,
          meta: rows === undefined ? words.columns(relation.columns.length) : `${rows} × ${relation.columns.length}`,
          icon: Table,
          insert: asWritten(relation.name),
          run
        },
        ...relation.columns.map((column): PaletteItem => ({
          id: `column ${relation.name}.${column.name}`,
          group: 'tables',
          label: `${relation.name}.${column.name}`,
          code: true,
          meta: [column.sqlType.toLowerCase(), column.unit].filter(Boolean).join(', '),
          icon: Table,
          insert: asWritten(column.name),
          run
        }))
      ];
    });
}

export interface SqlFunction {
  name: string;
  parameters: string;
  returns: string;
}

function reference(page: PageState, functions: readonly SqlFunction[]): PaletteItem[] {
  const shipped = notebooks
    .filter(({ path }) => path.startsWith('reference/'))
    .map(({ path, title }): PaletteItem => ({
      id: `reference ${path}`,
      group: 'reference',
      label: title,
      icon: BookOpen,
      run: () => void goto(shippedNotebook(path, { run: true }))
    }));
  const fields = fieldEntries().map(({ kind, key, label, help }): PaletteItem => {
    const of = page.registry.find(kind);
    return {
      id: `field ${kind}.${key}`,
      group: 'reference',
      label: key,
      code: true,
      meta: words.fieldOf(of?.title ?? kind, help ?? label),
      words: label,
      icon: icons[of?.icon ?? ''],
      insert: `${key}: `,
      run: () => page.editor?.insert(`${key}: `)
    };
  });
  const ofSql = functions.map(({ name, parameters, returns }): PaletteItem => ({
    id: `function ${name}`,
    group: 'reference',
    label: name,
    code: true,
    meta: `(${parameters}) → ${returns}`,
    icon: SquareFunction,
    insert: `${name}(`,
    run: () => page.editor?.insert(`${name}(`)
  }));
  return [...shipped, ...fields, ...unique(ofSql)];
}

/** A function of several signatures is one thing to look up. */
function unique(items: readonly PaletteItem[]): PaletteItem[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** Everything that the palette of a notebook finds. */
export function paletteItems(
  page: PageState,
  menu: readonly MenuItem[],
  functions: readonly SqlFunction[]
): PaletteItem[] {
  return [...toDo(page, menu), ...toGoTo(page), ...toInsert(page), ...tables(page), ...reference(page, functions)];
}
