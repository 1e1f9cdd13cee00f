/** How a cell with a form shows its settings: as a form, as text, or folded away under its output. */
export type CellView = 'folded' | 'form' | 'text';
