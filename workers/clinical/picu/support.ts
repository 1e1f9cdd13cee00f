import { exp, logistic } from '../../shared/elementary';
import { RECORDED, SUPPORT } from './constants';
import type { EpisodeState } from './hours';
import { recorded } from './series';

export interface Support {
  /** Invasive mechanical ventilation, 0 or 1 an hour. */
  imv: Uint8Array;
  /** Other respiratory support, never together with ventilation. */
  support: Uint8Array;
}

/** Ventilation, other support, inspired oxygen and, under ventilation, arterial oxygen. */
export function drawSupport(state: EpisodeState, saturation: Float64Array): Support {
  const { episode, recording, sepsis, put } = state;
  const { stream, hours, severity, surgical } = episode;
  const { intercept, severity: bySeverity, surgical: bySurgery } = SUPPORT.imv;
  let ventilated = stream.chance(logistic(intercept + bySeverity * severity + bySurgery * Number(surgical)));
  // One draw an episode: support comes and goes with the course of sepsis, it does not flicker.
  const need = stream.uniform();
  const imv = new Uint8Array(hours);
  const support = new Uint8Array(hours);
  const fio2 = new Float64Array(hours);
  for (let hour = 0; hour < hours; hour++) {
    if (hour > 0) {
      const changes = stream.uniform() < (ventilated ? SUPPORT.extubation : SUPPORT.reintubation * sepsis(hour));
      if (changes) ventilated = !ventilated;
    }
    imv[hour] = Number(ventilated);
    const other = SUPPORT.other.intercept + SUPPORT.other.severity * severity + SUPPORT.other.sepsis * sepsis(hour);
    support[hour] = Number(!ventilated && need < logistic(other));
    fio2[hour] = inspiredOxygen(ventilated || support[hour] === 1, severity, sepsis(hour), stream.normal());
  }
  put(
    'fio2',
    recorded(stream, hours, () => RECORDED.fio2 * recording),
    (hour) => fio2[hour] as number
  );
  const noise = Float64Array.from({ length: hours }, () => stream.normal());
  const taken = recorded(stream, hours, (hour) => (imv[hour] ? RECORDED.pao2 * recording : 0));
  put('pao2', taken, (hour) => {
    const { level, fio2: byOxygen, spo2, spo2At, sd, least } = SUPPORT.pao2;
    const oxygen = level + byOxygen * (fio2[hour] as number) + ((saturation[hour] as number) - spo2At) * spo2;
    return Math.max(least, oxygen + sd * (noise[hour] as number));
  });
  return { imv, support };
}

function inspiredOxygen(supported: boolean, severity: number, course: number, noise: number): number {
  const { air, least, slope, base, logSd, steps } = SUPPORT.fio2;
  if (!supported) return air;
  const wanted = air + slope * (base + course + Math.max(severity, 0)) * exp(logSd * noise);
  return Math.max(least, Math.round(Math.min(1, wanted) * steps) / steps);
}
