import type { names as english } from '../../en/statistics/names';
import type { Words } from '../../words';

export const names: Words<typeof english> = {
  pooled: 'Yhdistetty',
  prediction: 'Seuraava tutkimus',
  power: 'Voima',
  'first-group': 'Ensimmäinen ryhmä',
  'second-group': 'Toinen ryhmä',
  pairs: 'Parit',
  persons: 'Henkilöt',
  clusters: 'Rypäät',
  events: 'Tapahtumat',
  'person-time': 'Henkilöaika',
  'age-from': 'Ikä päivästä',
  'change of level': 'Tason muutos',
  'change of slope': 'Kulmakertoimen muutos',
  slope: 'Kulmakerroin ennen',
  intercept: 'Taso alussa'
};
