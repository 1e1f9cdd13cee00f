import type { LinesFigure } from '$workers/statistics';
import { calibrationLook } from './calibration';
import { effectLook } from './effect';
import { interruptedSeriesLook } from './interrupted-series';
import type { LinesLook } from './look';
import { netBenefitLook } from './net-benefit';
import { powerLook } from './power';
import { precisionLook } from './precision';
import { precisionRecallLook } from './precision-recall';
import { rocLook } from './roc';
import { traceLook } from './trace';

/** Every kind of lines, a file each. */
export const linesLooks: { readonly [What in LinesFigure['what']]?: LinesLook } = {
  roc: rocLook,
  'precision-recall': precisionRecallLook,
  calibration: calibrationLook,
  'net-benefit': netBenefitLook,
  power: powerLook,
  precision: precisionLook,
  effect: effectLook,
  'interrupted-series': interruptedSeriesLook,
  trace: traceLook
};
