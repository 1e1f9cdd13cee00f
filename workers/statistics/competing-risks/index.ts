export { cumulativeIncidence, type CumulativeIncidence, type IncidenceOptions } from './cumulative-incidence';
export type { Endings } from './endings';
export { competingRisksFailures } from './errors';
export { fineGray, predictIncidence, type FineGrayFit, type FineGrayOptions } from './fine-gray';
export { grayTest, type GrayTest } from './gray';
