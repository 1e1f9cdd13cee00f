import type { predict as english } from '../../en/statistics/predict';
import type { Words } from '../../words';
import { limits, range } from './sentence';

export const predict: Words<typeof english> = {
  methods: {
    roc: 'ROC-käyrä, AUC',
    'precision-recall': 'Osumatarkkuus ja herkkyys',
    calibration: 'Kalibraatio',
    'decision-curve': 'Päätöskäyrä',
    classification: 'Hälytykset kynnyksestä',
    performance: 'Suorituskyky bootstrapilla'
  },
  abouts: {
    roc: 'Kuinka hyvin pistemäärä asettaa tapaukset muiden edelle; kaksi pistemäärää samoilla riveillä.',
    'precision-recall': 'Harvinaisille tuloksille: moniko hälytys on oikea ja moniko tapaus hälytetään.',
    calibration: 'Pitävätkö ennustetut riskit paikkansa: keskimäärin, hajonnaltaan ja koko käyrällä.',
    'decision-curve': 'Kannattaako toimia ennustetun riskin mukaan ennemmin kuin kaikilla tai ei kenelläkään.',
    classification: 'Herkkyys, tarkkuus, PPV ja NPV, kun hälytetään kynnyksestä alkaen.',
    performance: 'AUC, keskimääräinen osumatarkkuus, Brierin pistemäärä ja kalibraatio; välit henkilöitä arpomalla.'
  },
  fields: {
    predicted_outcome: 'Tulos',
    score: 'Pistemäärä tai riski',
    second_score: 'Toinen pistemäärä',
    risk: 'Ennustettu riski',
    second_risk: 'Toinen riski',
    risk_or_score: 'Ennustettu riski',
    whose_rows: 'Henkilö',
    resamples: 'Uusiotoksia',
    seed: 'Siemenluku',
    risk_groups: 'Riskiryhmiä',
    span: 'Käyrän ikkuna',
    thresholds: 'Nettohyöty kynnyksillä',
    highest_threshold: 'Suurin kynnys',
    threshold: 'Kynnys',
    ici: 'Myös ICI'
  },
  help: {
    predicted_outcome: 'Kyllä, jos se tuli; ei, jos ei tullut: 1 ja 0, tai sanoina.',
    score: 'Mitä tahansa lukuja, sitä suurempia mitä todennäköisempi tulos.',
    second_score: 'Verrataan ensimmäiseen riveillä, joilla on molemmat.',
    risk: 'Todennäköisyyksiä 0–1: 2 % on 0.02.',
    second_risk: 'Piirretään ensimmäisen viereen riveiltä, joilla on molemmat.',
    risk_or_score: 'Todennäköisyyksiä 0–1. Muista pistemääristä vain AUC ja keskimääräinen osumatarkkuus.',
    whose_rows: 'Jos henkilöllä on monta riviä, kuten tunteja: välit lasketaan henkilöittäin.',
    resamples: 'Kuinka monta kertaa henkilöt arvotaan.',
    seed: 'Sama luku arpoo samat henkilöt.',
    risk_groups: 'Kussakin suunnilleen yhtä monta riviä, nousevan riskin mukaan.',
    span: 'Osuus riveistä, joita tasoitetun käyrän kukin kohta katsoo.',
    thresholds: 'Riskit, joista alkaen toimittaisiin: 0.1 on 10 %. Pois jätettynä 0.1.',
    threshold: 'Vähintään tämän suuruinen pistemäärä on hälytys.',
    ici: 'Kalibraatiokäyrän keskimääräinen etäisyys lävistäjästä; kestää kauan, jos rivejä on paljon.'
  },
  tests: { delong: 'DeLongin testi', 'auc-bootstrap': 'Erotus henkilöitä arpomalla' },
  facts: {
    'with-outcome': 'Tulos tuli',
    persons: 'Henkilöitä',
    prevalence: 'Tuloksen osuus',
    called: 'Hälytetty',
    resamples: 'Uusiotoksia',
    seed: 'Siemenluku'
  },
  says: {
    auc: (v) => `AUC, ${v.of}, tuloksena ${v.outcome}: ${v.estimate}${limits(v)}.`,
    'auc-differs': (v) =>
      `AUC-arvot eroavat (${v.first}, ${v.second}): ${v.first} miinus ${v.second} on ${v.estimate}${limits(v)}.`,
    'auc-alike': (v) =>
      `Aineisto ei osoita, että AUC-arvot eroaisivat (${v.first}, ${v.second}): ${v.first} miinus ${v.second} on ${v.estimate}${limits(v)}.`,
    youden: (v) =>
      `Youdenin kynnyksestä ${v.threshold} alkaen herkkyys on tässä aineistossa ${v.sensitivity} ja tarkkuus (spesifisyys) ${v.specificity} (${v.score}).`,
    'average-precision': (v) =>
      `Keskimääräinen osumatarkkuus, ${v.of}, tuloksena ${v.outcome}: ${v.estimate}${limits(v)}; mitään kertomaton pistemäärä saisi ${v.estimate2}.`,
    'calibration-more': (v) =>
      `Tulos ${v.outcome} tuli useammin kuin ${v.of} ennusti: ${v.events}/${v.n}, odotettuja ${v.expected}; havaittu suhteessa odotettuun ${v.estimate}${limits(v)}.`,
    'calibration-fewer': (v) =>
      `Tulos ${v.outcome} tuli harvemmin kuin ${v.of} ennusti: ${v.events}/${v.n}, odotettuja ${v.expected}; havaittu suhteessa odotettuun ${v.estimate}${limits(v)}.`,
    'calibration-as-many': (v) =>
      `Aineisto ei osoita, että tulos ${v.outcome} olisi tullut useammin tai harvemmin kuin ${v.of} ennusti: ${v.events}/${v.n}, odotettuja ${v.expected}; havaittu suhteessa odotettuun ${v.estimate}${limits(v)}.`,
    'calibration-too-extreme': (v) =>
      `Riskit ovat liian jyrkkiä, suuret liian suuria ja pienet liian pieniä: kulmakerroin ${v.estimate}${limits(v)}, oikea olisi 1.`,
    'calibration-too-alike': (v) =>
      `Riskit ovat liian samanlaisia, suuret liian pieniä ja pienet liian suuria: kulmakerroin ${v.estimate}${limits(v)}, oikea olisi 1.`,
    'calibration-spread-fits': (v) =>
      `Aineisto ei osoita, että riskit olisivat liian jyrkkiä tai liian samanlaisia: kulmakerroin ${v.estimate}${limits(v)}, oikea olisi 1.`,
    'calibration-off': (v) =>
      `Ennustettu riski on tasoitetulla käyrällä keskimäärin ${v.points} prosenttiyksikön päässä havaitusta osuudesta (ICI).`,
    'net-benefit-between': (v) =>
      `Riskin ${v.risk} mukaan toimimisesta on enemmän hyötyä kuin siitä, että toimitaan aina tai ei koskaan, kynnyksillä ${range(String(v.fromShare), String(v.toShare))}.`,
    'net-benefit-mostly': (v) =>
      `Riskin ${v.risk} mukaan toimimisesta on enemmän hyötyä kuin siitä, että toimitaan aina tai ei koskaan, kynnyksillä ${range(String(v.fromShare), String(v.toShare))} ja muutamalla niistä erillään.`,
    'net-benefit-never': (v) =>
      `Riskin ${v.risk} mukaan toimimisesta ei ole millään kynnyksellä enemmän hyötyä kuin siitä, että toimitaan aina tai ei koskaan.`,
    'net-benefit-at-more': (v) =>
      `Kun toimitaan, jos ${v.risk} on vähintään ${v.thresholdShare}, nettohyöty on ${v.estimate}${limits(v)}: enemmän kuin jos toimitaan aina (${v.estimate2}) tai ei koskaan (0).`,
    'net-benefit-at-not-more': (v) =>
      `Kun toimitaan, jos ${v.risk} on vähintään ${v.thresholdShare}, nettohyöty on ${v.estimate}${limits(v)}: ei enempää kuin jos toimitaan aina (${v.estimate2}) tai ei koskaan (0).`,
    'classification-finds': (v) =>
      `Kun ${v.score} on vähintään ${v.threshold}, hälytetään ${v.hits}/${v.events} niistä, joilla on ${v.outcome}: herkkyys ${v.estimate}${limits(v)}.`,
    'classification-leaves': (v) =>
      `Muista ei hälytetä ${v.right}/${v.others}: tarkkuus (spesifisyys) ${v.estimate}${limits(v)}.`,
    'classification-calls': (v) => `Hälytetyistä tulos on ${v.hits}/${v.calls}: PPV ${v.estimate}${limits(v)}.`,
    'classification-silent': (v) =>
      `Hälyttämättä jääneistä tulosta ei ole ${v.right}/${v.silent}: NPV ${v.estimate}${limits(v)}.`
  }
};
