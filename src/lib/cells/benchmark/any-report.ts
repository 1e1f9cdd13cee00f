import type { Report } from '$lib/notebook/report/contract';
import { isWarning, type AnyBenchmarkSpec } from './any-spec';
import { report as ofHospitals } from './report';
import type { BenchmarkOutput } from './run';
import { warningReport } from './warning/report';
import type { WarningOutput } from './warning/run';

/** Of hospitals or of early warnings. */
export const report: Report<AnyBenchmarkSpec, BenchmarkOutput | WarningOutput> = ({ spec, output, ...rest }) => {
  if (isWarning(spec)) return warningReport({ spec, output: output as WarningOutput, ...rest });
  return ofHospitals({ spec, output: output as BenchmarkOutput, ...rest });
};
