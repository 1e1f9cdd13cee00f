export type { CodeLanguage, CodeReading, ReadOptions } from './contract';
export { codeFailures } from './errors';
export { javascriptNames } from './javascript-names';
export { readCode } from './read-code';
export { usesIn } from './uses';
