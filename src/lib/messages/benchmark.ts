import * as en from './en/benchmark';
import { follow } from './follow';

export const benchmarkWords = follow(en.benchmarkWords, (rooms) => rooms.benchmark.benchmarkWords);
