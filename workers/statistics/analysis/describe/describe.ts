import { may, need } from '../../../shared/call-arguments';
import { numbersOf } from '../../columns';
import { describeColumns, summaryOf, type Summary } from '../../descriptive';
import { boxesOf, withUnit } from '../compare/by-group';
import type { ShownCell, ShownTable } from '../contract';
import { fail } from '../../errors';
import { defineAnalysis } from '../define';
import { count, decimalsOf, isFew, saidText, word } from '../shown-table';
import { measured } from '../tidy';

export const describeAnalysis = defineAnalysis({
  name: 'describe',
  question: 'describe',
  source: 'Hyndman and Fan 1996, The American Statistician 50:361 (quantiles of type 7); Joanes and Gill 1998, The Statistician 47:183', // prettier-ignore
  takes: [need('variables', 'columns'), may('level', 'number')],
  async run(given) {
    const level = given.level;
    const columns = given.columns('variables');
    const words = columns.find(({ type }) => type === 'text' || type === 'date' || type === 'timestamp');
    if (words) throw fail('describe-words', { column: words.name });
    const { table, estimates, method } = describeColumns(columns, level);
    const all = columns.map((column) => ({
      column,
      summary: summaryOf(numbersOf(column), { level, name: column.name })
    }));
    const [first] = all;
    const n = all.reduce((most, { summary }) => Math.max(most, summary.n), 0);
    return {
      name: method,
      says:
        all.length === 1 && first && first.summary.mean !== null
          ? [saysOne(first.column.name, first.summary, first.column.unit)]
          : [{ code: 'describe-columns', values: { columns: all.length, rows: given.table.rows } }],
      estimates: measured(estimates, 'mean'),
      table,
      shown: shownSummaries(all),
      figures: all.flatMap(({ column, summary }) => boxesOf([withUnit(column)], [{ column, summaries: [summary] }])).slice(0, 4), // prettier-ignore
      remarks: [],
      counted: 'rows',
      n: all.length === 1 ? n : given.table.rows,
      nDropped: all.length === 1 ? (first?.summary.missing ?? 0) : 0
    };
  }
});

function saysOne(variable: string, { mean, sd, median, q1, q3 }: Summary, unit: string | undefined) {
  const about = { variable, ...(unit !== undefined && { unit }), mean: mean ?? 0 };
  return sd === null
    ? { code: 'describe-single', values: about }
    : { code: 'describe-one', values: { ...about, sd, median: median ?? 0, q1: q1 ?? 0, q3: q3 ?? 0 } };
}

function shownSummaries(all: readonly { column: { name: string; unit?: string }; summary: Summary }[]): ShownTable {
  const heads = ['n', 'missing', 'mean', 'sd', 'q1', 'median-alone', 'q3', 'mad', 'min', 'max'];
  return {
    title: 'summaries',
    head: [word('variable'), ...heads.map((head) => word(head))],
    rows: all.map(({ column, summary }) => {
      const { n, missing, mean, sd, q1, median, q3, mad, min, max } = summary;
      const decimals = decimalsOf(sd);
      const number = (value: number | null, more = decimals): ShownCell => ({
        as: 'number',
        value,
        decimals: more,
        ...isFew(n)
      });
      // The least and the greatest are single persons.
      const single = (value: number | null): ShownCell => ({ as: 'number', value, decimals, few: true });
      return {
        cells: [saidText(withUnit(column)), count(n), count(missing), ...[mean, sd, q1, median, q3, mad].map((one) => number(one)), single(min), single(max)] // prettier-ignore
      };
    })
  };
}
