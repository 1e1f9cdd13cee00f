/** What a key does to a node of a tree, beside moving the focus. */
export interface TreeActions {
  /** Opens or closes it. */
  expand: (node: HTMLElement, open: boolean) => void;
  /** Enter: the node's own deed. */
  choose: (node: HTMLElement) => void;
  /** The menu key, Shift-F10. */
  menu: (node: HTMLElement) => void;
  /** Delete. */
  remove: (node: HTMLElement) => void;
}

const item = '[role="treeitem"]';

/**
 * Keys of a tree (WAI-ARIA Authoring Practices 1.2, Tree View): arrows move and open, Home and End go to the ends.
 * @returns whether the key was meant for the tree
 */
export function treeKey(event: KeyboardEvent, tree: HTMLElement, actions: TreeActions): boolean {
  const target = event.target as HTMLElement;
  const node = target.closest<HTMLElement>(item);
  // Buttons inside a node press themselves.
  if (!node || target !== node || event.ctrlKey || event.metaKey || event.altKey) return false;
  const nodes = [...tree.querySelectorAll<HTMLElement>(item)];
  const at = nodes.indexOf(node);
  const expanded = node.getAttribute('aria-expanded');
  const parent = node.parentElement?.closest<HTMLElement>(item);
  const keys: Record<string, () => void> = {
    ArrowDown: () => nodes[at + 1]?.focus(),
    ArrowUp: () => nodes[at - 1]?.focus(),
    Home: () => nodes[0]?.focus(),
    End: () => nodes.at(-1)?.focus(),
    ArrowRight: () => (expanded === 'false' ? actions.expand(node, true) : expanded && nodes[at + 1]?.focus()),
    ArrowLeft: () => (expanded === 'true' ? actions.expand(node, false) : parent?.focus()),
    Enter: () => actions.choose(node),
    ' ': () => expanded !== null && actions.expand(node, expanded === 'false'),
    ContextMenu: () => actions.menu(node),
    Delete: () => actions.remove(node)
  };
  const act = event.key === 'F10' && event.shiftKey ? keys.ContextMenu : keys[event.key];
  act?.();
  return act !== undefined;
}
