import type { AnalysisMethod } from '../define';
import { planClusters } from './clusters';
import { planMeans } from './means';
import { planPrecision } from './precision';
import { planProportions } from './proportions';
import { planSurvival } from './survival';

export const plan: readonly AnalysisMethod[] = [planMeans, planProportions, planSurvival, planPrecision, planClusters];
