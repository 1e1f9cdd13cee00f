/**
 * Rows in the order of persons, then times; equal times keep the order of the file. Rows without a person or time are left out.
 *
 * @param persons from 0, −1 = missing
 * @param times NaN = missing
 * @returns the rows, and at which of them each person begins (one more entry for the end)
 */
export function orderRows(
  persons: Int32Array,
  times: Float64Array,
  count: number
): { rows: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(count + 1);
  const isUsed = (row: number) => (persons[row] as number) >= 0 && !Number.isNaN(times[row] as number);
  for (let row = 0; row < persons.length; row++) {
    if (!isUsed(row)) continue;
    const next = (persons[row] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let person = 0; person < count; person++) {
    starts[person + 1] = (starts[person + 1] as number) + (starts[person] as number);
  }
  const rows = new Int32Array(starts[count] as number);
  const filled = starts.slice();
  for (let row = 0; row < persons.length; row++) {
    if (!isUsed(row)) continue;
    const person = persons[row] as number;
    const place = filled[person] as number;
    rows[place] = row;
    filled[person] = place + 1;
  }
  for (let person = 0; person < count; person++) {
    sortByTime(rows.subarray(starts[person], starts[person + 1]), times);
  }
  return { rows, starts };
}

function sortByTime(rows: Int32Array, times: Float64Array): void {
  for (let place = 1; place < rows.length; place++) {
    if ((times[rows[place] as number] as number) < (times[rows[place - 1] as number] as number)) {
      rows.sort((a, b) => (times[a] as number) - (times[b] as number) || a - b);
      return;
    }
  }
}
