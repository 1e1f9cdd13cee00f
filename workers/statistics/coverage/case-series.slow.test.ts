import { test } from 'vitest';
import type { RandomStream } from '../../shared/random';
import { float64Column } from '../columns';
import { caseSeries } from '../pharmacovigilance';
import { expectCover } from './cover';

const PERSONS = 150;
const DAYS = 365;
const EFFECT = Math.log(2.5);

/** Each person's own rate, double in the second half of the year, higher for 28 days after the exposure. */
function study(stream: RandomStream) {
  const [person, start, end, exposed] = [[], [], [], []] as number[][] as [number[], number[], number[], number[]];
  const [events, days] = [[], []] as number[][] as [number[], number[]];
  for (let one = 0; one < PERSONS; one++) {
    const rate = 0.004 * stream.logNormal(0.6);
    const dose = stream.integer(0, DAYS);
    person.push(one);
    start.push(0);
    end.push(DAYS - 1);
    exposed.push(dose);
    const add = (from: number, to: number, factor: number) => {
      const count = stream.poisson(rate * factor * Math.max(0, to - from));
      for (let at = 0; at < count; at++) {
        events.push(one);
        days.push(stream.integer(from, to));
      }
    };
    const until = Math.min(dose + 28, DAYS);
    for (const [from, to, season] of [
      [0, 180, 1],
      [180, DAYS, 2]
    ] as const) {
      // prettier-ignore
      const within = (day: number) => Math.min(Math.max(day, from), to);
      add(from, within(dose), season);
      add(within(dose), within(until), season * Math.exp(EFFECT));
      add(within(until), to, season);
    }
  }
  const of = (name: string, values: number[]) => float64Column(name, Float64Array.from(values));
  return {
    people: { person: of('person', person), start: of('start', start), end: of('end', end) },
    events: { person: of('person', events), day: of('day', days) },
    exposures: { person: of('person', person), day: of('day', exposed) }
  };
}

test('coverage | self-controlled case series, 150 persons', { timeout: 300_000 }, (context) =>
  expectCover(context, 'series', {
    truth: EFFECT,
    study: (stream) =>
      caseSeries(study(stream), { windows: [{ name: 'after', from: 0, to: 27 }], cuts: [180] }).estimates[0]!
  })
);
