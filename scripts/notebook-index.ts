import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Plugin } from 'vite';

/** What the gallery shows of a notebook that comes with the site: its front matter, read at build. */
export interface ShippedNotebook {
  /** Path below `notebooks/` without the ending; its address is `notebook#open=<path>`. */
  path: string;
  title: string;
  description: string;
  minutes: number;
  level: string;
  /** Where its data come from: `simulated`; empty where it needs none. */
  data: string;
  tags: string[];
  /** Place in its list; those without one follow by title. */
  order: number;
  /** A small drawing of its own chart, as SVG text. */
  thumbnail: string;
}

const room = fileURLToPath(new URL('../notebooks/', import.meta.url));

function notebookFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return notebookFiles(path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}

/** @throws if a notebook has no title or description: the gallery would show an empty card. */
export function readShipped(file: string): ShippedNotebook {
  const path = relative(room, file).split(sep).join('/').replace(/\.md$/, '');
  const text = readFileSync(file, 'utf8');
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
  const fields = (front ? parse(front) : {}) as Record<string, unknown>;
  for (const field of ['title', 'description']) {
    if (typeof fields[field] !== 'string') throw new Error(`notebooks/${path}.md has no ${field} in its front matter`);
  }
  const drawing = file.replace(/\.md$/, '.svg');
  return {
    path,
    title: String(fields.title),
    description: String(fields.description),
    minutes: Number(fields.minutes ?? 5),
    level: String(fields.level ?? ''),
    data: String(fields.data ?? ''),
    tags: (fields.tags as string[] | undefined) ?? [],
    order: Number(fields.order ?? 100),
    thumbnail: existsSync(drawing) ? readFileSync(drawing, 'utf8').trim() : ''
  };
}

/** Every notebook under `notebooks/`, in the order of the gallery. */
export function shippedNotebooks(): ShippedNotebook[] {
  return notebookFiles(room)
    .map(readShipped)
    .sort((a, b) => a.order - b.order || a.title.localeCompare(b.title, 'en'));
}

/** `import { notebooks } from 'virtual:notebooks'`: the list, made at build. */
export function notebookIndex(): Plugin {
  const name = 'virtual:notebooks';
  return {
    name: 'phems-notebook-index',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined;
      for (const file of notebookFiles(room)) this.addWatchFile(file);
      return `export const notebooks = ${JSON.stringify(shippedNotebooks())};`;
    }
  };
}
