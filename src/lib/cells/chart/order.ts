import type { Axis } from './layout';
import { other } from './layout';
import type { ChartOutput } from './run';
import { columnNamed, textsOf, vectorOf } from './vector';

/** The categories of an axis in the order in which they are drawn. */
export function categoriesOf(output: ChartOutput, axis: Axis): readonly string[] | undefined {
  const { domains, spec } = output;
  const categories = domains.get(axis)?.categories;
  if (!categories || spec.sort === undefined) return categories;
  const descending = spec.sort.startsWith('-');
  const by = spec.sort.replace('-', '');
  if (by === axis) return descending ? categories.toReversed() : categories;
  const figures = figuresBy(output, axis);
  const sign = descending ? -1 : 1;
  return categories.toSorted((a, b) => sign * ((figures.get(a) ?? 0) - (figures.get(b) ?? 0)));
}

/** Stacked bars are as long as their parts together; boxes stand at their median. */
function figuresBy(output: ChartOutput, axis: Axis): Map<string, number> {
  const { marks, spec } = output;
  const name = ['figure', 'median', other(axis)].find((one) => columnNamed(marks, one) !== undefined);
  const column = name === undefined ? undefined : columnNamed(marks, name);
  const totals = new Map<string, number>();
  if (!column) return totals;
  const figures = vectorOf(column, marks.rows);
  for (const [row, category] of textsOf(marks, axis).entries()) {
    const figure = Number(figures[row] ?? 0);
    const before = totals.get(category);
    totals.set(
      category,
      before === undefined ? figure : spec.mark === 'bar' ? before + figure : Math.max(before, figure)
    );
  }
  return totals;
}
