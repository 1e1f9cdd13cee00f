import type { StatisticsRemark } from '$workers/statistics';
export const statisticsRemark = (remark: StatisticsRemark): string => remark.code;
export const remarkGrade = (remark: StatisticsRemark): 'warn' | 'check' | 'note' => (remark.code ? 'note' : 'warn');
