export { benchmark, type Benchmark } from './benchmark';
export type { Course, Unit } from './course';
export { benchmarkFailures } from './errors';
export type { Exclusion } from './outcomes';
export type { BenchmarkRequest, CourseRequest, DeathWithin } from './request';
