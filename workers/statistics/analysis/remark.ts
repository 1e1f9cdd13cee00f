import type { StatisticsRemark } from '../estimate';

/** A remark that an analysis adds to those of its room. A test holds its code against the words of the page. */
export const remark = (code: string, values: StatisticsRemark['values'] = {}): StatisticsRemark => ({ code, values });
