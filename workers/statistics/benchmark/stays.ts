import { quantileOf } from '../../shared/quantile';
import type { Column, Table } from '../../shared/table';
import { takenRows } from '../../shared/taken-rows';
import { float64Column, groupsOf, numbersOf } from '../columns';

/**
 * Lengths of stay by hospital, in the order of their names: hospital, cases (with a length), missing, impossible (below 0, not
 * used), lower_quartile, median, upper_quartile in the unit of the column; missing where no case has a length.
 *
 * Quantiles are linear between order statistics: type 7 of Hyndman and Fan 1996, R's default.
 *
 * @param hospital of each case; without one a case is in no row
 * @param stay a number of each case
 * @throws `column-not-numeric`, `column-not-exact`
 */
export function staysByHospital(hospital: Column, stay: Column): Table {
  const { codes, rows } = groupsOf(hospital);
  const lengths = numbersOf(stay);
  const groups = Array.from(rows, () => ({ lengths: [] as number[], missing: 0, impossible: 0 }));
  codes.forEach((code, row) => {
    const group = groups[code];
    if (!group) return;
    const length = lengths[row] as number;
    if (Number.isNaN(length)) group.missing += 1;
    else if (length < 0) group.impossible += 1;
    else group.lengths.push(length);
  });
  const sorted = groups.map((group) => Float64Array.from(group.lengths).sort());
  const counts = (name: string, of: (group: (typeof groups)[number]) => number): Column => ({
    name,
    type: 'int32',
    values: Int32Array.from(groups, of)
  });
  const quantiles = (name: string, p: number) =>
    float64Column(
      name,
      Float64Array.from(sorted, (one) => quantileOf(one, p)),
      stay.unit
    );
  return {
    rows: rows.length,
    columns: [
      { ...takenRows(hospital, rows), name: 'hospital' },
      counts('cases', ({ lengths: { length } }) => length),
      counts('missing', ({ missing }) => missing),
      counts('impossible', ({ impossible }) => impossible),
      quantiles('lower_quartile', 0.25),
      quantiles('median', 0.5),
      quantiles('upper_quartile', 0.75)
    ]
  };
}
