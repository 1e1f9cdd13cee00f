import type { Failure } from '../../words';
import { measureName } from './measures';
import { figure, many, phrase } from './phrases';

const measure = (value: string | number | undefined) => {
  const text = phrase(value);
  return text === String(value) ? measureName(value) : text;
};

/** Failures of prediction, of propensity scores and of imputation. */
export const predicting: Record<string, Failure> = {
  'prediction-no-rows': {
    message: () => 'Millään rivillä ei ole sekä tulosta että ennustetta.',
    hint: () => 'Tarkista, mitkä sarakkeista ovat tyhjiä.'
  },
  'prediction-one-class': {
    message: (v) =>
      `Tulos on sama kaikilla riveillä (${figure(v.rows)}), joten ei ole määritelty: ${measure(v.measure)}.`,
    hint: () => 'Valitse aineisto, jossa tulos sekä esiintyy että jää esiintymättä ainakin kerran.'
  },
  'prediction-risk-range': {
    message: (v) => `Ennustetuista riskeistä ${figure(v.rows)} ei ole nollan ja ykkösen välillä.`,
    hint: () =>
      'Anna todennäköisyyksiä: 2 % on 0.02. Pistemäärälle, joka ei ole todennäköisyys, sopivat ROC-käyrä ja tarkkuus–saanti-käyrä.'
  },
  'prediction-risk-certain': {
    message: (v) => `Ennustetuista riskeistä ${figure(v.rows)} on tasan 0 tai 1, joten niiden logit on ääretön.`,
    hint: () => 'Pyydä mallilta pyöristämättömät riskit, tai käytä kalibraatiokäyrää, joka ei tarvitse logitteja.'
  },
  'prediction-log-loss-endless': {
    message: (v) =>
      `Varmana ennustettu tulos ei toteutunut, joten logaritminen tappio on ääretön: ${many(v.rows, 'rivi', 'riviä')}.`,
    hint: () => 'Pyydä mallilta pyöristämättömät riskit, tai käytä Brierin pistemäärää.'
  },
  'prediction-risk-constant': {
    message: () => 'Kaikki ennustetut riskit ovat samat, joten kalibraation kulmakerrointa ei ole.',
    hint: () => 'Vertaa sen sijaan riskien keskiarvoa havaittuun osuuteen.'
  },
  'prediction-separation': {
    message: () =>
      'Ennustetut riskit erottavat tulokset täydellisesti, joten kalibraation kulmakertoimella ei ole äärellistä arvoa.',
    hint: () => 'Tarkista, ettei ennuste sisällä tulosta; katso sen sijaan kalibraatiokäyrää.'
  },
  'prediction-not-converged': {
    message: () => 'Kalibraatiomalli ei asettunut.',
    hint: () => 'Katso kalibraatiokäyrää ja riskejä, jotka ovat hyvin lähellä nollaa tai ykköstä.'
  },
  'prediction-threshold-range': {
    message: (v) => `${phrase(v.of)} raja-arvo ${phrase(v.rule)}.`,
    hint: () => 'Kirjoita 10 % muodossa 0.1.'
  },
  'prediction-span-range': {
    message: () => 'Kalibraatiokäyrän ikkuna on osuus riveistä: suurempi kuin 0, enintään 1.',
    hint: () => 'Ota 0.75, kuten julkaisuissa.'
  },
  'prediction-span-few': {
    message: (v) => `Ikkunaan mahtuu ${many(v.rows, 'rivi', 'riviä')}: paikallinen käyrä vaatii vähintään 4.`,
    hint: () => 'Anna enemmän rivejä tai leveämpi ikkuna.'
  },
  'prediction-groups-range': {
    message: () => 'Riskiryhmien määrä on kokonaisluku, 2–1 000.',
    hint: () => 'Ota 10.'
  },
  'prediction-bootstrap-options': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => 'Ota 2 000 uusiotosta ja siemenluvuksi mikä tahansa kokonaisluku nollasta alkaen.'
  },
  'prediction-bootstrap-undefined': {
    message: (v) =>
      `Mittaa ei ollut määritelty kaikissa uusiotoksissa (${figure(v.failed)}/${figure(v.resamples)} puuttuu): ${measure(v.measure)}.`,
    hint: () =>
      'Toista tulosta on liian harvalla, jotta uusiotokset antaisivat luottamusvälin: ilmoita vain piste-estimaatti.'
  },
  'prediction-one-person': {
    message: () => 'Kaikki rivit ovat saman henkilön, joten henkilöistä ei voi ottaa uusiotoksia.',
    hint: () => 'Anna useamman henkilön rivejä.'
  },
  'propensity-one-class': {
    message: (v) => `Täydellisillä riveillä (${figure(v.rows)}) ei ole ketään, joka on ${phrase(v.group)}.`,
    hint: () => 'Tarkista hoidon sarake, ja mitkä sarakkeista ovat tyhjiä.'
  },
  'propensity-positivity': {
    message: (v) =>
      `Propensiteettipistemääristä ${figure(v.rows)} ei ole nollan ja ykkösen välissä, kumpikaan ei kelpaa: näitä henkilöitä ei olisi voitu hoitaa toisin.`,
    hint: () => 'Rajaa kysymys henkilöihin, jotka olisivat voineet saada kumman tahansa hoidon.'
  },
  'propensity-separated': {
    message: (v) =>
      `Sarake ${phrase(v.column)} ratkaisee yksin hoidon: sen toisella puolella kaikki hoidettiin tai ei ketään.`,
    hint: () => 'Heitä ei voi verrata kehenkään. Rajaa kysymys henkilöihin, jotka olisivat voineet saada kumman tahansa hoidon.' // prettier-ignore
  },
  'propensity-apart': {
    message: () => 'Hoidettujen ja hoitamattomien pistemäärät eivät mene lainkaan päällekkäin.',
    hint: () => 'Ei ole ketään, johon verrata. Rajaa kysymys henkilöihin, jotka olisivat voineet saada kumman tahansa hoidon.' // prettier-ignore
  },
  'propensity-no-match': {
    message: () => 'Yhdellekään hoidetulle ei löydy verrokkia sallitun eron sisältä.',
    hint: () => 'Ryhmät eivät mene päällekkäin. Kasvata sallittua eroa vain, jos pistemäärät ovat silti samanlaisia.'
  },
  'propensity-option': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => 'Korjaa luku, tai jätä se pois.'
  },
  'propensity-trimmed': {
    message: () => 'Rajaamisen jälkeen toisessa ryhmässä ei ole ketään.',
    hint: () => 'Ota väljemmät rajat.'
  },
  'propensity-no-error': {
    message: () => 'Tulos on sama kaikilla vertailussa: virhettä ei voi arvioida.',
    hint: () => 'Valitse toinen tulos.'
  },
  'imputation-too-few': {
    message: (v) =>
      `Täydennettyjä aineistoja on liian vähän (${figure(v.completed)}): vähintään 2 tarvitaan, jotta niiden erot näkyvät.`,
    hint: () => 'Ota 20, tai yhtä monta kuin vajaita rivejä on prosentteina.'
  },
  'imputation-unlike': {
    message: () => 'Täydennettyjen aineistojen sovituksilla on eri kertoimet.',
    hint: () => 'Luokka, joka on vain osassa niistä, jätetään pois mallista tai yhdistetään toiseen.'
  },
  'imputation-error': {
    message: (v) => `Estimaatilla ${v.name} ei ole keskivirhettä yhdessä täydennetyistä aineistoista.`,
    hint: () => 'Yhdistä estimaatteja, joilla on keskivirhe: mediaaneilla ja tarkoilla rajoilla sitä ei ole.'
  },
  'imputation-degrees': {
    message: () => 'Täydellisen aineiston vapausasteet ovat luku, joka on suurempi kuin 0.',
    hint: () => 'Anna rivien määrä miinus kertoimien määrä, tai jätä se pois, jos aineisto on suuri.'
  },
  'imputation-option': {
    message: (v) => `${phrase(v.option)} ${phrase(v.rule)}.`,
    hint: () => 'Korjaa luku, tai jätä se pois, jos sillä on oletus.'
  },
  'imputation-method': {
    message: (v) => `Saraketta ${v.column} ei voi täydentää menetelmällä ${v.method}.`,
    hint: () =>
      'Luvuille sopivat pmm ja norm, kyllä/ei-sarakkeille logreg. Sanoja, joilla on kolme luokkaa tai enemmän, ei voi täydentää.'
  },
  'imputation-observed': {
    message: (v) =>
      `Sarakkeessa ${v.column} on ${many(v.rows, 'arvo', 'arvoa')}: liian vähän, jotta muut voisi täydentää niistä.`,
    hint: () => 'Jätä sarake pois, tai täydennä se harvemmasta sarakkeesta.'
  },
  'imputation-one-class': {
    message: (v) => `Sarakkeen ${v.column} tunnetut arvot ovat kaikki samat.`,
    hint: () => 'Jätä sarake pois.'
  },
  'imputation-complete': {
    message: () => 'Näistä sarakkeista ei puutu mitään.',
    hint: () => 'Analysoi ne sellaisinaan.'
  },
  'imputation-predictor': {
    message: (v) =>
      `Sarake ${v.column} ei auta täydentämään muita: siinä ei ole lukuja, kyllä/ei-arvoja eikä sanoja, joilla on enintään ${figure(v.most)} luokkaa.`,
    hint: () => 'Jätä tunnisteet ja ajankohdat pois.'
  },
  'imputation-not-fitted': {
    message: (v) => `Mallia, joka täydentää sarakkeen ${v.column}, ei voitu sovittaa.`,
    hint: () => 'Jätä pois sarakkeet, jotka toistavat toisensa, tai käytä menetelmää pmm.'
  }
};
