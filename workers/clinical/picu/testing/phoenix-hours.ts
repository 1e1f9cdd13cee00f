import type { Column, Table } from '../../../shared/table';
import { courseInputs, scoreCourse, SCORES } from '../../scores';

/** Phoenix total of each simulated hour, with look-back. */
export async function phoenixByHour(hours: Table): Promise<Float64Array> {
  const column = (name: string) => hours.columns.find((one) => one.name === name) as Column;
  const definition = SCORES.find(({ name }) => name === 'phoenix');
  const inputs = courseInputs(definition!, true).map(({ name }) => name);
  const own = hours.columns.filter(({ name }) => inputs.includes(name));
  const { table } = await scoreCourse('phoenix', {
    person: column('person_id'),
    episode: column('episode'),
    time: column('hour'),
    inputs: {
      ...Object.fromEntries(own.map((one) => [one.name, one])),
      other_respiratory_support: column('support')
    },
    lookBack: true
  });
  return Float64Array.from(table.columns.find(({ name }) => name === 'total')!.values, Number);
}
