import * as Original from '@observablehq/plot';
import { palette, sequential, withChartDefaults } from '../shared/chart-defaults';

type Plotted = ReturnType<typeof Original.plot>;

interface Plotting {
  Plot: typeof Original;
  /**
   * A drawing that was made for the room, drawn again for the room that there is now; what holds such drawings, with them
   * replaced in it. Undefined where there is none.
   */
  redrawn(value: unknown): unknown;
}

/**
 * The colours of the house, where the options leave them open: whether they tell groups apart or say how much is known only
 * when the values were read. Pixels of a picture cannot have them: no canvas knows the page's properties.
 */
function houseColours(drawn: Plotted): Original.ScaleOptions | undefined {
  switch (drawn.scale('color')?.type) {
    case 'ordinal':
    case 'categorical':
      return { range: [...palette] };
    case 'linear':
      return drawn.querySelector('[aria-label="raster"]') ? undefined : { type: 'quantize', range: [...sequential] };
    default:
      return undefined;
  }
}

const isOpen = ({ range, scheme, type, interpolate }: Original.ScaleOptions): boolean =>
  [range, scheme, type, interpolate].every((one) => one === undefined);

/** Observable Plot, drawing into the sandbox's document in the house style. What the options say themselves is kept. */
export function createPlot(document: Document, width: () => number): Plotting {
  /** How each drawing is made again that took the width of the room. */
  const made = new WeakMap<object, () => Plotted>();
  const plot = (options: Original.PlotOptions = {}): Plotted => {
    const draw = (all: Original.PlotOptions) =>
      Original.plot({ document, ...withChartDefaults(all, { width: width() }) });
    const { color = {} } = options;
    const hasLegend = isOpen(color) && color.legend === true;
    const first = draw(hasLegend ? { ...options, color: { ...color, legend: false } } : options);
    const own = isOpen(color) ? houseColours(first) : undefined;
    const drawn = own || hasLegend ? draw({ ...options, color: { ...color, ...own } }) : first;
    if (options.width === undefined) made.set(drawn, () => plot(options));
    return drawn;
  };
  const legend = (options: Original.LegendOptions) =>
    Original.legend({ document, ...options } as Original.LegendOptions);
  // `Plot.dot(…).plot()` calls this one.
  Original.Mark.prototype.plot = function (
    this: Original.Markish,
    { marks = [], ...options }: Original.PlotOptions = {}
  ) {
    return plot({ ...options, marks: [...marks, this] });
  } as typeof Original.Mark.prototype.plot;

  return {
    Plot: { ...Original, plot, legend } as typeof Original,
    redrawn: (value) => {
      if (typeof value !== 'object' || value === null) return undefined;
      const again = made.get(value);
      if (again) return again();
      const inside = 'querySelectorAll' in value ? [...(value as Element).querySelectorAll('svg, figure')] : [];
      const old = inside.filter((element) => made.has(element));
      for (const element of old) element.replaceWith(made.get(element)?.() ?? element);
      return old.length > 0 ? value : undefined;
    }
  };
}
