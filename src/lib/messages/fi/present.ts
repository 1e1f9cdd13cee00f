import type * as en from '../en/present';
import type { Words } from '../words';
import { counted } from './figures';

export const present: Words<typeof en.present> = {
  label: 'Esitys',
  slide: (n, of) => `Dia ${n} / ${of}`,
  goTo: (n, title) => (title === '' ? `Dia ${n}` : `Dia ${n}: ${title}`),
  next: 'Seuraava dia',
  previous: 'Edellinen dia',
  leave: 'Poistu esityksestä',
  rowsHidden: 'Rivit piilossa',
  rowsShown: 'Rivit näkyvissä',
  showRows: 'Näytä',
  hideRows: 'Piilota rivit',
  hidden: (rows) => `${counted(rows, 'rivi', 'riviä')} piilossa esityksen ajan`,
  hiddenValues: 'Yksittäisten henkilöiden arvot ovat piilossa esityksen ajan',
  choosing: (digits) => `Dia ${digits} …`,
  none: 'Ei vielä esitettävää: muistikirjassa ei ole soluja.',
  notes: 'Muistiinpanot',
  noNotes: 'Tällä dialla ei ole muistiinpanoja.',
  nextIs: (title) => `Seuraavaksi: ${title}`,
  last: 'Tämä on viimeinen dia.',
  failed: 'Epäonnistui:',
  details: 'Lisätiedot',
  blank: 'Ruutu on tyhjä. Mikä tahansa näppäin tuo dian takaisin.'
};
