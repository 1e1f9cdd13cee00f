import type * as en from '../en/chart';
import type { Words } from '../words';

export const chartFailures = {} as Words<typeof en.chartFailures>;
export const chart = {} as Words<typeof en.chart>;
