import type { Values } from '$workers/shared/errors';
import type { agree as english } from '../../en/statistics/agree';
import type { Words } from '../../words';
import { limits, range } from './sentence';

const unit = (v: Values) => (v.unit === undefined ? '' : ` ${v.unit}`);

export const agree: Words<typeof english> = {
  methods: {
    kappa: 'Arvioijien kappa',
    'bland-altman': 'Yhtäpitävyysrajat (Bland–Altman)',
    intraclass: 'Sisäkorrelaatio',
    concordance: 'Yhtäpitävyyskorrelaatio (Lin)'
  },
  abouts: {
    kappa: 'Kahden tai useamman arvioijan yhtäpitävyys luokista, sattuman yli.',
    'bland-altman': 'Kuinka paljon kaksi mittausmenetelmää eroaa ja minkä rajojen välissä useimmat erot ovat.',
    intraclass: 'Mikä osa arvioiden vaihtelusta on henkilöiden välistä, kuutena muotona.',
    concordance: 'Kuinka lähellä yhtäsuuruuden suoraa saman henkilön kaksi mittausta ovat.'
  },
  fields: {
    raters: 'Arvioijat',
    kappa_weights: 'Läheisten luokkien painot',
    level_order: 'Luokkien järjestys',
    first_measurement: 'Ensimmäinen mittaus',
    second_measurement: 'Toinen mittaus',
    repeated_person: 'Henkilö',
    coverage: 'Osuus rajojen välissä',
    rater_columns: 'Arvioijat, kukin omana sarakkeenaan',
    icc_form: 'Muoto',
    rating_value: 'Arvo',
    rated_person: 'Henkilö',
    rater: 'Arvioija'
  },
  help: {
    raters: 'Kukin omana sarakkeenaan, arviot samoista henkilöistä; kaksi tai useampi.',
    kappa_weights:
      'Läheiset luokat ovat osaksi yhtäpitäviä: etäisyyden tai sen neliön mukaan. Vain kahdelle arvioijalle.',
    level_order:
      'Alimmasta ylimpään, painoja varten. Pois jätettynä luvut nousevat; useampi kuin kaksi sanaa tarvitsee sen.',
    first_measurement: 'Erotus on ensimmäinen miinus toinen.',
    repeated_person: 'Jos henkilöillä on useita pareja: saman henkilön rivit kuuluvat yhteen.',
    rater_columns: 'Lukusarakkeita. Tai jätä tyhjäksi ja nimeä alla arvo, henkilö ja arvioija.',
    icc_form: 'Päätä ennen kuin katsot: muodot vastaavat eri kysymyksiin.',
    rating_value: 'Jos jokainen arvio on oma rivinsä: arvioiden sarake.',
    rated_person: 'Kuka arvioitiin.',
    rater: 'Kuka arvioi.'
  },
  choices: {
    linear: 'lineaariset',
    quadratic: 'neliölliset',
    'ICC(1,1)': 'ICC(1,1): kullakin henkilöllä omat arvioijat, yksi arvio',
    'ICC(2,1)': 'ICC(2,1): arvioijat ovat otos, täsmällinen yhtäpitävyys, yksi arvio',
    'ICC(3,1)': 'ICC(3,1): vain nämä arvioijat, johdonmukaisuus, yksi arvio',
    'ICC(1,k)': 'ICC(1,k): kullakin henkilöllä omat arvioijat, arvioiden keskiarvo',
    'ICC(2,k)': 'ICC(2,k): arvioijat ovat otos, täsmällinen yhtäpitävyys, arvioiden keskiarvo',
    'ICC(3,k)': 'ICC(3,k): vain nämä arvioijat, johdonmukaisuus, arvioiden keskiarvo'
  },
  tests: {
    'bias-by-size': 'Erotus keskiarvon mukaan',
    'spread-by-size': 'Erotusten hajonta keskiarvon mukaan',
    'persons-alike': 'Henkilöt ovat samanlaisia'
  },
  facts: {
    agreed: 'Samoja arvioita',
    raters: 'Arvioijia',
    levels: 'Luokkia',
    'sd-of-differences': 'Erotusten keskihajonta',
    'sd-between': 'Henkilöiden keskierotusten välillä',
    'sd-within': 'Henkilön sisällä',
    pearson: 'Pearsonin r',
    'bias-correction': 'Harhan korjaus'
  },
  says: {
    'kappa-two': (v) =>
      `Kappa, ${v.first} ja ${v.second}: ${v.estimate}${limits(v)}. Sama arvio oli ${v.share}:ssa arvioiduista.`,
    'kappa-weighted': (v) =>
      `Painotettu kappa, ${v.first} ja ${v.second}: ${v.estimate}${limits(v)}. Täsmälleen sama arvio oli ${v.share}:ssa arvioiduista.`,
    'kappa-several': (v) =>
      `Yhteinen kappa, ${v.of}: ${v.estimate}${limits(v)}. Kahdella heistä oli sama arvio keskimäärin ${v.share}:ssa arvioiduista.`,
    'kappa-chance': (v) => `Pelkkä sattuma antaisi ${v.share}.`,
    'agreement-first-higher': (v) =>
      `${v.first} on keskimäärin ${v.estimate}${unit(v)} suurempi kuin ${v.second}${limits(v)}.`,
    'agreement-first-lower': (v) =>
      `${v.first} on keskimäärin pienempi kuin ${v.second}: ${v.first} miinus ${v.second} on ${v.estimate}${unit(v)}${limits(v)}.`,
    'agreement-no-bias': (v) =>
      `Aineisto ei osoita, että ${v.first} olisi keskimäärin suurempi tai pienempi kuin ${v.second}: ${v.first} miinus ${v.second} on ${v.estimate}${unit(v)}${limits(v)}.`,
    'agreement-limits': (v) =>
      `Noin ${v.share} erotuksista on välillä ${range(String(v.lower), String(v.upper))}${unit(v)}: niiden, jotka mittausta käyttävät, on sanottava, onko sillä väliä.`,
    intraclass: (v) => `${v.of}, ${v.raters}: ${v.estimate}${limits(v)}.`,
    'intraclass-absolute': () => 'Muita korkeammin arvioiva heikentää yhtäpitävyyttä.',
    'intraclass-consistency': () => 'Muita korkeammin arvioiva ei heikennä yhtäpitävyyttä.',
    'intraclass-own': () => 'Arvioijia ei eroteta toisistaan: kullakin henkilöllä voi olla omansa.',
    concordance: (v) => `Yhtäpitävyys, ${v.first} ja ${v.second}: ${v.estimate}${limits(v)}.`,
    'concordance-parts': (v) =>
      `Se on tulo: ${v.r} (kuinka tarkasti parit seuraavat suoraa) kertaa ${v.correction} (kuinka lähellä suora on yhtäsuuruutta).`
  }
};
