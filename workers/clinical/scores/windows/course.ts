import { HOUR, MINUTE } from './persons-and-times';
import { at, WINDOW_VARIABLES } from './variables';

const PARTS = [at('gcs_eye'), at('gcs_verbal'), at('gcs_motor')] as const;
const GCS = at('gcs');
/** Ages are whole minutes: what is 6 h 0 min 30 s old is 360 minutes old. */
const beyond = (hours: number): number => hours * HOUR + MINUTE;
const GCS_BEYOND = beyond(12);
const AGENTS = ['dobutamine', 'dopamine', 'epinephrine', 'milrinone', 'norepinephrine', 'vasopressin'].map(at);
const [SPO2, PAO2, FIO2, IMV, ORS, VASOACTIVES] = [
  at('spo2'),
  at('pao2'),
  at('fio2'),
  at('imv'),
  at('ors'),
  at('vasoactives')
] as const;
/** Arterial before cuff; of each the mean before the pair. */
const SOURCES = (['art', 'cuff'] as const).map((source) => ({
  map: at(`map_${source}`),
  sbp: at(`sbp_${source}`),
  dbp: at(`dbp_${source}`)
}));

/** What is known of one person at one time: the newest value of each variable, and when it was seen. */
export class Course {
  readonly #values = new Float64Array(WINDOW_VARIABLES.length);
  readonly #times = new Float64Array(WINDOW_VARIABLES.length);
  readonly #beyond = Float64Array.from(WINDOW_VARIABLES, ({ hours }) => beyond(hours));
  #partsTime = NaN;
  #now = NaN;
  /** Pressures in the window that could not be used: pairs less than 1 mmHg apart, means outside their pair. */
  setAside = 0;

  /** The next person, of whom nothing is known. */
  begin(): void {
    this.#times.fill(NaN);
    this.#partsTime = NaN;
  }

  /** An observation. They come in the order of time; of equal times the later counts. */
  observe(variable: number, time: number, value: number): void {
    const isPart = variable === PARTS[0] || variable === PARTS[1] || variable === PARTS[2];
    if (isPart) this.#forgetParts(time);
    this.#values[variable] = value;
    this.#times[variable] = time;
    if (isPart) this.#addParts(time);
  }

  /** The parts carry each other on; after a look-back without any of them all three are needed anew. */
  #forgetParts(time: number): void {
    if (time - this.#partsTime < GCS_BEYOND) return;
    for (const part of PARTS) this.#times[part] = NaN;
  }

  #addParts(time: number): void {
    this.#partsTime = time;
    let sum = 0;
    for (const part of PARTS) sum += Number.isNaN(this.#times[part] as number) ? NaN : (this.#values[part] as number);
    if (Number.isNaN(sum)) return;
    this.#values[GCS] = sum;
    this.#times[GCS] = time;
  }

  /** Sets the time at which the following questions are asked. */
  lookAt(now: number): void {
    this.#now = now;
  }

  /** The newest value, NaN where there is none in its window. */
  newest(variable: number): number {
    const isIn = this.#now - (this.#times[variable] as number) < (this.#beyond[variable] as number);
    return isIn ? (this.#values[variable] as number) : NaN;
  }

  /** Only where FiO2 was not recorded after the measurement. There is no falling back to an older pair. */
  #ratio(variable: number): number {
    const isFresh = (this.#times[FIO2] as number) <= (this.#times[variable] as number);
    return isFresh ? this.newest(variable) / this.newest(FIO2) : NaN;
  }

  pfRatio(): number {
    return this.#ratio(PAO2);
  }

  sfRatio(): number {
    return this.newest(SPO2) <= 97 ? this.#ratio(SPO2) : NaN;
  }

  /** 1, 0, or NaN where nothing tells. */
  support(): number {
    const [recorded, oxygen] = [this.newest(ORS), this.newest(FIO2)];
    if (recorded === 1 || oxygen > 0.21 || this.newest(IMV) === 1) return 1;
    return recorded === 0 || oxygen <= 0.21 ? 0 : NaN;
  }

  /** Distinct agents with a rate above 0; a rate of 0 ends one at once. */
  agents(): number {
    const counted = this.newest(VASOACTIVES);
    if (!Number.isNaN(counted)) return counted;
    let running = NaN;
    for (const agent of AGENTS) {
      const rate = this.newest(agent);
      if (!Number.isNaN(rate)) running = (Number.isNaN(running) ? 0 : running) + Number(rate > 0);
    }
    return running;
  }

  /** The first source in its window, also where a later one is newer or lower. */
  meanPressure(): number {
    for (const { map, sbp, dbp } of SOURCES) {
      const [mean, systolic, diastolic] = [this.newest(map), this.newest(sbp), this.newest(dbp)];
      const isPair = systolic - diastolic >= 1;
      // Only a pair of the same minute says that a mean is impossible: later the pressure may have changed.
      const isTogether = this.#times[map] === this.#times[sbp] && this.#times[map] === this.#times[dbp];
      const isOutside = isPair && isTogether && (mean < diastolic || mean > systolic);
      if (!Number.isNaN(mean) && !isOutside) return mean;
      if (isPair) {
        this.setAside += Number(isOutside);
        return (systolic + 2 * diastolic) / 3;
      }
      this.setAside += Number(systolic - diastolic < 1);
    }
    return NaN;
  }
}
