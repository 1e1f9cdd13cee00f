import type { JobOptions, Progress } from '../../shared/job';
import { Pacer as SharedPacer } from '../../shared/pacer';
import { fail } from '../errors';

/** Lets a long loop hear that it should stop, and say how far it is. @throws `stopped` */
export class Pacer extends SharedPacer {
  constructor(job: JobOptions, progress: Progress & { total: number }) {
    super(job, progress, () => fail('stopped'));
  }
}
