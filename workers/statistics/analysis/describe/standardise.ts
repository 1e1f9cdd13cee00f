import { may, need } from '../../../shared/call-arguments';
import { log } from '../../../shared/elementary';
import type { Column, Table } from '../../../shared/table';
import { standardisedRatiosOfGroups, standardiseGroups } from '../../epidemiology';
import { exactText, isPresent } from '../../../shared/exact-text';
import { float64Column, groupsOf, numbersOf } from '../../columns';
import { fail } from '../../errors';
import { takenRows } from '../../../shared/taken-rows';
import type { MeasuredEstimate, ShownTable } from '../contract';
import { figuresOf } from '../compare/differences';
import { defineAnalysis } from '../define';
import { countsOf, timeUnit } from './incidence-rates';
import { Given } from '../given';
import { labelOf } from '../groups';
import { remark } from '../tidy';
import { count, isFew, saidText, word } from '../shown-table';

export const standardiseAnalysis = defineAnalysis({
  name: 'standardise',
  question: 'describe',
  source:
    'Fay and Feuer 1997, Stat Med 16:791; Breslow and Day 1987, Statistical Methods in Cancer Research, vol. II, ch. 2',
  takes: [
    need('events', 'column'),
    may('eventsIs', 'text'),
    need('time', 'column'),
    need('strata', 'column'),
    may('group', 'column'),
    may('how', 'text'),
    may('standard', 'table'),
    may('standardStrata', 'column'),
    may('standardTime', 'column'),
    may('standardEvents', 'column'),
    may('per', 'number'),
    may('level', 'number')
  ],
  // The columns of the standard are in another table.
  reads: ({ events, time, strata, group }) =>
    [events, time, strata, group].filter((name): name is string => typeof name === 'string'),
  async run(given) {
    const level = given.level;
    const per = given.option<number>('per') ?? 1;
    const indirect = given.choice('how', ['direct', 'indirect'] as const, 'direct') === 'indirect';
    const group = given.has('group') ? given.column('group') : undefined;
    const data = { stratum: given.column('strata'), events: float64Column(given.nameOf('events'), countsOf(given, 'events', 'eventsIs')), time: given.column('time'), ...(group && { group }) }; // prettier-ignore
    const own = given.option<Table>('standard') === undefined;
    const standard = own ? standardOfAll(data) : standardGiven(given, indirect);
    const found = indirect
      ? standardisedRatiosOfGroups(data, standard, { level })
      : standardiseGroups(data, { stratum: standard.stratum, weight: standard.time }, { level });
    const labelled = (name: string) => (group ? labelOf(group, name) : name);
    const few = fewGroups(found.table, found.n);
    const estimates = found.estimates.map((one): MeasuredEstimate => {
      const about = { name: labelled(one.name), ...(few(one.name) && { few: true as const }) };
      return indirect
        ? { ...one, ...about, measure: 'standardised-ratio' }
        : { ...one, ...timesPer(one, per), ...about, measure: 'rate' };
    });
    const table = indirect ? found.table : perTable(found.table, per);
    const about = { per, unit: timeUnit(data.time) };
    const used = numbersOf(data.events).length - found.nDropped;
    return {
      name: found.method,
      says: [
        ...estimates.slice(0, 4).map((one) => ({
          code: indirect ? 'standardised-ratio' : 'standardised-rate',
          ...(one.few && { few: one.few }),
          values: { of: group ? one.name : '', ...about, strata: data.stratum.name, ...figuresOf(one), ...(one.p !== null && { p: one.p }) } // prettier-ignore
        })),
        { code: own ? 'standard-own' : 'standard-given', values: { strata: data.stratum.name } }
      ],
      estimates,
      facts: [{ code: 'events', value: found.n, as: 'count' }],
      table,
      shown: shownRates(table, group, about, indirect),
      more: [],
      remarks: [...found.remarks, ...(indirect && estimates.length > 1 ? [remark('epidemiology-indirect-not-between')] : [])], // prettier-ignore
      counted: 'rows',
      n: used,
      nDropped: found.nDropped
    };
  }
});

interface Data {
  stratum: Column;
  events: Column;
  time: Column;
}

