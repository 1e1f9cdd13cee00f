/**
 * One mark of a chart as it stands in its SVG.
 * @typedef {{tag: string, fill: string, stroke: string, numbers: Record<string, number>, path: string}} Mark
 */

const width = 280;
const height = 96;
const edge = 4;
const mostCircles = 200;

/**
 * A chart's marks, drawn anew in 280 × 96: no words, colours as the page's own (`var(--c1)`), so that it serves both themes.
 * @param {readonly Mark[]} marks
 * @returns {string} SVG text
 * @throws where a mark cannot be drawn in straight lines
 */
export function thumbnailOf(marks) {
  const placed = thinned(marks).map((mark) => ({ ...mark, points: pointsOf(mark) }));
  const points = placed.flatMap((mark) => mark.points);
  if (points.length === 0) throw new Error('A thumbnail needs a chart with marks.');
  const across = scale(
    points.map(([x]) => x),
    width
  );
  const down = scale(
    points.map(([, y]) => y),
    height
  );
  const drawn = placed.map((mark) => element(mark, across, down));
  return `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMid" fill="none">${drawn.join('')}</svg>\n`;
}

/** Of many dots every nth: the cloud keeps its shape. @param {readonly Mark[]} marks */
function thinned(marks) {
  const circles = marks.filter(({ tag }) => tag === 'circle');
  const step = Math.max(1, Math.ceil(circles.length / mostCircles));
  const kept = new Set(circles.filter((_, at) => at % step === 0));
  return marks.filter((mark) => mark.tag !== 'circle' || kept.has(mark));
}

/** @param {Mark} mark @returns {[number, number][]} */
function pointsOf({ tag, numbers: n, path }) {
  if (tag === 'circle') return [[n.cx ?? 0, n.cy ?? 0]];
  if (tag === 'line') {
    return [
      [n.x1 ?? 0, n.y1 ?? 0],
      [n.x2 ?? 0, n.y2 ?? 0]
    ];
  }
  if (tag === 'rect') {
    const [x, y] = [n.x ?? 0, n.y ?? 0];
    return [
      [x, y],
      [x + (n.width ?? 0), y + (n.height ?? 0)]
    ];
  }
  if (/[^MLZ\d\s,.eE-]/.test(path)) throw new Error(`A thumbnail has straight lines only, not ${path.slice(0, 40)}`);
  return [...path.matchAll(/[ML]\s*([^,\s]+)[,\s]([^MLZ]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

/** @param {readonly number[]} values @param {number} length */
function scale(values, length) {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const factor = greatest > least ? (length - 2 * edge) / (greatest - least) : 0;
  return (/** @type {number} */ value) => Math.round((edge + (value - least) * factor) * 10) / 10;
}

/**
 * @param {Mark & {points: [number, number][]}} mark
 * @param {(x: number) => number} across
 * @param {(y: number) => number} down
 */
function element({ tag, fill, stroke, points, path }, across, down) {
  const at = points.map(([x, y]) => /** @type {[number, number]} */ ([across(x), down(y)]));
  const [[x, y] = [0, 0], [toX, toY] = [0, 0]] = at;
  if (tag === 'circle') return `<circle cx="${x}" cy="${y}" r="3.5" fill="${fill === 'none' ? stroke : fill}"/>`;
  if (tag === 'rect') {
    return `<rect x="${x}" y="${y}" width="${round(toX - x)}" height="${round(toY - y)}" fill="${fill}"/>`;
  }
  if (tag === 'line') return `<path d="M${x} ${y}L${toX} ${toY}" stroke="${stroke}"/>`;
  const starts = [...path.matchAll(/[ML]/g)].map(String);
  const line = at.map((point, nth) => `${starts[nth]}${point.join(' ')}`).join('') + (path.includes('Z') ? 'Z' : '');
  return stroke === 'none'
    ? `<path d="${line}" fill="${fill}"/>`
    : `<path d="${line}" stroke="${stroke}" stroke-width="2"/>`;
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
