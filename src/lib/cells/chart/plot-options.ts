import type { Markish, PlotOptions } from '@observablehq/plot';
import { Drawn } from './drawn';
import type { Mark } from './fields';
import { bars, boxes, heatCells } from './bar-marks';
import type { Plot } from './mark';
import { areas, densities, dots, lines, rules, ticks } from './marks';
import { references } from './references';
import type { ChartOutput } from './run';
import { axisScale, colorScale, facetScale, sizeScale } from './scales';

const drawings: Record<Mark, (Plot: Plot, drawn: Drawn, output: ChartOutput) => Markish[]> = {
  dot: dots,
  line: lines,
  area: areas,
  bar: bars,
  histogram: bars,
  box: (Plot, drawn, output) => boxes(Plot, drawn, new Drawn(output, output.outliers)),
  rule: rules,
  tick: ticks,
  cell: heatCells,
  density: densities
};

/** A chart as Plot takes it. Pure: the same output gives the same drawing, in Node as on the page. */
export function plotOptions(Plot: Plot, output: ChartOutput): PlotOptions {
  const { spec } = output;
  const color = colorScale(output);
  const size = sizeScale(output);
  const fx = facetScale(output, 'fx');
  const fy = facetScale(output, 'fy');
  return {
    marks: [...drawings[spec.mark](Plot, new Drawn(output), output), ...references(Plot, output)],
    x: axisScale(output, 'x'),
    y: axisScale(output, 'y'),
    ...(color && { color }),
    ...(size && { r: size }),
    ...(fx && { fx }),
    ...(fy && { fy }),
    ...(spec.height === undefined ? {} : { height: spec.height })
  };
}
