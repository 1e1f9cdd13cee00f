import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { withChartDefaults } from '../../workers/shared/chart-defaults';

const style = {
  background: 'transparent',
  color: 'var(--ink-soft)',
  font: '400 13px/18px var(--sans)',
  overflow: 'visible'
};

/** Seeded, so that a drawing is the same each time. */
function numbers(count: number, seed = 1): number[] {
  let state = seed;
  return Array.from({ length: count }, () => (state = (state * 16807) % 2147483647) / 2147483647);
}

/** A picture of one pixel: what a legend of colours draws matters not here, that it stays does. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function canvas() {
  const context = new Proxy(
    {},
    {
      get: (_, name) =>
        name === 'createImageData'
          ? (w: number, h: number) => ({ data: new Uint8ClampedArray(w * h * 4) })
          : () => undefined,
      set: () => true
    }
  );
  return { width: 0, height: 0, style: {}, getContext: () => context, toDataURL: () => pixel };
}

const rows = (count: number) => {
  const [a, b, c] = [numbers(count, 1), numbers(count, 2), numbers(count, 3)];
  return a.map((x, at) => ({ x, y: (b[at] ?? 0) + x, z: c[at] ?? 0, group: ['a', 'b', 'c'][at % 3] ?? 'a' }));
};

/** Drawings as own code makes them, in the sandbox's document. */
export function drawings(): Record<string, string> {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const create = document.createElement.bind(document) as (name: string) => unknown;
  Object.assign(document, {
    createElement: (name: string) => (name === 'canvas' ? canvas() : create(name))
  });
  const plot = (options: Plot.PlotOptions) =>
    Plot.plot({ document: document as unknown as Document, ...withChartDefaults(options, { width: 640 }), style })
      .outerHTML;
  const some = rows(200);
  return {
    dots: plot({ marks: [Plot.dot(some, { x: 'x', y: 'y', stroke: 'group', title: 'group' })] }),
    ramp: plot({ color: { legend: true }, marks: [Plot.dot(some, { x: 'x', y: 'y', fill: 'z' })] }),
    histogram: plot({
      color: { legend: true },
      marks: [
        Plot.rectY(some, Plot.binX({ y: 'count' }, { x: 'x', fill: 'group' } as Plot.BinXInputs<Plot.RectYOptions>)),
        Plot.ruleY([0])
      ]
    }),
    facets: plot({ marks: [Plot.frame(), Plot.lineY(some, { x: 'x', y: 'y', fy: 'group', sort: 'x' })] }),
    density: plot({ marks: [Plot.density(some, { x: 'x', y: 'y', fill: 'density' })] }),
    boxes: plot({
      marks: [Plot.boxX(some, { x: 'y', y: 'group' }), Plot.text(['a'], { text: ['words'], frameAnchor: 'top' })]
    }),
    regression: plot({ marks: [Plot.dot(some, { x: 'x', y: 'y' }), Plot.linearRegressionY(some, { x: 'x', y: 'y' })] }),
    arrows: plot({
      marks: [
        Plot.arrow(some.slice(0, 9), { x1: 'x', y1: 'y', x2: 'z', y2: 'y' }),
        Plot.vector(some, { x: 'x', y: 'y', rotate: 'z' })
      ],
      clip: true
    } as Plot.PlotOptions),
    titled: plot({
      title: 'Title',
      subtitle: 'Under it',
      caption: 'Below',
      marks: [Plot.areaY(some, { x: 'x', y: 'y' }), Plot.tip(some.slice(0, 2), { x: 'x', y: 'y' })]
    }),
    ten_thousand: plot({ marks: [Plot.dot(rows(10_000), { x: 'x', y: 'y' })] })
  };
}
