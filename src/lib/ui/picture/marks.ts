const shapes = 'circle, ellipse, rect, path, line, polyline, polygon, image';
const beside = '[aria-label*="axis"], [aria-label*="grid"], [aria-label="rule"], [aria-label="frame"], defs, clipPath';

/** Shapes that stand for data, as far as a drawing says: without axes, grids and rules. */
export function countMarks(holder: ParentNode): number {
  return [...holder.querySelectorAll(shapes)].filter((shape) => !shape.closest(beside) && !isSwatch(shape)).length;
}

/** A legend's sample of a colour. */
const isSwatch = (shape: Element): boolean => shape.closest('[class*="swatch"]') !== null;
