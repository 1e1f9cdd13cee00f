import type { Failure } from '../../words';
import { figure, many, phrase } from './phrases';

const correctNumber = 'Korjaa luku, tai jätä se pois, jos sillä on oletus.';
const tenEach = 'Jätä kovariaatteja pois: tapahtumia toivotaan noin kymmenen kerrointa kohti.';
const groupColumn = 'Valitse sarake, joka erottaa ryhmät, ja tarkista, millä ryhmillä on kaikki arvot.';

/** Failures of survival analysis and of competing risks. */
export const survival: Record<string, Failure> = {
  'survival-rows-none': {
    message: () => 'Millään rivillä ei ole kaikkia tarvittavia arvoja.',
    hint: () => 'Tarkista, mitkä sarakkeista ovat tyhjiä, ja sitä ennen suodattimet.'
  },
  'survival-unlike': {
    message: () => 'Sarakkeissa on eri määrä rivejä.',
    hint: () => 'Ota kaikki samasta taulusta.'
  },
  'survival-time-negative': {
    message: (v) => `Aika on alle 0: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Aika lasketaan seurannan alusta. Tarkista näiden rivien päivämäärät.'
  },
  'survival-time-large': {
    message: (v) => `Aika on yli 1e100: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Etsi lukua, joka tarkoittaa puuttuvaa aikaa.'
  },
  'survival-stop-before-start': {
    message: (v) => `Väli loppuu alkuunsa tai ennen sitä: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Väli alkaa heti alkuhetkensä jälkeen ja päättyy loppuhetkeensä. Tarkista nämä rivit, tai jätä ne pois.'
  },
  'survival-status-other': {
    message: (v) => `Tila ei ole mikään koodeista nollasta alkaen: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Kirjoita 1, kun tapahtuma on, ja 0, kun seuranta on sensuroitu.'
  },
  'survival-no-event': {
    message: () => 'Kenelläkään ei ollut tapahtumaa.',
    hint: () => 'Tarkista tilan koodaus. Ilman tapahtumaa mitään ei voi verrata.'
  },
  'survival-options': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => correctNumber
  },
  'survival-tau-beyond': {
    message: (v) =>
      `Keskiarvoa pyydetään aikaan ${figure(v.tau)} asti, mutta ryhmää ${v.group} seurattiin vain aikaan ${figure(v.last)}.`,
    hint: () => 'Ota lyhin ryhmien viimeisistä ajoista, tai aiempi aika.'
  },
  'survival-means-no-spread': {
    message: () => 'Kaikilla oli tapahtuma samoina aikoina: mikään ei kerro, kuinka varmoja keskimääräiset ajat ovat.',
    hint: () => 'Tarkista ajat: onko ne pyöristetty, tai ovatko ne kaikki samoja?'
  },
  'survival-no-time': {
    message: (v) => `Ryhmällä ${v.group} ei ole seuranta-aikaa nollan jälkeen.`,
    hint: () => 'Keskiarvo johonkin aikaan asti vaatii aikoja, jotka ovat suurempia kuin 0.'
  },
  'survival-one-group': {
    message: () => 'Verrattavia ryhmiä on vain yksi.',
    hint: () => groupColumn
  },
  'survival-not-comparable': {
    message: () => 'Minkään tapahtuman hetkellä riskijoukossa ei ollut kahden ryhmän henkilöitä.',
    hint: () => 'Tarkista ositteet ja ajat: ryhmiä ei seurattu koskaan rinnakkain.'
  },
  'survival-groups-two': {
    message: (v) => `Erotus on kahden ryhmän välinen; ryhmiä on ${figure(v.groups)}.`,
    hint: () => 'Jätä aineistoon kaksi ryhmää.'
  },
  'survival-design': {
    message: (v) =>
      `Asetelmassa on ${many(v.values, 'arvo', 'arvoa')}: ${many(v.rows, 'rivi', 'riviä')} ja ${many(v.terms, 'termi', 'termiä')}.`,
    hint: () => 'Anna yksi sarake termiä kohti, kukin yhtä pitkä kuin ajat.'
  },
  'survival-terms-none': {
    message: () => 'Mallissa ei ole termiä.',
    hint: () => 'Valitse ainakin yksi kovariaatti. Ilman kovariaatteja sopii Kaplanin ja Meierin käyrä.'
  },
  'survival-too-few': {
    message: (v) => `Tapahtumia (${figure(v.events)}) on liian vähän: ${many(v.terms, 'kerroin', 'kerrointa')}.`,
    hint: () => tenEach
  },
  'survival-collinear': {
    message: (v) => `Mikään termeistä ei vaihtele riskijoukkojen sisällä: ${v.terms}.`,
    hint: () => 'Valitse kovariaatteja, jotka eroavat saman ositteen henkilöiden välillä.'
  },
  'survival-large': {
    message: (v) => `Termin ${v.term} arvot ovat liian suuria tai liian lähellä toisiaan korotettaviksi neliöön.`,
    hint: () => 'Etsi mahdotonta arvoa tai käytä toista yksikköä.'
  },
  'survival-no-finite-estimate': {
    message: (v) => `Termillä ${v.term} ei ole äärellistä kerrointa: uskottavuus kasvaa sen mukana rajatta.`,
    hint: () =>
      'Jollakin sen ryhmistä ei ehkä ole yhtään tapahtumaa, tai kaikki varhaiset ovat sen. Yhdistä ryhmiä, tai jätä termi pois.'
  },
  'survival-not-converged': {
    message: (v) => `Sovitus ei asettunut: ${many(v.iterations, 'askel', 'askelta')}.`,
    hint: () => 'Etsi äärimmäisiä arvoja ja kovariaatteja, jotka lähes toistavat toisensa.'
  },
  'survival-weights': {
    message: (v) => `Painoista ${figure(v.rows)} ei ole välillä 1e-100–1e100.`,
    hint: () => 'Jätä painottomat rivit pois.'
  },
  'survival-clusters': {
    message: () => 'Yhdellä ryppäällä ei ole ryppäiden välistä hajontaa.',
    hint: () => 'Valitse sarake, joka nimeää henkilöt tai sairaalat, joihin rivit kuuluvat.'
  },
  'survival-not-finite': {
    message: () => 'Vaara näillä kovariaattien arvoilla on suurempi kuin mihin luku riittää.',
    hint: () => 'Ota arvoja, jotka ovat lähellä aineiston arvoja, kuten keskiarvot.'
  },
  'survival-ph-times': {
    message: () => 'Kaikki tapahtumat ovat samalta hetkeltä: vaarojen verrannollisuutta ei voi nähdä.',
    hint: () => 'Ota tarkempia aikoja.'
  },
  'competing-causes': {
    message: () => 'Yhtään seurannan päättymisen syytä ei ole nimetty.',
    hint: () => 'Nimeä syyt koodiensa järjestyksessä: 1, 2 ja niin edelleen; 0 on sensuroitu.'
  },
  'competing-cause-unknown': {
    message: (v) => `Syytä ${v.cause} ei ole; syyt ovat 1–${figure(v.causes)}.`,
    hint: () => 'Valitse jokin syistä.'
  },
  'competing-options': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => correctNumber
  },
  'competing-no-event': {
    message: (v) => `Kenelläkään ei ollut tapahtumaa ${v.cause}.`,
    hint: () => 'Tarkista syiden koodaus.'
  },
  'competing-one-group': {
    message: () => 'Verrattavia ryhmiä on vain yksi.',
    hint: () => groupColumn
  },
  'competing-not-comparable': {
    message: () => 'Ryhmien seuranta-ajat eivät osu riittävästi päällekkäin, jotta niitä voisi verrata.',
    hint: () => 'Tarkista, seurattiinko yhtä ryhmää vasta toisten seurannan päätyttyä.'
  },
  'competing-too-few': {
    message: (v) => `Tapahtumia (${figure(v.events)}) on liian vähän: ${many(v.terms, 'kerroin', 'kerrointa')}.`,
    hint: () => tenEach
  },
  'competing-not-finite': {
    message: () => 'Vaara näillä kovariaattien arvoilla on suurempi kuin mihin luku riittää.',
    hint: () => 'Ota arvoja, jotka ovat lähellä aineiston arvoja.'
  },
  'competing-values': {
    message: (v) => `Arvoja on annettu ${figure(v.values)}, termejä on ${figure(v.terms)}.`,
    hint: () => 'Anna yksi luku mallin termiä kohti, samassa järjestyksessä.'
  }
};
