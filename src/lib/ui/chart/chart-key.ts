/** What a sign of a drawing looks like, in a legend. */
export type KeyLook =
  | 'line'
  | 'thick'
  | 'dashed'
  | 'dotted'
  | 'dashdot'
  | 'area'
  | 'dot'
  | 'ring'
  | 'target'
  | 'triangle'
  | 'bar'
  | 'interval'
  | 'diamond';

/** One sign of a drawing with its meaning: the page, a report and a saved picture say it alike. */
export interface KeyPart {
  look: KeyLook;
  /** A token: `--c1`. A colour is never named in words, since hues differ between the themes. */
  color: `--${string}`;
  words: string;
}

export interface Swatch {
  width: number;
  height: number;
  shapes: readonly { name: 'path' | 'circle' | 'rect'; attributes: Readonly<Record<string, string | number>> }[];
}

const long = 20;
const round = 12;
const height = 12;
const middle = height / 2;

/** A sign as shapes. Attributes carry its look: a file has no style sheet. */
export function swatchOf({ look, color }: Pick<KeyPart, 'look' | 'color'>): Swatch {
  const ink = `var(${color})`;
  const line = (strokeWidth: number, dash?: string): Swatch => ({
    width: long,
    height,
    shapes: [
      {
        name: 'path',
        attributes: {
          d: `M0 ${middle}H${long}`,
          stroke: ink,
          'stroke-width': strokeWidth,
          ...(dash !== undefined && { 'stroke-dasharray': dash })
        }
      }
    ]
  });
  const circle = (r: number, filled: boolean) => ({
    name: 'circle' as const,
    attributes: {
      cx: round / 2,
      cy: middle,
      r,
      fill: filled ? ink : 'none',
      ...(!filled && { stroke: ink, 'stroke-width': 1.5 })
    }
  });
  const rounded = (...shapes: Swatch['shapes'][number][]): Swatch => ({ width: round, height, shapes });
  switch (look) {
    case 'line':
      return line(2);
    case 'thick':
      return line(4);
    case 'dashed':
      return line(2, '5 3');
    case 'dotted':
      return line(1.5, '1 3');
    case 'dashdot':
      return line(1.5, '7 2 1.5 2');
    case 'area': {
      const attributes = { y: 1, width: long, height: height - 2, fill: ink, 'fill-opacity': 0.28 };
      return { width: long, height, shapes: [{ name: 'rect', attributes }] };
    }
    case 'bar': {
      const attributes = { x: 5, width: 2, height, fill: ink };
      return rounded({ name: 'rect', attributes });
    }
    case 'interval': {
      const square = { x: long / 2 - 3.5, y: middle - 3.5, width: 7, height: 7, fill: ink };
      const { shapes } = line(1.75);
      return { width: long, height, shapes: [...shapes, { name: 'rect', attributes: square }] };
    }
    case 'diamond': {
      const attributes = { d: `M0 ${middle}L${long / 2} 1L${long} ${middle}L${long / 2} ${height - 1}Z`, fill: ink };
      return { width: long, height, shapes: [{ name: 'path', attributes }] };
    }
    case 'dot':
      return rounded(circle(4.5, true));
    case 'ring':
      return rounded(circle(4, false));
    case 'target':
      return rounded(circle(5, false), circle(2.5, true));
    case 'triangle': {
      const attributes = { d: `M1.5 2H10.5L6 10Z`, fill: 'none', stroke: ink, 'stroke-width': 1.25 };
      return rounded({ name: 'path', attributes });
    }
  }
}
