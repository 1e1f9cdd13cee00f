import { exp, log } from '../../shared/elementary';
import { LABS, RECORDED } from './constants';
import type { EpisodeState } from './hours';
import { autoregression, recorded } from './series';
import type { VariableName } from './variables';

/** How one laboratory value depends on the episode; absent effects are 0. */
interface Model {
  severity?: number;
  /** Spread of the level between episodes. */
  person?: number;
  noise?: number;
  phi?: number;
  sepsis?: number;
  /** Sepsis effect with the sign of the temperature's direction. */
  sepsisByDirection?: number;
  bout?: number;
  surgical?: number;
  delay: number;
}

function drawLogNormal(
  state: EpisodeState,
  name: VariableName,
  median: number,
  model: Model,
  mask?: Uint8Array
): Uint8Array {
  const { episode, sepsis, bout, put } = state;
  const { stream, hours, severity, surgical } = episode;
  const level =
    log(median) +
    (model.severity ?? 0) * severity +
    (model.person ? model.person * stream.normal() : 0) +
    (model.surgical ?? 0) * Number(surgical);
  const noise = model.noise ? autoregression(stream, model.phi ?? 0, hours) : undefined;
  const septic = (model.sepsis ?? 0) + (model.sepsisByDirection ?? 0) * (episode.sepsis?.direction ?? 0);
  const taken = mask ?? recorded(stream, hours, () => RECORDED.coagulation * state.recording);
  put(name, taken, (hour) => {
    const before = hour - model.delay;
    const change = septic * sepsis(before) + (model.bout ?? 0) * bout(before);
    return exp(level + change + (noise ? (model.noise ?? 0) * (noise[hour] as number) : 0));
  });
  return taken;
}

/** All laboratory values but the arterial oxygen pressure. What is taken when depends on the hospital and, for lactate, on sepsis. */
export function drawLaboratory(state: EpisodeState): void {
  const { episode, recording, sepsis } = state;
  const { stream, hours } = episode;
  const share = (p: number) => recorded(stream, hours, () => p * recording);
  const lactate = recorded(stream, hours, (hour) => {
    const worried = sepsis(hour) > RECORDED.worriedFrom;
    return (worried ? RECORDED.lactateWorried : RECORDED.lactate) * recording;
  });
  drawLogNormal(state, 'lactate', LABS.lactate.median, LABS.lactate, lactate);
  drawLogNormal(state, 'crp', LABS.crp.median, LABS.crp, share(RECORDED.crp));
  const count = drawLogNormal(state, 'platelets', LABS.platelets.median, LABS.platelets, share(RECORDED.bloodCount));
  drawLogNormal(state, 'wbc', LABS.wbc.median, LABS.wbc, count);
  const creatinine = LABS.creatinine.base + (LABS.creatinine.perYear * episode.ageMonths) / 12;
  drawLogNormal(state, 'creatinine', creatinine, LABS.creatinine, share(RECORDED.creatinine));
  drawLogNormal(state, 'glucose', LABS.glucose.median, LABS.glucose, share(RECORDED.glucose));
  drawLogNormal(state, 'bilirubin', LABS.bilirubin.median, LABS.bilirubin);
  drawLogNormal(state, 'inr', LABS.inr.median, LABS.inr);
  drawLogNormal(state, 'fibrinogen', LABS.fibrinogen.median, LABS.fibrinogen);
  drawLogNormal(state, 'd_dimer', LABS.dDimer.median, LABS.dDimer);
}
