import type { CellInput, TableBuilder } from '../../../shared/column-builder';
import { STANDARD } from '../../shared/concepts';
import { FAULTS } from '../../shared/fault-sizes';
import { FAR_FUTURE, ORPHAN_ID, type FaultNumber, type Faulty } from '../../shared/faults';
import { day, timestamp, visitId } from '../../shared/identity';
import type { Stay } from '../flat';
import type { EpisodeHours } from '../hours';
import type { Spoiled } from '../spoil';
import { VARIABLES } from '../variables';
import { LOCAL, unitConcept } from './concepts';

interface Row {
  concept: number;
  name: string;
  ucum: string;
  value: number;
  /** Minutes since 1970, as in the table. */
  at: number;
}

/** Writes one person's measurements. Without a builder only the planted faults are noted. */
export class MeasurementWriter {
  readonly #row: CellInput[] = new Array<CellInput>(12).fill(undefined);

  constructor(
    private readonly builder: TableBuilder | undefined,
    private readonly nextId: () => number,
    private readonly faulty: Faulty | undefined
  ) {}

  /** Every recorded hourly value of one stay, and the weight at admission. */
  pushStay(stay: Stay, { values }: EpisodeHours, spoiled: Spoiled | undefined): void {
    const { episode, clock } = stay;
    const counted = this.faulty?.counted;
    const weight = { concept: LOCAL.weight, name: 'weight', ucum: 'kg', value: stay.weightKg, at: episode.admission };
    this.#push(stay, weight, counted?.weightTenfold && episode.number === 1 ? 11 : undefined);
    for (let hour = 0; hour < episode.hours; hour++) {
      const at = clock(episode.admission + 60 * hour);
      for (const variable of VARIABLES) {
        const value = values[variable.name][hour] as number;
        if (Number.isNaN(value)) continue;
        if (!this.faulty) {
          this.#write(stay, variable, value, at, variable.ucum);
          continue;
        }
        const row = { ...variable, value, at };
        const fault = spoiled?.at(variable.name, hour);
        if (variable.laboratory) this.#pushFaultyLaboratory(stay, row, fault, this.faulty);
        else this.#push(stay, row, fault, fault === 1 ? { ucum: undefined } : {});
      }
    }
    if (counted && episode.number === 1) this.#pushOutOfTime(stay);
  }

  #pushFaultyLaboratory(stay: Stay, row: Row, fault: FaultNumber | undefined, { stream }: Faulty): void {
    const unitless = stream.chance(FAULTS.unitMissing);
    const comma = stream.chance(FAULTS.decimalComma) && stay.person.hospital.number === 2;
    if (comma) this.#push(stay, row, 15, { source: String(row.value).replace('.', ',') });
    else if (unitless && fault === undefined) this.#push(stay, row, 12, { ucum: undefined });
    else this.#push(stay, row, fault);
  }

  /** Rows at impossible times, of impossible persons: a heart rate of 120 each. */
  #pushOutOfTime(stay: Stay): void {
    const { person } = stay;
    const { afterDeath, beforeBirth, farFuture, orphan } = this.faulty?.counted ?? {};
    const row = (at: number): Row => ({ concept: 2000000001, name: 'heart_rate', ucum: '/min', value: 120, at });
    const last = person.episodes[person.episodes.length - 1] ?? stay.episode;
    const end = last.admission + 60 * last.hours;
    if (afterDeath) this.#push(stay, row(end + FAULTS.daysAfterDeath * 1440), 4);
    if (beforeBirth) this.#push(stay, row(person.birth - FAULTS.daysBeforeBirth * 1440), 4);
    if (farFuture) this.#push(stay, row(FAR_FUTURE), 8);
    // Half an hour after admission no other value is written.
    if (orphan !== undefined) {
      this.#push({ ...stay, personId: ORPHAN_ID + orphan }, row(stay.episode.admission + 30), 6);
    }
  }

  #push(stay: Stay, row: Row, fault: FaultNumber | undefined, odd: { ucum?: undefined; source?: string } = {}): void {
    const ucum = 'ucum' in odd ? odd.ucum : row.ucum;
    const id = this.#write(stay, row, row.value, row.at, ucum, odd.source);
    if (!this.faulty) return;
    if (fault !== undefined) this.faulty.log.add(fault, 'measurement', id);
    else if (this.faulty.stream.chance(FAULTS.duplicates)) {
      this.faulty.log.add(5, 'measurement', this.#write(stay, row, row.value, row.at, ucum, odd.source));
    }
  }

  /** Millions of rows pass here: no object a row. @returns the row's id */
  #write(
    stay: Stay,
    { concept, name }: Pick<Row, 'concept' | 'name'>,
    value: number,
    at: number,
    ucum: string | undefined,
    source?: string
  ): number {
    const id = this.nextId();
    const row = this.#row;
    row[0] = id;
    row[1] = stay.personId;
    row[2] = concept;
    row[3] = day(at);
    row[4] = timestamp(at);
    row[5] = STANDARD.ehr;
    row[6] = source === undefined ? value : undefined;
    row[7] = unitConcept(ucum);
    row[8] = visitId(stay.person, stay.episode.number);
    row[9] = name;
    row[10] = ucum;
    row[11] = source;
    this.builder?.pushRow(row);
    return id;
  }
}
