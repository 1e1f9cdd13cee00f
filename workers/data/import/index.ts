export { createImports } from './imports';
export type { ImportSettings } from './imports';
