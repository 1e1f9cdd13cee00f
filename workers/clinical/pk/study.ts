import type { JobOptions } from '../../shared/job';
import type { Float64Column, Table } from '../../shared/table';
import { THRESHOLDS } from './contract';
import { curve } from './curve';
import { fail } from './errors';
import {
  figuresOf,
  hoursAboveFigures,
  personFigures,
  steadyTrough,
  thresholdFigures,
  troughDose,
  whatIfHalfLife,
  type PkFigure
} from './figures';
import { clearing, estimate, populationIndividual, type Individual } from './individual';
import type { Person, PopulationModel, Residual } from './model';
import { modelNamed } from './models';
import { parseModel } from './parse-model';
import type { Doses } from './schedule';
import { levelTable } from './study-levels';
import { readTimes } from './study-times';
import { usualWindow, type Window } from './study-window';
import { planHours, plannedDoses, type WhatIf } from './what-if';

export interface PkRequest {
  /** Of a built-in model, or the JSON of one's own. */
  model: { name: string } | { json: string };
  person: Person;
  /** IU/dL, default 0. */
  endogenous?: number;
  /** As `dosesOf` reads it; points in time count from the first dose. */
  doses?: Table;
  /** As `levelsOf` reads it. Without a level the curve is the typical person's. */
  levels?: Table;
  residual?: Residual;
  quantificationLimit?: number;
  fromHour?: number;
  toHour?: number;
  /** IU/dL, default 1, 2, 3, 5 and 10. */
  thresholds?: readonly number[];
  target?: { trough: number; everyHours: number; durationHours?: number };
  whatIf?: WhatIf;
  /** Default 1000. */
  samples?: number;
  /** Default 1. */
  seed?: number;
}

export interface PkStudy {
  model: Pick<PopulationModel, 'name' | 'factor' | 'citation' | 'note'>;
  /** From levels; else the curve is the typical person's, its band the spread between persons. */
  isEstimated: boolean;
  /** Point in time of hour 0, µs since 1970; `undefined` where hours were given as hours. */
  origin: bigint | undefined;
  window: Window;
  /** How many levels counted as below quantification. */
  belowQuantification: number;
  /** time (h), level, lower, upper, population and with a what-if what_if, what_if_lower, what_if_upper (IU/dL). */
  curve: Table;
  /** time (h), level, below, predicted, population (IU/dL): a row a level. */
  levels: Table;
  figures: PkFigure[];
}

/** A bolus jumps: the curve is asked just before it, too. */
const BEFORE = 1e-3;

/**
 * One person's curve from doses and levels, what is read off it and what other doses would do. For research and teaching; no
 * basis for dosing anybody.
 *
 * @throws `pk-…` of model, person, doses, levels and options; `pk-times-differ`, `pk-nothing-given`, `pk-stopped`
 */
export async function pkStudy(request: PkRequest, job: JobOptions = {}): Promise<PkStudy> {
  const { endogenous = 0, thresholds = THRESHOLDS, samples = 1000, seed = 1, whatIf } = request;
  const model = 'json' in request.model ? parseModel(request.model.json) : modelNamed(request.model.name);
  const { doses: given, levels, origin } = readTimes(request.doses, request.levels);
  const population = populationIndividual(model, request.person, endogenous);
  const estimated =
    given && levels && levels.time.length > 0
      ? estimate(model, request.person, given, levels, {
          endogenous,
          ...(request.residual && { residual: request.residual }),
          ...(request.quantificationLimit !== undefined && { quantificationLimit: request.quantificationLimit })
        })
      : undefined;
  if (!estimated && levels && levels.time.length > 0) throw fail('pk-doses-none');
  const individual: Individual = estimated ?? population;
  const usual = usualWindow(given, levels, individual.halfLifeHours);
  const from = request.fromHour ?? usual.from;
  const planned = whatIf && plannedDoses(whatIf, given, from);
  const doses = given ?? planned;
  if (!doses) throw fail('pk-nothing-given');
  const planEnd = whatIf?.amount === undefined ? -Infinity : (whatIf.startHour ?? from) + planHours(whatIf);
  const window = { from, to: request.toHour ?? Math.max(usual.to, planEnd) };
  const other = given && planned ? { doses: planned, person: clearing(individual, whatIf?.clearance ?? 1) } : undefined;
  const main = given || whatIf?.clearance === undefined ? individual : clearing(individual, whatIf.clearance);

  const options = {
    fromHour: window.from,
    toHour: window.to,
    besides: besides(window, doses, other?.doses),
    samples,
    seed
  };
  const drawn = await curve(main, doses, options, job);
  const typical = await curve(population, doses, { ...options, samples: 0 }, job);
  const columns = [...drawn.columns, renamed(typical, 'level', 'population')];
  if (other) {
    const could = await curve(other.person, other.doses, options, job);
    columns.push(renamed(could, 'level', 'what_if'));
    if (samples > 0) columns.push(renamed(could, 'lower', 'what_if_lower'), renamed(could, 'upper', 'what_if_upper'));
  }

  const drawing = { samples, seed };
  const every = request.target;
  const figures = await figuresOf(
    [
      ...personFigures,
      ...thresholdFigures(doses, thresholds, window),
      ...(every ? [troughDose(every.trough, every.everyHours, every.durationHours ?? 0)] : [])
    ],
    main,
    population,
    drawing,
    job
  );
  if (planned && whatIf) {
    const person = other?.person ?? main;
    const { amount, everyHours, durationHours = 0, clearance = 1 } = whatIf;
    const asked = [
      ...(other && clearance !== 1 ? [whatIfHalfLife] : []),
      ...(amount !== undefined && everyHours !== undefined ? [steadyTrough(amount, everyHours, durationHours)] : []),
      ...(other ? hoursAboveFigures('what-if-hours-above', other.doses, thresholds, window) : [])
    ];
    figures.push(...(await figuresOf(asked, person, clearing(population, clearance), drawing, job)));
  }
  const { name, factor, citation, note } = model;
  return {
    model: { name, factor, citation, ...(note !== undefined && { note }) },
    isEstimated: estimated !== undefined,
    origin,
    window,
    belowQuantification: estimated?.belowQuantification ?? 0,
    curve: { rows: drawn.rows, columns },
    levels: levelTable(levels, doses, individual, population),
    figures
  };
}

/** Where the curve bends within the window: the beginnings and ends of doses. */
function besides({ from, to }: Window, ...all: (Doses | undefined)[]): Float64Array {
  const times = all.flatMap((doses) =>
    doses ? Array.from(doses.time, (time, row) => [time - BEFORE, time, time + doses.duration[row]!]).flat() : []
  );
  return Float64Array.from(times.filter((time) => time >= from && time <= to)).sort();
}

function renamed(table: Table, name: string, as: string): Float64Column {
  return { ...(table.columns.find((column) => column.name === name) as Float64Column), name: as };
}
