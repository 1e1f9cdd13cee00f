import * as en from './en/report';
import { follow } from './follow';

export const report = follow(en.report, (rooms) => rooms.report.report);
