import type { Float64Column, Table } from '../../shared/table';
import { packValidity } from '../../shared/validity';
import type { Individual } from './individual';
import type { Levels } from './levels';
import type { Doses } from './schedule';
import { levelAt } from './superposition';

/** A row a level: what was measured, what the person's curve and the typical one say there. */
export function levelTable(
  levels: Levels | undefined,
  doses: Doses,
  individual: Individual,
  population: Individual
): Table {
  const { time, level, below } = levels ?? {
    time: new Float64Array(0),
    level: new Float64Array(0),
    below: new Uint8Array(0)
  };
  const predicted = (of: Individual) => time.map((hour) => of.endogenous + levelAt(of.disposition, doses, hour));
  const column = (name: string, values: Float64Array, unit: string): Float64Column => ({
    name,
    type: 'float64',
    values,
    unit
  });
  // What was below quantification is no number.
  const validity = packValidity(time.length, (row) => !below[row]);
  return {
    rows: time.length,
    columns: [
      column('time', time, 'h'),
      {
        ...column(
          'level',
          level.map((value) => (Number.isFinite(value) ? value : 0)),
          'IU/dL'
        ),
        validity
      },
      { name: 'below', type: 'bool', values: below },
      column('predicted', predicted(individual), 'IU/dL'),
      column('population', predicted(population), 'IU/dL')
    ]
  };
}
