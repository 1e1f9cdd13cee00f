import type { PointsFigure } from '$workers/statistics';
import { blandAltmanLook } from './bland-altman';
import type { PointsLook } from './look';
import { scatterLook } from './scatter';
import { signalsLook } from './signals';
import { studyFunnelLook } from './study-funnel';

/** Every kind of points, a file each. */
export const pointsLooks: { readonly [What in PointsFigure['what']]?: PointsLook } = {
  'bland-altman': blandAltmanLook,
  scatter: scatterLook,
  signals: signalsLook,
  'study-funnel': studyFunnelLook
};
