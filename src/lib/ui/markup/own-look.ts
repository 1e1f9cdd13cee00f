/** Where no style sheet can stand beside a drawing of Plot, its parts carry their look themselves. */
const looks: readonly (readonly [parts: string, style: string])[] = [
  ['figure', 'margin: 0'],
  ['figure > h2', 'margin: 0 0 4px; font: var(--t-title)'],
  ['figure > h3', 'margin: 0 0 8px; font: var(--t-ui); color: var(--ink-soft)'],
  ['figure > figcaption', 'margin-top: 4px; font: var(--t-small); color: var(--ink-faint)'],
  [
    '[class*="-swatches-wrap"]',
    'display: flex; flex-wrap: wrap; gap: 4px 16px; margin-bottom: 8px; font: var(--t-small)'
  ],
  ['[class*="-swatches"] [class$="-swatch"]', 'display: inline-flex; align-items: center; gap: 6px'],
  ['svg[class$="-ramp"]', 'display: block; font: 400 12px/16px var(--sans); color: var(--ink-soft)'],
  ['svg text, svg tspan', 'white-space: pre']
];

export function wearLook(holder: ParentNode): void {
  for (const [parts, style] of looks) {
    for (const part of holder.querySelectorAll<HTMLElement | SVGElement>(parts)) {
      part.style.cssText = `${style}; ${part.style.cssText}`;
    }
  }
}
