import type * as en from '../en/settings';
import type { Words } from '../words';

export const settings: Words<typeof en.settings> = {
  title: 'Asetukset',
  lead: 'Ne koskevat tätä selainta, ja selain säilyttää ne. Ei tunnuksia, mitään ei lähetetä.',
  appearance: 'Ulkoasu',
  theme: 'Teema',
  themeHelp: 'Kuten järjestelmässä: vaalea tai tumma sen mukaan, kumpi laitteessa on valittu.',
  themeNow: (name) => `Teema: ${name}`,
  themes: { system: 'Kuten järjestelmässä', light: 'Vaalea', dark: 'Tumma' },
  language: 'Kieli',
  languageHelp: 'Käyttöliittymän kieli. Muistikirjat, aineistot ja koodi pysyvät ennallaan.',
  keyboard: 'Näppäimistö',
  singleKeys: 'Yhden näppäimen pikanäppäimet',
  singleKeysHelp:
    'Valitussa solussa yksi kirjain riittää: `b` lisää solun alle, `d` `d` poistaa. Poista käytöstä, jos ohjaat puheella tai näppäimiä painuu vahingossa. Pikanäppäimet, joissa on Ctrl, ⌘ tai Alt, jäävät käyttöön.',
  storage: 'Tämän selaimen säilyttämä',
  notebooks: 'Muistikirjoja',
  space: 'Tilaa käytössä',
  spaceOf: (used, most) => `${used}, enintään noin ${most}`,
  lasts: 'Kuinka kauan',
  lastsKept: 'Selain säilyttää ne, kunnes poistat ne.',
  lastsMayClear: 'Selain voi poistaa ne, kun levy on melkein täynnä.',
  askToKeep: 'Pyydä selainta säilyttämään ne',
  refusedToKeep: 'Selain ei suostunut. Lataa tiedostoksi se, minkä haluat varmasti säilyttää.',
  nothingKept: 'Ei mitään: ikkuna on yksityinen tai tallennus on estetty.',
  changed: 'Säilytetty.'
};
