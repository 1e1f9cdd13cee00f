import type { figures as english } from '../../en/statistics/figures';
import type { Words } from '../../words';
import { count } from '../figures';

export const figures: Words<typeof english> = {
  forest: {
    title: (measure, level) => `${measure} ja ${level}:n väli`,
    description: (measure, rows) => `Metsäkuvio, ${measure}. ${rows}`,
    key: { estimate: 'Estimaatti ja väli', pooled: 'Yhdistetty', none: 'Ei vaikutusta' },
    log: 'logaritmisella akselilla',
    open: 'Nuoli: väli jatkuu.'
  },
  steps: {
    titles: { survival: 'Elossaolo', incidence: 'Kumulatiivinen ilmaantuvuus' },
    axis: { survival: 'Ilman tapahtumaa', incidence: 'Tapahtuma tullut' },
    time: (unit) => (unit === undefined ? 'Aika' : `Aika, ${unit}`),
    atRisk: 'Riskissä',
    censored: 'Seuranta päättyi',
    band: 'Väli',
    description: (what, curves, times) => `${what}: ${count(curves)} ryhmää, ${times} saakka.`
  }
};
