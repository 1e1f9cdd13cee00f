export { drawOutOfSight } from './draw';
export { holdsRows, reportMarkup, type ReportOptions } from './document';
export { gatherReport, reportedOf, type ReportPart } from './gather';
export type { ReportFigure } from './contract';
export { reportHead } from './head';
export { reportPage, reportPolicy, reportStyle } from './page';
