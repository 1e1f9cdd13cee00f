export { SCORES } from './contract';
export type { InputKind, Quantity, ScoreDefinition, ScoreInput, ScoreOutput } from './contract';
export { scoresFailures } from './errors';
export type { Remark, RemarkCode } from './remarks';
export { score, type InputSummary, type ScoreInputs, type ScoreResult } from './score';
export type { ScoreOptions } from './scorer';
export { UNKNOWN_RATIO } from './pim3';
