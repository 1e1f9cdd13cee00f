import { TREATMENT, VASOACTIVE } from './constants';
import type { EpisodeState } from './hours';
import { mapNorm } from './norms';

/** Agents begun together. Hours of the stay, the end exclusive and within the stay. */
export interface VasoactiveRun {
  from: number;
  to: number;
  agents: readonly string[];
}

/** Vasoactive agents: begun when the true mean pressure is low and none is running. */
export function drawVasoactives(state: EpisodeState, meanPressure: Float64Array) {
  const { episode, sepsis } = state;
  const { stream, hours, ageMonths } = episode;
  const low = VASOACTIVE.mapBelow * mapNorm(ageMonths);
  const counts = new Uint8Array(hours);
  const runs: VasoactiveRun[] = [];
  for (let hour = 0; hour < hours;) {
    const begun =
      (meanPressure[hour] as number) <= low
        ? Math.min(VASOACTIVE.most, stream.poisson(VASOACTIVE.mean + VASOACTIVE.sepsis * sepsis(hour)))
        : 0;
    if (begun === 0) {
      hour += 1;
      continue;
    }
    const to = Math.min(hours, hour + VASOACTIVE.hours);
    const first = stream.integer(0, TREATMENT.agents.length);
    const agents = Array.from(
      { length: begun },
      (_, position) => TREATMENT.agents[(first + position) % TREATMENT.agents.length] as string
    );
    counts.fill(begun, hour, to);
    runs.push({ from: hour, to, agents });
    hour = to;
  }
  return { counts, runs };
}
