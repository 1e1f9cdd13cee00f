import type { Failure } from '../words';

/** Failures of factor levels, bleeding rates and adherence. */
export const haemophilia: Record<string, Failure> = {
  'pk-stopped': { message: () => 'Pysäytettiin ennen loppua.', hint: () => 'Suorita solu uudelleen, kun haluat.' },
  'pk-model-unknown': {
    message: (v) => `Valmista mallia nimeltä ${v.name} ei ole.`,
    hint: (v) => `Valitse jokin näistä: ${v.known}.`
  },
  'pk-model-json': {
    message: () => 'Malli ei ole JSON-muodossa.',
    hint: () =>
      'Vertaa valmiiseen malliin: nimet ja tekstit kaksinkertaisissa lainausmerkeissä, ei pilkkua ennen loppusulkua.'
  },
  'pk-model-key-missing': {
    message: (v) => `Mallista puuttuu ${v.key}.`,
    hint: (v) => `Kirjoita ${v.key}: ${v.wanted}.`
  },
  'pk-model-key-unknown': {
    message: (v) => `Mallin kohta ${v.key} ei merkitse mitään.`,
    hint: (v) => (v.near ? `Tarkoititko ${v.near}?` : `Valitse näistä: ${v.known}.`)
  },
  'pk-model-value': {
    message: (v) => `Mallin kohta ${v.key} ei kelpaa. Tarvitaan: ${v.wanted}.`,
    hint: (v) => `Kirjoita kohtaan ${v.key}: ${v.wanted}.`
  },
  'pk-model-covariate': {
    message: (v) => `Mallin ${v.parameter} on tällä henkilöllä nolla tai pienempi.`,
    hint: () => 'Ikä tai paino on sen ulkopuolella, mitä malli voi kuvata.'
  },
  'pk-parameters-impossible': {
    message: () => 'Puhdistumat ja tilavuudet ovat niin suuria tai pieniä, ettei käyrää ole.',
    hint: () => 'Tarkista mallin luvut ja yksiköt, henkilöiden välinen hajonta ja entä jos -kerroin.'
  },
  'pk-person-impossible': {
    message: (v) => `Henkilön ${v.quantity} ei ole luku väliltä ${v.low}–${v.high} ${v.unit}.`,
    hint: (v) => `Anna ${v.quantity} yksikössä ${v.unit}.`
  },
  'pk-column-missing': {
    message: (v) => `Taulussa (${v.table}) ei ole saraketta ${v.column}.`,
    hint: (v) => `Anna sarakkeelle nimi ${v.column}; luetut sarakkeet ovat ${v.known}.`
  },
  'pk-column-type': {
    message: (v) => `Taulun (${v.table}) sarake ${v.column} on väärää tyyppiä. Tarvitaan: ${v.wanted}.`,
    hint: (v) => `Muunna sarake ${v.column} ensin.`
  },
  'pk-column-unit': {
    message: (v) => `Taulun (${v.table}) sarakkeen ${v.column} yksikkö ei ole mikään näistä: ${v.known}.`,
    hint: (v) => `Muunna ${v.column} ja kerro sen yksikkö: ${v.known}.`
  },
  'pk-columns-unequal': {
    message: (v) => `Sarakkeet ovat eripituisia (${v.table}).`,
    hint: () => 'Anna jokaiseen sarakkeeseen yksi arvo riviä kohti.'
  },
  'pk-value-missing': {
    message: (v) => `Taulun (${v.table}) riviltä ${v.row} puuttuu ${v.column}.`,
    hint: () => 'Täydennä se tai jätä rivi pois.'
  },
  'pk-time-impossible': {
    message: (v) => `Rivin ${v.row} aika ei ole luku tunteina (${v.table}).`,
    hint: () => 'Anna annosten ja pitoisuuksien tunnit samasta alusta.'
  },
  'pk-dose-impossible': {
    message: (v) =>
      `Annosrivin ${v.row} määrä ei ole nollaa suurempi luku, enintään ${String(v.most).replaceAll(',', '\u00a0')}.`,
    hint: () => 'Anna määrä yksikössä IU; jätä väliin jäänyt annos pois.'
  },
  'pk-duration-impossible': {
    message: (v) => `Annosrivin ${v.row} kesto ei ole nolla tai sitä suurempi luku.`,
    hint: () => 'Anna infuusion kesto tunteina, kerta-annokselle 0.'
  },
  'pk-doses-none': {
    message: () => 'Yhtään annosta ei ole.',
    hint: () => 'Anna vähintään yksi annos ennen pitoisuuksia.'
  },
  'pk-levels-none': {
    message: () => 'Yhtään pitoisuutta ei ole.',
    hint: () => 'Anna vähintään yksi pitoisuus tai katso tyypillisen henkilön käyrää.'
  },
  'pk-level-impossible': {
    message: (v) => `Rivin ${v.row} pitoisuus ei ole nolla tai sitä suurempi luku.`,
    hint: () => 'Anna pitoisuudet yksikössä IU/dL; merkitse määritysrajan alittava.'
  },
  'pk-level-unit': {
    message: (v) => `Rivin ${v.row} pitoisuuden yksikkö ei ole mikään näistä: ${v.known}.`,
    hint: (v) => `Muunna se johonkin näistä: ${v.known}.`
  },
  'pk-level-before-dose': {
    message: (v) => `Rivin ${v.row} pitoisuus mitattiin ennen ensimmäistä annosta, eikä omaa pitoisuutta ole.`,
    hint: () => 'Tarkista aika, lisää sitä edeltävä annos tai anna oma pitoisuus.'
  },
  'pk-level-at-dose': {
    message: (v) =>
      `Rivin ${v.row} pitoisuudella on täsmälleen boluksen aika: ei voi nähdä, otettiinko näyte ennen sitä vai sen jälkeen.`,
    hint: () =>
      'Anna näytteenoton aika: jäännöspitoisuudelle minuutti ennen annosta, huipulle myöhempi. Tai anna annokselle kesto.'
  },
  'pk-endogenous-impossible': {
    message: () => 'Oma pitoisuus ei ole luku väliltä 0–200 IU/dL.',
    hint: () => 'Kirjoita vaikeaan hemofiliaan esimerkiksi 0.'
  },
  'pk-residual-impossible': {
    message: () => 'Pitoisuuden virhe ei ole kaksi lukua nollasta ylöspäin, joista toinen on yli 0.',
    hint: () => 'Kirjoita esimerkiksi summautuva 1 IU/dL ja suhteellinen 0,15.'
  },
  'pk-option-impossible': {
    message: (v) => `Asetus ei kelpaa (${v.option}). Tarvitaan: ${v.wanted}.`,
    hint: (v) => `Valitse: ${v.wanted}.`
  },
  'pk-times-differ': {
    message: () => 'Annosten ja pitoisuuksien ajat ovat erilaisia: toisissa ajankohta, toisissa tunteja.',
    hint: () => 'Anna molemmat ajankohtina tai molemmat tunteina samasta alusta.'
  },
  'pk-nothing-given': {
    message: () => 'Ei ole annettua annosta eikä ajateltua.',
    hint: () => 'Anna annokset tai kysy, entä jos: määrä, väli ja kerrat.'
  },
  'pk-fit-not-converged': {
    message: () => 'Näille pitoisuuksille ei löytynyt todennäköisintä käyrää.',
    hint: () => 'Tarkista pitoisuudet, niiden ajat ja edeltävät annokset: ne voivat olla ristiriidassa.'
  },
  'pk-curve-large': {
    message: (v) => `${v.points} pistettä ja ${v.samples} otosta on liikaa yhdelle käyrälle.`,
    hint: () => 'Valitse pidempi askel, lyhyempi aika tai vähemmän otoksia.'
  },
  'bleeds-impossible': {
    message: (v) => `Rivin ${v.row} vuodot eivät ole kokonaisluku nollasta ylöspäin.`,
    hint: () => 'Anna vuotojen määrä seuranta-aikana.'
  },
  'bleeds-years-impossible': {
    message: (v) => `Rivin ${v.row} seurantavuodet eivät ole aika, jonka joku voisi olla seurannassa.`,
    hint: () => 'Tiheys tarvitsee seuranta-ajan: jätä pois ne, joita ei seurattu.'
  },
  'bleeds-person-repeated': {
    message: (v) => `Rivillä ${v.row} on henkilö, joka oli jo aiemmin.`,
    hint: () => 'Laske vuodot ja vuodet ensin yhteen: rivi henkilöä kohti.'
  },
  'bleeds-none': {
    message: () => 'Ei ole henkilöä, josta tiheyden voisi laskea.',
    hint: () => 'Anna vähintään yksi henkilö, jolla on seurantavuosia.'
  },
  'adherence-none': {
    message: () => 'Yhtään annosta ei suunniteltu.',
    hint: () => 'Toteutuminen on osuus suunnitelluista annoksista: anna vähintään yksi.'
  }
};
