import * as en from './en/chart';
import { follow } from './follow';

export const chart = follow(en.chart, (rooms) => rooms.chart.chart);
