import { FAULTS } from '../shared/fault-sizes';
import type { FaultNumber, Faulty } from '../shared/faults';
import { round } from '../shared/round';
import type { EpisodeHours } from './hours';
import type { Person } from './person';
import type { VariableName } from './variables';

/** Which recorded values carry a planted fault. */
export class Spoiled {
  readonly #marks = new Map<VariableName, Map<number, FaultNumber>>();

  mark(name: VariableName, hour: number, fault: FaultNumber): void {
    let hours = this.#marks.get(name);
    if (!hours) this.#marks.set(name, (hours = new Map()));
    hours.set(hour, fault);
  }

  at(name: VariableName, hour: number): FaultNumber | undefined {
    return this.#marks.get(name)?.get(hour);
  }
}

/** Plants the faults that lie in a value itself, in place: the flat table and the OMOP tables show the same. */
export function spoilValues(person: Person, { values }: EpisodeHours, { stream }: Faulty): Spoiled {
  const spoiled = new Spoiled();
  const each = (name: VariableName, share: number, fault: FaultNumber, change: (value: number) => number) => {
    const column = values[name];
    column.forEach((value, hour) => {
      if (Number.isNaN(value) || !stream.chance(share)) return;
      column[hour] = change(value);
      spoiled.mark(name, hour, fault);
    });
  };
  if (person.hospital.number === 4)
    each('temperature', FAULTS.fahrenheit, 1, (celsius) => round(celsius * 1.8 + 32, 1));
  if (person.hospital.number === 3) each('glucose', FAULTS.glucoseMmol, 2, (mgPerDl) => round(mgPerDl / 18.016, 1));
  each('heart_rate', FAULTS.heartRateSentinel, 7, () => (stream.chance(0.5) ? 0 : 999));
  each('spo2', FAULTS.saturationAbove, 9, () => stream.integer(101, 111));
  values.sbp.forEach((systolic, hour) => {
    if (Number.isNaN(systolic) || !stream.chance(FAULTS.pressureSwapped)) return;
    values.sbp[hour] = values.dbp[hour] as number;
    values.dbp[hour] = systolic;
    spoiled.mark('sbp', hour, 10);
    spoiled.mark('dbp', hour, 10);
  });
  return spoiled;
}
