import type { Values } from '$workers/shared/errors';
import type * as en from '../en/engines';
import type { Words } from '../words';

// A name of each case that a sentence needs: Finnish has no word "in".
const engines: Record<string, { name: string; inside: string }> = {
  data: { name: 'Tietomoottori', inside: 'tietomoottorissa' },
  clinical: { name: 'Simulaattori', inside: 'simulaattorissa' },
  statistics: { name: 'Tilastomoottori', inside: 'tilastomoottorissa' },
  layout: { name: 'Piirtomoottori', inside: 'piirtomoottorissa' },
  sandbox: { name: 'Koodimoottori', inside: 'koodimoottorissa' }
};
const name = (v: Values) => engines[String(v.name)]?.name ?? `Moottori ${v.name}`;
/** Two rooms stop a cell under one code; only the engines' clients say in which engine. */
const inside = (v: Values) => (v.name ? ` ${engines[String(v.name)]?.inside ?? ''}`.trimEnd() : '');

export const engineFailures: Words<typeof en.engineFailures> = {
  stopped: {
    message: (v) => (v.name ? `Pysäytetty${inside(v)}.` : 'Pysäytetty ennen loppua.'),
    hint: () => 'Suorita solu uudelleen, kun haluat.'
  },
  'engine-restarted': {
    message: (v) => `${name(v)} käynnistettiin uudelleen, joten tämä jäi kesken.`,
    hint: () => 'Suorita solu uudelleen.'
  },
  'engine-not-started': {
    message: (v) => `${name(v)} ei käynnistynyt tässä selaimessa.`,
    hint: () => 'Lataa sivu uudelleen. Jos se ei auta, käytä uutta Chromiumia, Firefoxia tai Safaria.'
  },
  'engine-crashed': {
    message: (v) =>
      v.name ? `${name(v)} kaatui tässä solussa ja käynnistettiin uudelleen.` : 'Tietomoottori kaatui tässä solussa.',
    hint: () => 'Valitse vähemmän rivejä tai sarakkeita, ennen kuin suoritat solun uudelleen.'
  },
  'engine-closed': {
    message: (v) => `${name(v)} suljettiin muistikirjan mukana.`,
    hint: () => 'Avaa muistikirja uudelleen.'
  },
  'code-request': {
    message: () => 'Koodi pyysi muistikirjalta jotain, mitä se ei anna.',
    hint: () => 'Käytä tauluja niiden nimellä ja kyselyissä merkintää `sql`.'
  },
  'code-value-lost': {
    message: (v) => `Arvo \`${v.name}\` katosi, kun koodimoottori käynnistettiin uudelleen.`,
    hint: (v) => `Suorita solu, joka tuottaa arvon \`${v.name}\`.`
  }
};
