import * as Original from '@observablehq/plot';
import { withChartDefaults } from '../shared/chart-defaults';

type Plotted = ReturnType<typeof Original.plot>;

/** Observable Plot, drawing into the sandbox's document in the house style. What the options say themselves is kept. */
export function createPlot(document: Document, width: () => number): typeof Original {
  const plot = (options: Original.PlotOptions = {}): Plotted =>
    Original.plot({ document, ...withChartDefaults(options, { width: width() }) });
  const legend = (options: Original.LegendOptions) =>
    Original.legend({ document, ...options } as Original.LegendOptions);
  // `Plot.dot(…).plot()` calls this one.
  Original.Mark.prototype.plot = function (
    this: Original.Markish,
    { marks = [], ...options }: Original.PlotOptions = {}
  ) {
    return plot({ ...options, marks: [...marks, this] });
  } as typeof Original.Mark.prototype.plot;
  return { ...Original, plot, legend } as typeof Original;
}
