import { benchmarkCellFailures } from '$lib/messages/en/benchmark';
import { failures } from '$workers/shared/errors';

export const failBenchmark = failures<keyof typeof benchmarkCellFailures>(benchmarkCellFailures);
