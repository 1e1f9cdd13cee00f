import type { PlotOptions } from '@observablehq/plot';
import type { Plot } from '$lib/ui/chart/draw-chart';
import type { KeyPart } from '$lib/ui/chart/chart-key';
import type { Table } from '$workers/shared/table';

/** What a figure is on the page and in a report. Pure: the same figure gives the same drawing. */
export interface Drawing {
  title: string;
  /** One sentence for those who do not see it. */
  description: string;
  caption?: string;
  key?: readonly KeyPart[];
  /** What is drawn, as a table. */
  table?: Table;
  height?: number;
  options: (Plot: Plot, width: number) => PlotOptions;
}

/** How it is shown: before an audience and in reports, counts of few are not told. */
export interface DrawingGiven {
  hides: boolean;
}
