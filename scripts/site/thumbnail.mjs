/**
 * One mark of a chart as it stands in its SVG.
 * @typedef {{tag: string, fill: string, stroke: string, opacity?: number, numbers: Record<string, number>, path: string}} Mark
 */

const width = 280;
const height = 96;
const edge = 4;
const mostCircles = 200;
/** What a line may be moved by when points are left out, px: nobody sees it. */
const tolerance = 0.35;
/** Of more lines each is drawn thinner. */
const manyLines = 12;

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
  const many = placed.filter(({ tag, stroke }) => tag === 'path' && stroke !== 'none').length > manyLines;
  const drawn = placed.map((mark) => element(mark, { across, down, lineWidth: many ? 1.25 : 2 }));
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

/** @typedef {[number, number]} Point */

/**
 * @param {Mark & {points: Point[]}} mark
 * @param {{across: (x: number) => number, down: (y: number) => number, lineWidth: number}} frame
 */
function element({ tag, fill, stroke, opacity, points, path }, { across, down, lineWidth }) {
  const at = points.map(([x, y]) => /** @type {Point} */ ([across(x), down(y)]));
  const [[x, y] = [0, 0], [toX, toY] = [0, 0]] = at;
  const faint = opacity === undefined || opacity === 1 ? '' : ` fill-opacity="${opacity}"`;
  // What is as light as its ground is seen by its edge.
  const isLight = fill === 'var(--surface)' && stroke !== 'none';
  if (tag === 'circle') {
    return `<circle cx="${x}" cy="${y}" r="3.5" fill="${fill === 'none' || isLight ? stroke : fill}"/>`;
  }
  if (tag === 'rect') {
    const edged = isLight ? ` stroke="${stroke}"` : '';
    return `<rect x="${x}" y="${y}" width="${round(toX - x)}" height="${round(toY - y)}" fill="${fill}"${faint}${edged}/>`;
  }
  if (tag === 'line') return `<path d="M${x} ${y}L${toX} ${toY}" stroke="${stroke}"/>`;
  const line = runsOf(path, at)
    .map(
      (run) =>
        `M${simplified(run)
          .map((point) => point.join(' '))
          .join('L')}`
    )
    .join('');
  const closed = line + (path.includes('Z') ? 'Z' : '');
  // A border in the colour of the ground keeps signs apart: the sign is its filling.
  return stroke === 'none' || stroke === 'var(--surface)'
    ? `<path d="${closed}" fill="${fill}"${faint}/>`
    : `<path d="${closed}" stroke="${stroke}" stroke-width="${lineWidth}"/>`;
}

/** The parts of a path between its gaps. @param {string} path @param {readonly Point[]} points @returns {Point[][]} */
function runsOf(path, points) {
  /** @type {Point[][]} */
  const runs = [];
  [...path.matchAll(/[ML]/g)].forEach(([start], nth) => {
    const point = points[nth];
    if (!point) return;
    if (start === 'M' || runs.length === 0) runs.push([point]);
    else runs[runs.length - 1]?.push(point);
  });
  return runs;
}

/** Without the points that no eye misses (Douglas and Peucker). @param {Point[]} points @returns {Point[]} */
function simplified(points) {
  const [first, last] = [points[0], points[points.length - 1]];
  if (points.length < 3 || !first || !last) return points;
  const [dx, dy] = [last[0] - first[0], last[1] - first[1]];
  const length = Math.hypot(dx, dy);
  const away = (/** @type {Point} */ [x, y]) =>
    length === 0
      ? Math.hypot(x - first[0], y - first[1])
      : Math.abs(dy * (x - first[0]) - dx * (y - first[1])) / length;
  let farthest = 0;
  let most = 0;
  points.forEach((point, nth) => {
    if (nth > 0 && nth < points.length - 1 && away(point) > most) [farthest, most] = [nth, away(point)];
  });
  if (most <= tolerance) return [first, last];
  return [...simplified(points.slice(0, farthest + 1)), ...simplified(points.slice(farthest)).slice(1)];
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
