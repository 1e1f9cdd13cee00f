import type { LinesFigure } from '$workers/statistics';
import { calibrationLook } from './calibration';
import type { LinesLook } from './look';
import { netBenefitLook } from './net-benefit';
import { powerLook } from './power';
import { precisionRecallLook } from './precision-recall';
import { rocLook } from './roc';

/** Every kind of lines, a file each. */
export const linesLooks: { readonly [What in LinesFigure['what']]?: LinesLook } = {
  roc: rocLook,
  'precision-recall': precisionRecallLook,
  calibration: calibrationLook,
  'net-benefit': netBenefitLook,
  power: powerLook
};