/** All rows together as the standard: events and time of each stratum. */
function standardOfAll(data: Data): Data {
  const [events, time] = [numbersOf(data.events), numbersOf(data.time)];
  const { codes, rows } = groupsOf(data.stratum);
  const sums = [new Float64Array(rows.length), new Float64Array(rows.length)] as const;
  codes.forEach((code, row) => {
    if (code < 0 || Number.isNaN(events[row]) || Number.isNaN(time[row])) return;
    sums[0][code]! += events[row]!;
    sums[1][code]! += time[row]!;
  });
  // A stratum without any usable row stands in no group either.
  const there = Array.from(rows.keys()).filter((code) => sums[1][code]! !== 0);
  const pick = (name: string, from: Float64Array) => float64Column(name, Float64Array.from(there, (code) => from[code]!)); // prettier-ignore
  return {
    stratum: takenRows(
      data.stratum,
      there.map((code) => rows[code]!)
    ),
    events: pick('events', sums[0]),
    time: pick('time', sums[1])
  };
}

/** Whether a group has few events, by its name; without groups, whether all together have. */
function fewGroups(table: Table, all: number): (name: string) => boolean {
  const [names, events] = ['group', 'events'].map((name) => table.columns.find((one) => one.name === name));
  if (!names || !events) return () => isFew(all).few === true;
  const rows = Array.from({ length: table.rows }, (_, row) => row);
  const few = new Set(rows.filter((row) => isFew(Number(events.values[row])).few).map((row) => exactText(names, row)));
  return (name) => few.has(name);
}

/** The standard's columns, by their names in its table. @throws `column-unknown`, `standard-unnamed` */
function standardGiven(given: Given, indirect: boolean): Data {
  const table = given.option<Table>('standard')!;
  const of = new Given(table, {});
  const time = given.option<string>('standardTime');
  const events = given.option<string>('standardEvents');
  if (time === undefined || (indirect && events === undefined)) throw fail('standard-unnamed', { how: indirect ? 'indirect' : 'direct' }); // prettier-ignore
  const weight = of.columnNamed(time);
  return {
    stratum: of.columnNamed(given.option<string>('standardStrata') ?? given.nameOf('strata')),
    time: weight,
    events: events === undefined ? weight : of.columnNamed(events)
  };
}

/** Rates are logarithms: per so many is a shift. */
function timesPer(one: { estimate: number; lower: number | null; upper: number | null }, per: number) {
  const shift = log(per);
  const moved = (value: number | null) => (value === null ? null : value + shift);
  return { estimate: one.estimate + shift, lower: moved(one.lower), upper: moved(one.upper) };
}

function perTable(table: Table, per: number): Table {
  const rates = new Set(['crude', 'adjusted', 'lower', 'upper']);
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.type === 'float64' && rates.has(column.name) ? { ...column, values: column.values.map((value) => value * per) } : column
    ) // prettier-ignore
  };
}

function shownRates(
  table: Table,
  group: Column | undefined,
  about: { per: number; unit: string },
  indirect: boolean
): ShownTable {
  // prettier-ignore
  const at = (name: string, row: number) => {
    const column = table.columns.find((one) => one.name === name);
    return column && isPresent(column, row) ? Number(column.values[row]) : undefined;
  };
  const names = table.columns.find(({ name }) => name === 'group');
  return {
    title: 'rates',
    head: [word('group'), word('events'), word('time', { unit: about.unit }), word('crude', about), word(indirect ? 'ratio' : 'standardised', about)], // prettier-ignore
    rows: Array.from({ length: table.rows }, (_, row) => {
      const [events, time, crude, adjusted, lower, upper] = ['events', 'time', 'crude', 'adjusted', 'lower', 'upper'].map((name) => at(name, row)); // prettier-ignore
      const few = (events ?? 0) > 0 && (events ?? 0) < 5 && { few: true as const };
      return {
        cells: [
          names && group ? saidText(labelOf(group, exactText(names, row))) : word('all'),
          count(events ?? 0),
          { as: 'number', value: time ?? null, decimals: 0 },
          crude === undefined ? { as: 'none' } : { as: 'rate', value: crude * (indirect ? about.per : 1), lower: null, upper: null, ...few }, // prettier-ignore
          adjusted === undefined ? { as: 'none' } : { as: 'rate', value: adjusted, lower: lower ?? null, upper: upper ?? null, ...few } // prettier-ignore
        ]
      };
    })
  };
}
