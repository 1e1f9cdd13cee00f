export { describeColumns, type Description } from './describe';
export { descriptiveFailures } from './errors';
export { levelsDifference, meanDifference, proportionDifferenceOf } from './standardised-difference';
export { summaryOf, type Summary, type SummaryOptions } from './summary';
export { tableOne, type TableOne, type TableOneOptions } from './table-one';
export { type Shown } from './variables';
export { wideTableOne } from './wide-table';
