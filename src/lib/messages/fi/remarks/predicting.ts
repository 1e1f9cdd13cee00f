import type { predicting as english } from '../../en/remarks/predicting';
import type { Words } from '../../words';
import { range } from '../statistics/sentence';
import { figure, p, percent } from './figures';

/** Remarks of what is told of predictions and of agreement as a whole. */
export const predicting: Words<typeof english> = {
  'prediction-youden-optimistic': (v) =>
    `Youdenin kynnys löydettiin tästä aineistosta, joten sen herkkyys ja tarkkuus ovat parempia kuin muualla.${v.ties === 1 ? '' : ` Yhtä hyviä kynnyksiä on ${figure(v.ties)}; niistä annetaan alin.`}`,
  'prediction-persons-resampled': (v) =>
    `Rivejä on ${figure(v.rows)} ja henkilöitä ${figure(v.persons)}: saman henkilön rivit muistuttavat toisiaan, joten arvottiin henkilöitä.${v.lower === undefined ? '' : ` DeLongin väli, joka pitää rivejä henkilöinä, olisi ${range(figure(v.lower), figure(v.upper))} (${v.score}): se voi olla aivan liian kapea.`}`,
  'prediction-no-interval': () =>
    'Väliä ei ole: toista tulosta on liian harvalla arvottavaksi. Ilmoita pelkkä estimaatti ja kuinka monta heitä oli.',
  'prediction-no-slope-certain': (v) =>
    `Riskejä, jotka ovat tasan 0 tai 1, on ${figure(v.rows)}, joten kalibraation kulmakerrointa ei ole. Pyydä mallilta pyöristämättömät riskit.`,
  'prediction-no-slope-constant': () => 'Kaikki riskit ovat samoja, joten kalibraation kulmakerrointa ei ole.',
  'prediction-no-slope-separation': () =>
    'Riskit erottavat tulokset täydellisesti, joten kalibraation kulmakertoimella ei ole äärellistä arvoa. Tarkista, ettei ennuste sisällä tulosta.',
  'prediction-no-slope-converged': () =>
    'Kalibraation malli ei supennut, joten kulmakerrointa ei ole. Katso riskejä, jotka ovat lähellä 0:aa tai 1:tä.',
  'prediction-no-curve': () => 'Rivejä on liian vähän tasoitettuun käyrään: katso riskiryhmiä.',
  'prediction-net-benefit-odds': () =>
    'Kynnys on arvovalinta: joka toimii 10 %:n riskistä alkaen, pitää yhden tapauksen menettämistä yhtä pahana kuin turhaa toimimista yhdeksällä. Valitse se ennen kuin katsot käyrää.',
  'prediction-threshold-before': () =>
    'Kynnyksen oletetaan valitun ennen tämän aineiston katsomista. Sen perusteella valittuna nämä mitat ovat liian hyviä.',
  'prediction-prevalence': (v) =>
    `PPV ja NPV pätevät, kun tulos on ${percent(v.share)}:lla niin kuin tässä; harvinaisemmassa PPV on pienempi.`,
  'prediction-not-risks': (v) =>
    `Arvoja, jotka eivät ole todennäköisyyksiä 0–1, on ${figure(v.rows)}, joten Brierin pistemäärää ja kalibraatiota ei ole.`,
  'prediction-rows-resampled': () =>
    'Jokainen rivi arvottiin henkilönä. Jos henkilöllä on monta riviä, nimeä henkilön sarake, tai välit ovat liian kapeat.',
  'prediction-rows-as-persons': () =>
    'Jokainen rivi lasketaan omaksi henkilökseen. Jos henkilöllä on useita rivejä, nimeä henkilöiden sarake, tai luottamusvälit ovat liian kapeat.',
  'prediction-model-not-refitted': () =>
    'Itse mallia ei sovitettu uudelleen: aineistossa, josta se tehtiin, se näyttää paremmalta kuin on.',
  'agreement-dependence-checked': (v) =>
    `Katsottiin, muuttuuko erotus mitattavan suuruuden mukana: tämä aineisto ei osoita sitä (${p(v.p)}).`,
  'agreement-normal-assumed': () =>
    'Rajat olettavat erotukset normaalisiksi. Katso kuvasta, onko muista erillään olevia arvoja tai pitkä häntä.',
  'agreement-repeated': (v) =>
    `Mittauspareja on ${figure(v.pairs)}; saman henkilön parit kuuluvat yhteen, ja todellinen arvo voi muuttua parista toiseen.`,
  'agreement-range-matters': () =>
    'Kerroin riippuu siitä, kuinka paljon henkilöt eroavat: samat virheet näyttävät pienemmiltä, kun henkilöt eroavat enemmän. Älä vertaa sitä ryhmien välillä, joiden vaihteluväli on eri.',
  'agreement-form-before': () =>
    'Muoto valitaan ennen katsomista: sen mukaan, keitä arvioijat ovat ja käytetäänkö yhtä arviota vai keskiarvoa. Muut ovat muotojen taulussa.',
  'agreement-order': (v) => `Painot noudattavat tätä luokkien järjestystä: ${v.levels}.`
};
