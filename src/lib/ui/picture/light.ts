/**
 * Gives an element the light colours, whatever the theme is. Tokens take their value where they are declared, at the root,
 * so they are declared again here.
 */
export function inLight(element: HTMLElement): void {
  element.style.colorScheme = 'light';
  for (const { style } of rootRules()) {
    for (const name of style) {
      if (name.startsWith('--')) element.style.setProperty(name, style.getPropertyValue(name));
    }
  }
  // What the build makes of `light-dark()`: one of two switches is on.
  element.style.setProperty('--lightningcss-light', 'initial');
  element.style.setProperty('--lightningcss-dark', ' ');
}

function rootRules(): CSSStyleRule[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter(
      (rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root'
    )
  );
}
