import { may } from '../../../shared/call-arguments';
import type { Table } from '../../../shared/table';
import { intraclassCorrelation, type Intraclass } from '../../agreement';
import { float64Column, numbersOf } from '../../columns';
import { fail } from '../../errors';
import type { MeasuredEstimate } from '../contract';
import { defineAnalysis } from '../define';
import type { PointsFigure } from '../figures';
import type { Given } from '../given';
import { estimatesTable, measured, remark, saysEstimate } from '../tidy';
import { equalityLine, levelTake } from './measurements';

export const ICC_FORMS = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const;
type Form = (typeof ICC_FORMS)[number];

export const intraclassAnalysis = defineAnalysis({
  name: 'intraclass',
  question: 'agree',
  source: 'Shrout and Fleiss 1979, Psychol Bull 86:420; McGraw and Wong 1996, Psychol Methods 1:30',
  takes: [
    may('raters', 'columns'),
    may('value', 'column'),
    may('person', 'column'),
    may('rater', 'column'),
    may('form', 'text'),
    levelTake
  ],
  async run(given) {
    const form = given.choice<Form>('form', ICC_FORMS, 'ICC(2,1)');
    const { names, raters, dropped } = ratersOf(given);
    const found = intraclassCorrelation(raters, { level: given.level });
    const forms = measured(found.estimates, 'intraclass-correlation');
    const chosen = forms.find(({ name }) => name === form) as MeasuredEstimate;
    return {
      name: chosen.method,
      says: [
        {
          code: 'intraclass',
          values: { ...saysEstimate(chosen).values, raters: names.length <= 6 ? names.join(', ') : names.length }
        },
        { code: form.startsWith('ICC(3') ? 'intraclass-consistency' : form.startsWith('ICC(2') ? 'intraclass-absolute' : 'intraclass-own', values: {} } // prettier-ignore
      ],
      estimates: [chosen],
      tests: testOf(found, chosen),
      facts: [{ code: 'raters', value: found.raters, as: 'count' }],
      more: [
        { name: 'forms', table: estimatesTable(forms) },
        { name: 'mean_squares', table: squaresTable(found) }
      ],
      figures: [figureOf(raters)],
      remarks: [...found.remarks, remark('agreement-form-before'), remark('agreement-range-matters')], // prettier-ignore
      counted: 'persons',
      n: found.n,
      nDropped: found.nDropped + dropped
    };
  }
});

/** Raters as columns, or made of rows of value, person and rater. @throws `intraclass-columns`, `intraclass-twice` */
function ratersOf(given: Given): { names: readonly string[]; raters: Float64Array[]; dropped: number } {
  const wide = given.option<readonly string[]>('raters') ?? [];
  const long = ['value', 'person', 'rater'].filter((key) => given.has(key)).length;
  if (wide.length > 0 === long > 0 || (long > 0 && long < 3)) throw fail('intraclass-columns');
  if (wide.length > 0) {
    const twice = wide.find((name, at) => wide.indexOf(name) !== at);
    if (twice !== undefined) throw fail('columns-same', { column: twice });
    return { names: wide, raters: given.columns('raters').map(numbersOf), dropped: 0 };
  }
  const [value, person, rater] = [given.numbers('value'), given.groups('person'), given.groups('rater')];
  const raters = rater.names.map(() => new Float64Array(person.names.length).fill(NaN));
  value.forEach((one, row) => {
    const [whose, by] = [person.codes[row]!, rater.codes[row]!];
    if (whose < 0 || by < 0 || Number.isNaN(one)) return;
    const values = raters[by]!;
    if (!Number.isNaN(values[whose])) {
      throw fail('intraclass-twice', { person: given.nameOf('person'), rater: given.nameOf('rater') });
    }
    values[whose] = one;
  });
  return { names: rater.names, raters, dropped: 0 };
}

function testOf({ meanSquares, n }: Intraclass, chosen: MeasuredEstimate) {
  if (chosen.p === null || chosen.df === null) return [];
  const error = chosen.name.startsWith('ICC(1') ? meanSquares.withinPersons : meanSquares.residual;
  const statistic = { name: 'F', value: meanSquares.betweenPersons / error };
  return [{ code: 'persons-alike', statistic, df: [n - 1, chosen.df], p: chosen.p }];
}

function squaresTable({ meanSquares }: Intraclass): Table {
  const { betweenPersons, withinPersons, betweenRaters, residual } = meanSquares;
  return {
    rows: 1,
    columns: [
      float64Column('between_persons', Float64Array.of(betweenPersons)),
      float64Column('within_persons', Float64Array.of(withinPersons)),
      float64Column('between_raters', Float64Array.of(betweenRaters)),
      float64Column('residual', Float64Array.of(residual))
    ]
  };
}

/** Each rating over the mean of its person: of complete persons, as the correlation is. */
function figureOf(raters: readonly Float64Array[]): PointsFigure {
  const persons = Array.from(raters[0]!.keys()).filter((row) => raters.every((values) => Number.isFinite(values[row])));
  const means = persons.map((row) => raters.reduce((sum, values) => sum + values[row]! / raters.length, 0));
  const x = Float64Array.from(raters.flatMap(() => means));
  const y = Float64Array.from(raters.flatMap((values) => persons.map((row) => values[row]!)));
  return { kind: 'points', what: 'ratings', individual: true, x, y, lines: [], limits: equalityLine(x, y) };
}
