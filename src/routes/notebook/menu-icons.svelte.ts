import type { MenuAction } from '$lib/ui/overlay/menu-items';

let set = $state.raw<Readonly<Record<string, MenuAction['icon']>>>({});

/** Who moves or types may open a menu; to read the notebook no icon of it is needed. */
function fetchIcons(): void {
  import('./menu-icon-set').then(
    ({ menuIcons }) => (set = menuIcons),
    () => undefined
  );
}

if (typeof window !== 'undefined')
  for (const sign of ['pointermove', 'pointerdown', 'keydown'])
    addEventListener(sign, fetchIcons, { once: true, passive: true });

/** The icon of an item of a menu, once it is here. */
export function iconOf(name: string): Pick<MenuAction, 'icon'> {
  const icon = set[name];
  return icon ? { icon } : {};
}
