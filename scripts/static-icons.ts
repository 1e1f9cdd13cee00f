import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const icon = /@lucide\/svelte\/dist\/icons\/[\w-]+\.svelte$/;

/**
 * Lucide's icons are components around a list of shapes, which is gone through anew for each icon on the page: a long
 * notebook has a thousand. Their shapes stand in a template instead, which is copied as a whole. They take `size`, their
 * stroke is a style, and they are hidden from those who listen: what they mean is said beside them.
 */
export function staticIcons(): Plugin {
  return {
    name: 'static-icons',
    enforce: 'pre',
    load(id) {
      return icon.test(id) ? template(readFileSync(id, 'utf8'), id) : undefined;
    }
  };
}

/** @throws where the package writes its icons in another way than the one we know */
export function template(source: string, id: string): string {
  const data = /const iconData = (\{.*\});$/m.exec(source)?.[1];
  if (data === undefined) throw new Error(`no shapes found in ${id}`);
  const { node, size } = JSON.parse(data) as { node: [string, Record<string, string>][]; size: number };
  const shapes = node.map(([tag, attributes]) => `<${tag}${written(attributes)} />`).join('');
  return `<script>let { size = ${size} } = $props();</script>
<svg class="lucide-icon" viewBox="0 0 ${size} ${size}" width={size} height={size} aria-hidden="true">${shapes}</svg>
`;
}

const written = (attributes: Record<string, string>) =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
