import { may, need } from '../../../shared/call-arguments';
import type { Float64Column } from '../../../shared/table';
import { normalQuantile } from '../../../shared/normal';
import { float64Column } from '../../columns';
import { metaAnalysisOfCounts, type MetaAnalysis } from '../../meta-analysis';
import { defineAnalysis } from '../define';
import { asymmetryOf, pooledResult } from './shared';

const models = ['mantel-haenszel', 'peto', 'reml', 'dersimonian-laird', 'paule-mandel', 'fixed'] as const;
const randomEffects: readonly string[] = ['reml', 'dersimonian-laird', 'paule-mandel'];

export const metaCountsAnalysis = defineAnalysis({
  name: 'meta-counts',
  question: 'pool',
  source:
    'Mantel and Haenszel 1959, J Natl Cancer Inst 22:719; Yusuf et al. 1985, Prog Cardiovasc Dis 27:335; Greenland and Robins 1985, Biometrics 41:55; Knapp and Hartung 2003, Stat Med 22:2693',
  takes: [
    need('events', 'column'),
    need('persons', 'column'),
    need('controlEvents', 'column'),
    need('controlPersons', 'column'),
    may('study', 'column'),
    may('measure', 'text'),
    may('model', 'text'),
    may('adjustment', 'text'),
    may('level', 'number')
  ],
  async run(given) {
    const measure = given.choice('measure', ['odds-ratio', 'risk-ratio', 'risk-difference'] as const, 'odds-ratio');
    const model = given.choice('model', models, 'mantel-haenszel');
    const level = given.level;
    const adjusts = given.choice('adjustment', ['knapp-hartung', 'none'] as const, 'knapp-hartung') === 'knapp-hartung';
    // It belongs to random effects: the others have no variance between studies to be unsure of.
    const knappHartung = adjusts && randomEffects.includes(model);
    const counted = metaAnalysisOfCounts(
      {
        events: given.column('events'),
        persons: given.column('persons'),
        controlEvents: given.column('controlEvents'),
        controlPersons: given.column('controlPersons')
      },
      { measure, method: model, knappHartung, level }
    );
    // Studies that say nothing of a ratio lack no value: a remark tells of them.
    const silent = Number(counted.remarks.find(({ code }) => code === 'meta-silent-studies')?.values.studies ?? 0);
    const found = { ...counted, nDropped: counted.nDropped - silent };
    const study = given.has('study') ? given.column('study') : undefined;
    const scale = measure === 'risk-difference' ? 'identity' : 'log';
    const asymmetry = asymmetryOf(asEffects(found, level), measure, level);
    const names = { events: given.nameOf('events'), controls: given.nameOf('controlEvents') };
    const direction =
      scale === 'log'
        ? { code: 'pool-direction-ratio', values: names }
        : { code: 'pool-direction-difference', values: names };
    return { name: found.method, ...pooledResult({ found, measure, scale, study, level, asymmetry, direction }) };
  }
});

/** The studies' own effects with their errors, for the test of the funnel. */
function asEffects({ studies }: MetaAnalysis, level: number) {
  const of = (name: string) => (studies.columns.find((one) => one.name === name) as Float64Column).values;
  const width = 2 * normalQuantile((1 + level) / 2);
  const [lower, upper] = [of('lower'), of('upper')];
  return {
    estimate: float64Column('estimate', of('estimate').slice()),
    se: float64Column(
      'se',
      lower.map((low, row) => (upper[row]! - low) / width)
    )
  };
}
