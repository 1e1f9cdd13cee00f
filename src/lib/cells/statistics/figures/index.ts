import type { Analysis, Figure } from '$workers/statistics';
import { balanceDrawing } from './balance';
import { barsDrawing } from './bars';
import { boxesDrawing } from './boxes';
import type { Drawing, DrawingGiven } from './drawing';
import { forestDrawing } from './forest';
import { histogramsDrawing } from './histograms';
import { ticksInWords } from './in-words';
import { linesDrawing } from './lines';
import { pointsDrawing } from './points';
import { stepsDrawing } from './steps';

export type { Drawing, DrawingGiven } from './drawing';

type Draw<Kind extends Figure['kind']> = (figure: Extract<Figure, { kind: Kind }>, given: DrawingGiven) => Drawing;

/** Every kind of figure, a file each. */
const drawings: { [Kind in Figure['kind']]?: Draw<Kind> } = {
  forest: forestDrawing,
  steps: stepsDrawing,
  lines: linesDrawing,
  points: pointsDrawing,
  balance: balanceDrawing,
  histograms: histogramsDrawing,
  boxes: boxesDrawing,
  bars: barsDrawing
};

/** Figures that are shown: before an audience none of single persons, nor a forest of few alone. */
export function figuresFor({ figures }: Pick<Analysis, 'figures'>, { hides }: DrawingGiven): Figure[] {
  return figures.filter(
    (figure) => !hides || (!figure.individual && (figure.kind !== 'forest' || figure.rows.some(({ few }) => !few)))
  );
}

/** How a figure is drawn. */
export function drawingOf(figure: Figure, given: DrawingGiven): Drawing {
  const draw = drawings[figure.kind] as Draw<typeof figure.kind> | undefined;
  if (!draw) throw new RangeError(`no drawing of ${figure.kind}`);
  const drawing = draw(figure as never, given);
  return { ...drawing, options: (Plot, width) => ticksInWords(drawing.options(Plot, width)) };
}
