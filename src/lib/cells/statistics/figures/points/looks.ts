import type { PointsFigure } from '$workers/statistics';
import { blandAltmanLook } from './bland-altman';
import { correlationLook } from './correlation';
import type { PointsLook } from './look';
import { quantilesLook } from './quantiles';
import { residualsLook } from './residuals';
import { ratingsLook } from './ratings';
import { scatterLook } from './scatter';
import { signalsLook } from './signals';
import { studyFunnelLook } from './study-funnel';

/** Every kind of points, a file each. */
export const pointsLooks: { readonly [What in PointsFigure['what']]?: PointsLook } = {
  'bland-altman': blandAltmanLook,
  ratings: ratingsLook,
  scatter: scatterLook,
  signals: signalsLook,
  'study-funnel': studyFunnelLook,
  correlation: correlationLook,
  quantiles: quantilesLook,
  residuals: residualsLook
};
