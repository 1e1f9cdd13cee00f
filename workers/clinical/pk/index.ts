export { adherence, adherenceByPerson, type Adherence } from './adherence';
export {
  bleedingRates,
  pooledPoisson,
  type BleedingRates,
  type GroupRate,
  type GroupRateMethod
} from './bleeding-rate';
export { bleedingGroups, type BleedingGroup, type BleedingGroups } from './bleeding-groups';
export { curve, type CurveOptions } from './curve';
export { doseForTrough, hoursAbove, hoursUntil, steadyTroughPerUnit } from './derived';
export { dispositionOf, PARAMETERS, terminalHalfLife, type Disposition, type ParameterName } from './disposition';
export { pkFailures } from './errors';
export { estimate, populationIndividual, type Estimate, type EstimateOptions, type Individual } from './individual';
export type { Levels } from './levels';
export { typicalParameters, type Person, type PopulationModel, type Residual, type Theta } from './model';
export { bjorkmanFactorEight, modelNamed, models, optiClotFactorNine } from './models';
export { modelOf, parseModel } from './parse-model';
export { MOST_DOSES, regimenDoses, type Doses, type Regimen } from './schedule';
export { levelAt } from './superposition';
export { poissonLimits, type Limits } from './poisson-limits';
export { dosesOf, levelsOf } from './read-tables';
export { pkStudy, type PkRequest, type PkStudy } from './study';
export type { FigureName, PkFigure } from './figures';
export type { WhatIf } from './what-if';
