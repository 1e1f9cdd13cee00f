import type { Values } from '$workers/shared/errors';
import type { relate as english, relateFigures as englishFigures } from '../../en/statistics/relate';
import type { Words } from '../../words';
import { counted } from '../figures';
import { limits } from './sentence';

const where = (v: Values) => (v.where === undefined ? '' : `, kun ${v.where}`);
const outcomeUnit = (v: Values) => (v.outcomeUnit === '' ? '' : `\u00a0${v.outcomeUnit}`);
const coefficients: Readonly<Record<string, string>> = { pearson: 'Pearsonin', spearman: 'Spearmanin', kendall: 'Kendallin' }; // prettier-ignore
const among: Readonly<Record<string, string>> = {
  matched: 'Kaltaistettujen joukossa',
  ate: 'Kaikkien kaltaisiksi painotettuina',
  att: 'Hoidettujen kaltaisiksi painotettuina',
  overlap: 'Painotettuina niihin, jotka olisivat voineet saada kumman tahansa'
};

export const relate: Words<typeof english> = {
  methods: {
    linear: 'Lineaarinen regressio',
    logistic: 'Logistinen regressio',
    firth: 'Logistinen regressio Firthin sakolla',
    poisson: 'Poisson-regressio',
    'negative-binomial': 'Negatiivinen binomiregressio',
    ordinal: 'Järjestysregressio',
    'linear-mixed': 'Lineaarinen sekamalli',
    'logistic-mixed': 'Logistinen sekamalli',
    correlation: 'Korrelaatio',
    'propensity-matching': 'Kaltaistus propensiteettipisteillä',
    'propensity-weighting': 'Painotus propensiteettipisteillä',
    'interrupted-series': 'Keskeytetty aikasarja'
  },
  abouts: {
    linear: 'Miten luvun keskiarvo eroaa sen mukaan, mikä voi selittää sitä.',
    logistic: 'Vetosuhteet, kun tulos on kyllä tai ei.',
    firth: 'Vetosuhteet, jotka pysyvät äärellisinä, kun tapahtumia on vähän tai jokin sarake erottaa tulokset.',
    poisson: 'Lukumäärien ilmaantuvuussuhteet, esimerkiksi vuotoja vuodessa.',
    'negative-binomial': 'Ilmaantuvuussuhteet, kun lukumäärät vaihtelevat enemmän kuin Poissonin malli odottaa.',
    ordinal: 'Korkeamman luokan vetosuhteet, esimerkiksi lievä, keskivaikea, vaikea.',
    'linear-mixed': 'Miten keskiarvo eroaa, kun saman sairaalan tai henkilön rivit ovat samankaltaisia.',
    'logistic-mixed': 'Vetosuhteet ryhmän sisällä, kun saman sairaalan tai henkilön rivit ovat samankaltaisia.',
    correlation: 'Kuinka kiinteästi luvut kulkevat yhdessä, pari kerrallaan.',
    'propensity-matching': 'Vertaa hoidettuja muihin, joita olisi hoidettu yhtä todennäköisesti, henkilö henkilöltä.',
    'propensity-weighting': 'Vertaa hoidettuja muihin niin painotettuina, että ryhmät ovat samanlaiset.',
    'interrupted-series': 'Muuttuiko sarjan taso tai kulmakerroin, kun jotakin otettiin käyttöön.'
  },
  fields: {
    outcome: 'Tulos',
    exposure: 'Seuranta-aika',
    errors: 'Keskivirheet',
    outcome_order: 'Matalasta korkeaan',
    random_group: 'Ryhmät',
    criterion: 'Estimointi',
    quadrature: 'Integrointipisteitä',
    correlated: 'Sarakkeet',
    coefficient: 'Kerroin',
    treatment: 'Hoito',
    treatment_is: 'Hoito on',
    match_ratio: 'Verrokkeja kutakin kohti',
    caliper: 'Suurin sallittu ero',
    match_again: 'Verrokki useasti',
    estimand: 'Kenen vaikutus',
    truncate: 'Painojen katkaisu',
    series_value: 'Arvo',
    series_start: 'Muutos pisteestä',
    series_time: 'Järjestys',
    series_lag: 'Viive',
    impute: 'Täydennä puuttuvat',
    datasets: 'Aineistoja',
    iterations: 'Kierroksia',
    impute_seed: 'Siemenluku'
  },
  help: {
    outcome: 'Sarake, jota selitetään.',
    exposure: 'Rivin aika tai henkilövuodet: lukumääristä tulee ilmaantuvuuksia.',
    errors: 'HC1 ja HC3 pätevät, kun jäännökset eivät vaihtele yhtä paljon.',
    outcome_order: 'Luokat, jotka ovat sanoja, matalimmasta korkeimpaan.',
    random_group:
      'Sairaalat, osastot tai henkilöt: kukin saa oman leikkauspisteensä. Vähintään kolme, mielellään kymmenen tai enemmän.',
    criterion: 'Suurinta uskottavuutta tarvitaan vain, kun verrataan eri selittäjien malleja.',
    quadrature: 'Useammat ovat tarkempia ja hitaampia; 1 on Laplacen approksimaatio.',
    correlated: 'Kaksi lukusaraketta tai useampia: silloin jokainen pari, p-arvot Holmin tapaan korjattuina.',
    coefficient: 'Spearmanin ja Kendallin kertoimet käyttävät järjestyslukuja, joten yksittäiset kaukaiset arvot painavat vähän.', // prettier-ignore
    treatment: 'Kyllä, jos hoidettiin, ei, jos ei: 1 ja 0.',
    treatment_is: 'Jos sarakkeessa on sanoja: se, joka tarkoittaa hoidettua.',
    propensity_predictors: 'Se, mikä tiedettiin ennen hoitoa ja saattoi ratkaista sen.',
    match_ratio: 'Hoitamattomia kutakin hoidettua kohti.',
    caliper: 'Parin suurin ero pistemäärän logitin keskihajontoina.',
    match_again: 'Yksi hoitamaton voi vastata useaa hoidettua.',
    estimand: 'Ketä vaikutus koskee.',
    truncate: '0.01 katkaisee painot ensimmäiseen ja 99. persentiiliin.',
    series_value: 'Rivi jokaista aika-askelta kohti, mikään ei puutu.',
    series_start: 'Ensimmäinen piste muutoksen jälkeen, ykkösestä laskien.',
    series_time: 'Sarake, jonka mukaan rivit järjestetään. Tyhjänä: kuten ne ovat.',
    series_lag: 'Näin monen askeleen päässä olevat pisteet voivat riippua toisistaan. Tyhjänä: sarjan pituuden mukaan.',
    impute: 'Kun kaikki kolme ovat tyhjiä, vajaat rivit jätetään pois. Kirjoita niistä jokin, vaikka 20 aineistoa: silloin puuttuvat täydennetään monta kertaa muiden sarakkeiden avulla, kun puuttuminen oletetaan satunnaiseksi (MAR).', // prettier-ignore
    datasets: 'Yhtä monta kuin prosenttia riveistä on vajaita; tyhjänä 20.',
    iterations: 'Kierroksia sarakkeiden läpi; tyhjänä 10.',
    impute_seed: 'Sama siemenluku täydentää samoin; tyhjänä 1.'
  },
  choices: {
    model: 'mallin omat',
    HC0: 'robustit, HC0',
    HC1: 'robustit, HC1',
    HC3: 'robustit, HC3',
    wald: 'Wald',
    profile: 'uskottavuuden profiili',
    mixed_reml: 'rajoitettu suurin uskottavuus',
    mixed_ml: 'suurin uskottavuus',
    pearson: 'Pearson',
    spearman: 'Spearman',
    kendall: 'Kendall',
    ate: 'kaikki',
    att: 'hoidetut',
    overlap: 'ne, jotka olisivat voineet saada kumman tahansa'
  },
  tests: {
    term: 'Koko termi',
    overall: 'Kaikki termit',
    'normal-residuals': 'Jäännösten normaalisuus (Shapiro–Wilk)',
    'equal-spread': 'Jäännösten tasainen vaihtelu (Koenker)',
    'over-poisson': 'Vaihtelee enemmän kuin Poisson',
    'proportional-odds': 'Verrannolliset vedot',
    'group-spread': 'Ryhmien välinen vaihtelu',
    correlation: 'Korrelaatio',
    'correlation-holm': 'Korrelaatio (p Holmin mukaan)'
  },
  facts: {
    'r-squared': 'R²',
    'adjusted-r-squared': 'Korjattu R²',
    'residual-sd': 'Jäännösten keskihajonta',
    'penalised-log-likelihood': 'Sakotettu log-uskottavuus',
    dispersion: 'Hajonta (Poissonilla 1)',
    theta: 'θ',
    categories: 'Luokkia',
    groups: 'Ryhmiä',
    'group-sd': 'Ryhmien välinen keskihajonta',
    icc: 'Ryhmien välillä varianssista',
    'median-odds-ratio': 'Kahden ryhmän vetosuhteen mediaani',
    'matched-treated': 'Kaltaistettuja hoidettuja',
    'matched-controls': 'Kaltaistettuja verrokkeja',
    unmatched: 'Hoidettuja ilman verrokkia',
    'effective-treated': 'Hoidettujen tehollinen määrä',
    'effective-controls': 'Verrokkien tehollinen määrä',
    'largest-weight': 'Suurin paino',
    'points-before': 'Pisteitä ennen',
    'points-after': 'Pisteitä jälkeen',
    'durbin-watson': 'Durbin–Watson',
    datasets: 'Täydennettyjä aineistoja',
    'missing-information': 'Puuttuvaa informaatiota enintään'
  },
  says: {
    'mean-by-number': (v) => `Kun ${v.of} kasvaa ${unitOf(v)}${where(v)}, sarakkeen ${v.outcome} keskiarvo muuttuu ${v.estimate}${outcomeUnit(v)}${limits(v)}.`, // prettier-ignore
    'mean-by-level': (v) =>
      `Sarakkeen ${v.outcome} keskiarvojen erotus, ${v.of} ${v.with} miinus ${v.reference}${where(v)}: ${v.estimate}${outcomeUnit(v)}${limits(v)}.`,
    'mean-by-both': (v) =>
      `Yhdysvaikutus, ${v.of}: keskiarvojen erotus itse muuttuu ${v.estimate}${outcomeUnit(v)}${limits(v)}.`,
    'odds-by-number': (v) =>
      `Kun ${v.of} kasvaa ${unitOf(v)}${where(v)}, tapahtuman ${v.outcome} veto on ${v.estimate}-kertainen${limits(v)}.`,
    'odds-by-level': (v) =>
      `Tapahtuman ${v.outcome} vetosuhde, ${v.of} ${v.with} suhteessa ${v.reference}${where(v)}: ${v.estimate}${limits(v)}.`,
    'odds-by-both': (v) => `Yhdysvaikutus, ${v.of}: vetosuhde itse kertautuu luvulla ${v.estimate}${limits(v)}.`,
    'rate-by-number': (v) =>
      `Kun ${v.of} kasvaa ${unitOf(v)}${where(v)}, tapahtuman ${v.outcome} ilmaantuvuus on ${v.estimate}-kertainen${limits(v)}.`,
    'rate-by-level': (v) =>
      `Tapahtuman ${v.outcome} ilmaantuvuussuhde, ${v.of} ${v.with} suhteessa ${v.reference}${where(v)}: ${v.estimate}${limits(v)}.`,
    'rate-by-both': (v) =>
      `Yhdysvaikutus, ${v.of}: ilmaantuvuussuhde itse kertautuu luvulla ${v.estimate}${limits(v)}.`,
    'higher-by-number': (v) =>
      `Kun ${v.of} kasvaa ${unitOf(v)}${where(v)}, korkeamman luokan (${v.outcome}) veto on ${v.estimate}-kertainen${limits(v)}.`,
    'higher-by-level': (v) =>
      `Korkeamman luokan (${v.outcome}) vetosuhde, ${v.of} ${v.with} suhteessa ${v.reference}${where(v)}: ${v.estimate}${limits(v)}.`,
    'higher-by-both': (v) => `Yhdysvaikutus, ${v.of}: vetosuhde itse kertautuu luvulla ${v.estimate}${limits(v)}.`,
    'relate-others': (v) => (v.terms === '1' ? 'Taulussa on vielä yksi termi.' : `Taulussa on vielä ${v.terms} termiä.`), // prettier-ignore
    'relate-within': (v) => `Nämä vetosuhteet vertaavat saman ryhmän rivejä (${v.of}).`,
    'relate-adjusted': () => 'Jokainen termi on vakioitu muiden suhteen.',
    'relate-term-differs': (v) => `${v.outcome} eroaa termin ${v.of} mukaan (kaikki sen kertoimet: ${v.p}).`,
    'relate-term-alike': (v) =>
      `Aineisto ei osoita, että ${v.outcome} eroaisi termin ${v.of} mukaan (kaikki sen kertoimet: ${v.p}).`,
    'groups-differ': (v) =>
      `Ryhmät (${v.of}, ${v.groups}) eroavat: jäljelle jäävästä varianssista ${v.share} on niiden välillä (${v.p}).`,
    'groups-alike': (v) =>
      `Aineisto ei osoita, että ryhmät (${v.of}, ${v.groups}) eroaisivat: jäljelle jäävästä varianssista ${v.share} on niiden välillä (${v.p}).`,
    'correlation-of': (v) =>
      `Sarakkeiden ${v.first} ja ${v.second} ${coefficients[String(v.kind)] ?? v.kind} korrelaatio on ${v.estimate}${limits(v)}.`,
    'correlation-adjusted': (v) =>
      `Sarakkeiden ${v.first} ja ${v.second} ${coefficients[String(v.kind)] ?? v.kind} korrelaatio on ${v.estimate}${limits({ ...v, p: `${v.p === undefined ? '' : `${v.p}, `}n\u00a0=\u00a0${v.n}` })}.`,
    'correlation-pairs': (v) =>
      `Lauseiden ja testien p-arvot on korjattu Holmin menetelmällä parien määrän mukaan (${v.pairs}).`,
    'propensity-mean-difference': (v) =>
      `${among[String(v.among)] ?? v.among}: ${v.outcome}, keskiarvojen erotus, ${v.treated} miinus ${v.control}: ${v.estimate}${limits(v)}.`,
    'propensity-risk-difference': (v) =>
      `${among[String(v.among)] ?? v.among}: tapahtuman ${v.outcome} riskien erotus, ${v.treated} miinus ${v.control}: ${v.estimate}${limits(v)}.`,
    'propensity-risk-ratio': (v) =>
      `Riskisuhteena, ${v.treated} suhteessa ${v.control}, se on ${v.estimate}${limits(v)}.`,
    'propensity-balanced': (v) =>
      `Kovariaatin suurin standardoitu erotus oli ennen ${v.before} ja on jälkeen ${v.after}; 0,1 yleensä hyväksytään.`,
    'propensity-unbalanced': (v) =>
      `Kovariaatin suurin standardoitu erotus oli ennen ${v.before} ja on jälkeen ${v.after}; yli tavallisen 0,1:n jää: ${v.covariates}.`,
    'propensity-matched': (v) =>
      `Kaltaistettuja hoidettuja (${v.treated}) on ${v.matched}/${v.of}, ja heillä ${v.controls} verrokkia.`,
    'propensity-weighted': (v) =>
      `Painotettuina ryhmät kertovat yhtä paljon kuin ${v.first} henkilöä (${v.treated}) ja ${v.second} henkilöä (${v.control}).`,
    'series-level': (v) =>
      `Pisteestä ${v.start} alkaen sarjan ${v.of} taso muuttui ${v.estimate}${limits(v)}, luettuna siinä, mihin aiempi suora päättyy.`,
    'series-slope': (v) => `Siitä alkaen kulmakerroin eroaa aiemmasta ${v.estimate} askelta kohti${limits(v)}.`,
    'series-points': (v) => `Suorat perustuvat ${v.before} pisteeseen ennen ja ${v.after} pisteeseen jälkeen.`,
    imputed: (v) =>
      `Vajaita rivejä oli ${v.rows}/${v.of}; ne täydennettiin ${v.datasets} kertaa olettaen puuttuminen satunnaiseksi (MAR), ja estimaatit yhdistettiin Rubinin säännöillä.`
  }
};

