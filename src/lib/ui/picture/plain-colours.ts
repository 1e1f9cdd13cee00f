const property = /var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)/g;

/** Puts plain values in the place of the page's custom properties: nobody knows them outside. */
export function plainColours(drawing: SVGSVGElement): void {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  drawing.append(probe);
  const known = new Map<Element, Map<string, string>>();
  try {
    for (const element of [drawing, ...drawing.querySelectorAll('*')]) {
      for (const name of element.getAttributeNames()) {
        const value = element.getAttribute(name) ?? '';
        if (value.includes('var(')) element.setAttribute(name, plain(value, scopeOf(element)));
      }
      if (element.localName === 'style') element.textContent = plain(element.textContent ?? '', scopeOf(element));
    }
  } finally {
    probe.remove();
  }

  /** A drawing may give a property a value of its own. */
  function scopeOf(element: Element): Element {
    return element.closest('svg') ?? drawing;
  }

  function plain(text: string, scope: Element, depth = 0): string {
    return text.replace(property, (whole, name: string) => {
      const names = known.get(scope) ?? new Map<string, string>();
      known.set(scope, names);
      let value = names.get(name);
      if (value === undefined) names.set(name, (value = valueOf(name, scope, depth)));
      return value === '' ? whole : value;
    });
  }

  function valueOf(name: string, scope: Element, depth: number): string {
    const raw = getComputedStyle(scope).getPropertyValue(name).trim();
    if (raw === '' || depth > 4) return '';
    if (!CSS.supports('color', raw)) return plain(raw, scope, depth + 1);
    scope.append(probe);
    probe.style.color = `var(${name})`;
    return hex(getComputedStyle(probe).color);
  }
}

/** `rgb(1, 95, 134)` as every program reads it. */
function hex(colour: string): string {
  const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (!parts || (parts[4] !== undefined && Number(parts[4]) < 1)) return colour;
  return `#${[parts[1], parts[2], parts[3]].map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`;
}
