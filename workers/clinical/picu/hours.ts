import { round } from '../shared/round';
import { RECORDED, SEPSIS, VITALS } from './constants';
import { boutCourse, sepsisCourse } from './course';
import { drawLaboratory } from './laboratory';
import { heartRateNorm, mapNorm, respRateNorm } from './norms';
import type { Episode, Person } from './person';
import { autoregression, recorded } from './series';
import { drawSupport } from './support';
import { chartedAntibiotic, isLabelled } from './label';
import { VARIABLES, type VariableName } from './variables';
import { drawVasoactives, type VasoactiveRun } from './vasoactives';

/** The hours of one episode, as written down. NaN: not recorded. */
export interface EpisodeHours {
  values: Record<VariableName, Float64Array>;
  imv: Uint8Array;
  support: Uint8Array;
  /** Number of agents running. */
  vasoactives: Uint8Array;
  vasoactiveRuns: readonly VasoactiveRun[];
  /** The planted leak: an antibiotic charted with hindsight. */
  charted: Uint8Array;
  label: Uint8Array;
}

const DIGITS = new Map(VARIABLES.map(({ name, digits }) => [name, digits]));

/** What the processes of an episode share. */
export interface EpisodeState {
  person: Person;
  episode: Episode;
  /** Recording factor of the hospital. */
  recording: number;
  /** Sepsis course by hour; with `delay` as what follows it later. */
  sepsis: (hour: number) => number;
  bout: (hour: number) => number;
  put: (name: VariableName, mask: Uint8Array, value: (hour: number) => number) => void;
}

/** Draws every hour of an episode. Uses up the episode's stream: call once. */
export function drawHours(person: Person, episode: Episode): EpisodeHours {
  const { hours, stream, severity, ageMonths } = episode;
  const values = {} as Record<VariableName, Float64Array>;
  const course = new Float64Array(hours);
  const bouts = new Float64Array(hours);
  for (let hour = 0; hour < hours; hour++) {
    course[hour] = sepsisCourse(episode.sepsis, hour);
    bouts[hour] = boutCourse(episode.bouts, hour);
  }
  const state: EpisodeState = {
    person,
    episode,
    recording: person.hospital.recording,
    // Before the stay the course may already rise.
    sepsis: (hour) => course[hour] ?? sepsisCourse(episode.sepsis, hour),
    bout: (hour) => bouts[hour] ?? boutCourse(episode.bouts, hour),
    put: (name, mask, value) => {
      const column = (values[name] = new Float64Array(hours));
      const digits = DIGITS.get(name) ?? 0;
      for (let hour = 0; hour < hours; hour++) column[hour] = mask[hour] ? round(value(hour), digits) : NaN;
    }
  };
  const { recording, sepsis, bout, put } = state;
  const at = (series: Float64Array, hour: number) => series[hour] as number;
  const share = (p: number) => recorded(stream, hours, () => p * recording);

  const rate = VITALS.heartRate;
  const rateLevel = rate.level + rate.severity * severity + rate.person * stream.normal();
  const rateNoise = autoregression(stream, rate.phi, hours);
  put('heart_rate', share(RECORDED.heartRate), (hour) => {
    const effect = rate.noise * at(rateNoise, hour) + rate.sepsis * sepsis(hour) + rate.bout * bout(hour);
    return heartRateNorm(ageMonths) * (rateLevel + effect);
  });

  const breath = VITALS.respRate;
  const breathLevel = breath.level + breath.person * stream.normal();
  const breathNoise = autoregression(stream, breath.phi, hours);
  put('resp_rate', share(RECORDED.respRate), (hour) => {
    const effect = breath.noise * at(breathNoise, hour) + breath.sepsis * sepsis(hour) + breath.bout * bout(hour);
    return respRateNorm(ageMonths) * (breathLevel + effect);
  });

  const pressure = drawPressure(state);

  const heat = VITALS.temperature;
  const heatLevel = heat.level + heat.person * stream.normal();
  const heatNoise = autoregression(stream, heat.phi, hours);
  const direction = episode.sepsis?.direction ?? SEPSIS.feverDirection;
  put('temperature', share(RECORDED.temperature), (hour) => {
    const effect = heat.noise * at(heatNoise, hour) + heat.sepsis * direction * sepsis(hour) + heat.bout * bout(hour);
    return heatLevel + effect;
  });

  const oxygen = VITALS.spo2;
  const oxygenLevel = oxygen.level + oxygen.severity * Math.max(severity, 0) + oxygen.person * stream.normal();
  const oxygenNoise = autoregression(stream, oxygen.phi, hours);
  const saturation = Float64Array.from({ length: hours }, (_, hour) =>
    Math.min(oxygen.most, oxygenLevel + oxygen.noise * at(oxygenNoise, hour) + oxygen.sepsis * sepsis(hour))
  );
  put('spo2', share(RECORDED.spo2), (hour) => at(saturation, hour));

  drawLaboratory(state);

  const coma = VITALS.gcs;
  const comaNoise = autoregression(stream, coma.phi, hours);
  put('gcs', share(RECORDED.gcs), (hour) => {
    const loss = coma.severity * Math.max(severity, 0) + coma.noise * at(comaNoise, hour) + coma.sepsis * sepsis(hour);
    const score = Math.round(coma.most - Math.max(0, loss - coma.threshold));
    return Math.max(coma.least, Math.min(coma.most, score));
  });

  const { imv, support } = drawSupport(state, saturation);
  const { counts, runs } = drawVasoactives(state, pressure);
  const label = Uint8Array.from({ length: hours }, (_, hour) => Number(isLabelled(episode.sepsis, hour)));
  const charted = chartedAntibiotic(stream, label);
  return { values, imv, support, vasoactives: counts, vasoactiveRuns: runs, charted, label };
}

/** Mean, systolic and diastolic pressure, written down together. Returns the true mean pressure. */
function drawPressure({ episode, recording, sepsis, bout, put }: EpisodeState): Float64Array {
  const { hours, stream, severity, ageMonths } = episode;
  const map = VITALS.map;
  const norm = mapNorm(ageMonths);
  const level = 1 + map.severity * severity + map.person * stream.normal();
  const noise = autoregression(stream, map.phi, hours);
  const mean = Float64Array.from(
    noise,
    (value, hour) => norm * (level + map.noise * value + map.sepsis * sepsis(hour) + map.bout * bout(hour))
  );
  const pulse = Float64Array.from(mean, (value) => map.pulse * value * stream.logNormal(map.pulseLogSd));
  const mask = recorded(stream, hours, () => RECORDED.pressure * recording);
  put('map', mask, (hour) => mean[hour] as number);
  put('sbp', mask, (hour) => (mean[hour] as number) + (2 / 3) * (pulse[hour] as number));
  put('dbp', mask, (hour) => (mean[hour] as number) - (1 / 3) * (pulse[hour] as number));
  return mean;
}