/** "yhden yksikön", "yhden yksikön (days)". */
function unitOf({ unit }: { unit?: string | number | undefined }): string {
  return unit === '' ? 'yhden yksikön' : `yhden yksikön (${unit})`;
}

export const relateFigures: Words<typeof englishFigures> = {
  lines: {
    effect: {
      title: (x) => `Vaikutus: ${x}`,
      difference: (y) => `Ero: ${y}`,
      caption: (x, median, level) =>
        `Verrattuna arvoon ${x} = ${median}, mediaani, jonka kohdalla on pystyviiva; vyö on ${level}:n väli. Muut termit pysyvät samoina.`
    },
    'interrupted-series': {
      title: 'Sarja ja sen muutos',
      x: 'Piste',
      names: {
        observed: 'Havaittu',
        before: 'Suora ennen',
        after: 'Suora jälkeen',
        counterfactual: 'Kuin mikään ei olisi muuttunut'
      },
      caption: 'Katkoviiva jatkuu kuten ennen muutosta: se, minkä verran suorat eroavat, on tulos.'
    },
    trace: {
      title: (variable) => `Täydennys: ${variable}`,
      x: 'Kierros',
      y: (variable) => `Täydennettyjen keskiarvo, ${variable}`,
      caption: (datasets) =>
        `Viiva kustakin aineistosta (${counted(datasets, 'aineisto', 'aineistoa')}): niiden on sekoituttava, eikä lopussa saa olla suuntaa.`
    }
  },
  points: {
    quantiles: {
      title: 'Jäännökset normaalijakaumaa vasten',
      x: 'Normaalijakauman kvantiili',
      y: 'Jäännös, keskihajontoina',
      normal: 'Normaali',
      caption: 'Viivaa pitkin jäännökset ovat normaaleja. Taipuvat päät: kaukaisia arvoja on enemmän tai vähemmän.'
    },
    residuals: {
      title: 'Jäännökset sovitteen mukaan',
      x: (outcome) => `Sovitettu ${outcome}`,
      y: 'Keskimääräinen jäännös, keskihajontoina',
      zero: 'Odotettu',
      caption: 'Kukin piste on vähintään 10 rivin keskiarvo. Kaari pyytää käyrää kaavaan.'
    },
    correlation: { title: (x, y) => `${y} ja ${x}` }
  },
  balance: {
    title: 'Ryhmien tasapaino',
    axis: 'Standardoitu erotus',
    before: 'Ennen',
    after: 'Jälkeen',
    limits: 'Yleensä hyväksytään, ±0,1',
    description: (rows, before, after) =>
      `Standardoidut erotukset, ${counted(rows, 'kovariaatti', 'kovariaattia')}, enintään ${before} ennen ja ${after} jälkeen.`
  },
  histograms: {
    titles: { overlap: 'Ryhmien päällekkäisyys', values: 'Jakauma', risks: 'Ennustetut riskit' },
    axis: { overlap: 'Hoidon todennäköisyys', values: 'Arvo', risks: 'Riski' },
    outcomes: { with: (outcome) => `On: ${outcome}`, without: (outcome) => `Ei ole: ${outcome}` },
    rows: 'Rivejä',
    range: 'Väli',
    caption: 'Missä toisella ryhmällä ei ole pylvästä, siellä ei ole ketään, johon verrata.',
    description: (title, names) => `${title}: ${names}.`
  }
};
