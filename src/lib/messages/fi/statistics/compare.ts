import type { Values } from '$workers/shared/errors';
import type { compare as english } from '../../en/statistics/compare';
import type { Words } from '../../words';
import { limits, lowered } from './sentence';

const tail = (v: Values, first?: string) => limits({ ...v, p: v.by === undefined ? v.p : `${v.p}, ${v.by}` }, first);
const unit = (v: Values) => (v.unit === undefined ? '' : `\u00a0${v.unit}`);
const p = (v: Values) => (v.by === undefined ? v.p : `${v.p}, ${v.by}`);
/** "aluksi 50 %, myöhemmin 38 % (muutosten vetosuhde 0,42, …)" */
const changed = (v: Values) =>
  `${v.before} ${v.shareBefore}, ${v.after} ${v.shareAfter}${limits(v, v.estimate === undefined ? undefined : `muutosten vetosuhde ${v.estimate}`)}`;

/** "22 prosenttiyksikköä": erotus, ei osuus. */
const points = (share: Values[string]) => String(share).replace(/\u00a0%$/, '\u00a0prosenttiyksikköä');

export const compare: Words<typeof english> = {
  methods: {
    means: 'Keskiarvot: t-testi, varianssianalyysi',
    paired: 'Parittaiset arvot: parittainen t-testi, merkityt järjestysluvut',
    ranks: 'Järjestysluvut: Wilcoxonin järjestyssummatesti, Kruskal–Wallis',
    proportions: 'Osuudet: riskien erotus ja suhde, χ², Fisher',
    'paired-proportions': 'Parittaiset osuudet: McNemar, Bowker',
    stratified: 'Ositteittain: Mantel–Haenszel'
  },
  abouts: {
    means: 'Keskiarvojen erotukset väleineen, ryhmien välillä tai tiettyyn arvoon verrattuna.',
    paired: 'Kuinka paljon arvot muuttuivat samoilla henkilöillä.',
    ranks: 'Siirtymä arvoissa, jotka ovat vinoja tai joissa on poikkeavia.',
    proportions: 'Kuinka usein jotakin tapahtui kussakin ryhmässä: erotus, suhde, vetosuhde.',
    'paired-proportions': 'Kuinka usein kyllä ja ei muuttuivat samoilla henkilöillä.',
    stratified: 'Ryhmiä verrataan ositteiden sisällä ja yhdistetään, jotta ositteet eivät sekoita.'
  },
  fields: {
    outcomes: 'Tulokset',
    outcome_compared: 'Tulos',
    outcome_is: 'Tulos on',
    compared: 'Ryhmät',
    reference: 'Vertaa ryhmään',
    against: 'Vertaa arvoon',
    variances: 'Varianssit',
    adjust: 'Useat p-arvot',
    before: 'Ennen',
    after: 'Jälkeen',
    value: 'Arvo',
    condition: 'Tilanne',
    pair_person: 'Henkilö',
    location_test: 'Testi',
    independence_test: 'Testi',
    symmetry_test: 'Testi',
    effect: 'Vaikutus',
    yates: 'Jatkuvuuskorjaus',
    add_half: 'Lisää ½, jos solu on 0'
  },
  help: {
    outcomes: 'Yksi tai useampi lukusarake.',
    outcome_compared: 'Kyllä ja ei, tai luokka.',
    outcome_is: 'Arvo, joka on tulos; mikään muu ei ole.',
    compared: 'Sarake, jossa on vain muutama eri arvo.',
    reference: 'Ryhmä, johon muita verrataan. Pois jätettynä arvojen järjestyksessä ensimmäinen.',
    against: 'Ryhmien sijasta: odotettu keskiarvo.',
    adjust: 'Kun vertailuja on useita rinnakkain, niiden p-arvot korjataan niiden määrän mukaan.',
    before: 'Kaksi saraketta, rivi henkilöä kohti …',
    after: '… joiden erotus on jälkeen miinus ennen.',
    value: 'Tai: arvosarake, jossa on rivi kutakin henkilöä ja tilannetta kohti,',
    condition: 'sarake, joka kertoo, kummasta tilanteesta rivi on,',
    pair_person: 'ja henkilö, jolle se kuuluu.',
    effect: 'Mistä tulos puhuu ensin.',
    yates: 'Kaksi kertaa kaksi -taulukon χ²-testissä (Yates).'
  },
  choices: {
    welch: 'kullakin ryhmällä oma (Welch)',
    'equal-variances': 'samat kaikissa ryhmissä (Student)',
    holm: 'Holm',
    'benjamini-hochberg': 'Benjamini–Hochberg (väärien löydösten osuus)',
    'benjamini-yekutieli': 'Benjamini–Yekutieli',
    bonferroni: 'Bonferroni',
    unadjusted: 'jätä ennalleen',
    'paired-t': 'keskiarvot (parittainen t-testi)',
    'signed-rank': 'järjestysluvut (Wilcoxonin merkkitesti)',
    auto: 'lukumäärien mukaan',
    'chi-square': 'χ²',
    fisher: 'Fisherin tarkka testi',
    exact: 'tarkka',
    'risk-difference': 'riskien erotus',
    'risk-ratio': 'riskisuhde',
    'odds-ratio': 'vetosuhde'
  },
  tests: {
    'welch-t': 'Welchin t-testi',
    'student-t': 'Studentin t-testi',
    'one-sample-t': 'Yhden otoksen t-testi',
    'welch-anova': 'Welchin varianssianalyysi',
    anova: 'Varianssianalyysi',
    'paired-t': 'Parittainen t-testi',
    'signed-rank': 'Wilcoxonin merkkitesti',
    'rank-sum': 'Wilcoxonin järjestyssummatesti',
    'kruskal-wallis': 'Kruskal–Wallisin testi',
    'chi-square': 'χ²-testi',
    fisher: 'Fisherin tarkka testi',
    mcnemar: 'McNemarin testi',
    'mcnemar-exact': 'McNemarin tarkka testi',
    bowker: 'Bowkerin symmetriatesti',
    'mantel-haenszel': 'Cochran–Mantel–Haenszelin testi',
    'breslow-day': 'Breslow–Day: sama vetosuhde kaikissa ositteissa',
    tarone: 'Sama Taronen korjauksella'
  },
  facts: {
    'standardised-difference': 'Standardoitu keskiarvojen ero',
    superiority: 'Toisessa ryhmässä suurempi, kaikista pareista',
    'cramers-v': 'Cramérin V',
    discordant: 'Eroavat parit',
    strata: 'Ositteita'
  },
  says: {
    'means-differ': (v) => `Keskiarvot eroavat, ${v.of}: ${v.group} miinus ${v.reference} on ${v.estimate}${unit(v)}${tail(v)}.`, // prettier-ignore
    'means-alike': (v) =>
      `Aineisto ei osoita, että keskiarvot eroaisivat, ${v.of}: ${v.group} miinus ${v.reference} on ${v.estimate}${unit(v)}${tail(v)}.`,
    'means-groups-differ': (v) => `Keskiarvot (${v.of}) eroavat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${p(v)}).`, // prettier-ignore
    'means-groups-alike': (v) =>
      `Aineisto ei osoita, että keskiarvot (${v.of}) eroaisivat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${p(v)}).`,
    'means-pair': (v) => `${v.pair}: ${v.estimate}${unit(v)}${tail(v)}.`,
    'means-against-differ': (v) => `Keskiarvo (${v.of}) on ${v.estimate}${unit(v)}, ei ${v.against}${tail(v)}.`,
    'means-against-alike': (v) =>
      `Keskiarvo (${v.of}) on ${v.estimate}${unit(v)}: aineisto ei osoita, ettei se olisi ${v.against}${tail(v)}.`,
    'ranks-differ': (v) => `Arvot eroavat, ${v.of}: siirtymä ryhmästä ${v.reference} ryhmään ${v.group} on ${v.estimate}${unit(v)}${tail(v, 'Hodges–Lehmann')}.`, // prettier-ignore
    'ranks-alike': (v) =>
      `Aineisto ei osoita, että arvot eroaisivat, ${v.of}: siirtymä ryhmästä ${v.reference} ryhmään ${v.group} on ${v.estimate}${unit(v)}${tail(v, 'Hodges–Lehmann')}.`,
    'ranks-groups-differ': (v) => `Arvot (${v.of}) eroavat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${p(v)}).`,
    'ranks-groups-alike': (v) =>
      `Aineisto ei osoita, että arvot (${v.of}) eroaisivat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${p(v)}).`,
    'ranks-pair': (v) => `Siirtymä, ${v.pair}: ${v.estimate}${unit(v)}${tail(v)}.`,
    'paired-differ': (v) => `${v.after} eroaa samoilla henkilöillä: keskimäärin ${v.after} miinus ${v.before} on ${v.estimate}${unit(v)}${tail(v)}.`, // prettier-ignore
    'paired-alike': (v) =>
      `Aineisto ei osoita eroa samoilla henkilöillä: keskimäärin ${v.after} miinus ${v.before} on ${v.estimate}${unit(v)}${tail(v)}.`,
    'paired-ranks-differ': (v) =>
      `${v.after} eroaa samoilla henkilöillä: tyypillinen muutos, ${v.after} miinus ${v.before}, on ${v.estimate}${unit(v)}${tail(v, 'Hodges–Lehmann')}.`,
    'paired-ranks-alike': (v) =>
      `Aineisto ei osoita eroa samoilla henkilöillä: tyypillinen muutos, ${v.after} miinus ${v.before}, on ${v.estimate}${unit(v)}${tail(v, 'Hodges–Lehmann')}.`,
    'paired-directions': (v) =>
      `${v.after} oli suurempi kuin ${v.before}: ${v.higher}, pienempi: ${v.less}, yhtä suuri: ${v.equal}.`,
    'risk-difference-differs': (v) =>
      `Riski (${v.event}) eroaa: riskien erotus, ${v.group} miinus ${v.reference}, on ${points(v.estimate)}${tail(v)}.`,
    'risk-difference-alike': (v) =>
      `Aineisto ei osoita, että riski (${v.event}) eroaisi: riskien erotus, ${v.group} miinus ${v.reference}, on ${points(v.estimate)}${tail(v)}.`,
    'risk-ratio-differs': (v) =>
      `Riski (${v.event}) ryhmässä ${v.group} on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'risk-ratio-alike': (v) =>
      `Aineisto ei osoita, että riski (${v.event}) eroaisi: ryhmässä ${v.group} se on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'odds-ratio-differs': (v) =>
      `Veto (${v.event}) ryhmässä ${v.group} on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'odds-ratio-alike': (v) =>
      `Aineisto ei osoita, että veto (${v.event}) eroaisi: ryhmässä ${v.group} se on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'proportions-shares': (v) =>
      `${v.event}: ${v.group} ${v.events}/${v.n} (${v.share}), ${v.reference} ${v.eventsReference}/${v.nReference} (${v.shareReference}).`,
    'proportions-groups-differ': (v) => `Riski (${v.event}) eroaa ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${v.p}).`, // prettier-ignore
    'proportions-groups-alike': (v) =>
      `Aineisto ei osoita, että riski (${v.event}) eroaisi ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${v.p}).`,
    'proportions-pair': (v) => `${v.measure}, ${v.pair}: ${v.estimate}${tail(v)}.`,
    'proportions-levels-differ': (v) =>
      `Tasojen osuudet (${v.of}, ${v.levels} tasoa) eroavat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${v.p}).`,
    'proportions-levels-alike': (v) =>
      `Aineisto ei osoita, että tasojen osuudet (${v.of}, ${v.levels} tasoa) eroaisivat ryhmien välillä (${v.column}, ${v.groups} ryhmää; ${v.p}).`,
    'paired-proportions-differ': (v) => `Osuus (${v.event}) eroaa: ${changed(v)}.`,
    'paired-proportions-alike': (v) => `Aineisto ei osoita, että osuus (${v.event}) eroaisi: ${changed(v)}.`,
    'paired-proportions-moved': (v) =>
      `Pareja ${v.n}; ${v.event} vain tilanteessa ${v.after}: ${v.gained}, vain tilanteessa ${v.before}: ${v.lost}.`,
    'symmetry-differs': (v) =>
      `Tasot (${v.levels}) muuttuivat yhteen suuntaan enemmän kuin toiseen: ${v.before} → ${v.after} (${v.p}).`,
    'symmetry-alike': (v) =>
      `Aineisto ei osoita, että tasot (${v.levels}) muuttuisivat yhteen suuntaan enemmän kuin toiseen: ${v.before} → ${v.after} (${v.p}).`,
    'risk-difference-stratified-differs': (v) =>
      `Ositteiden (${v.strata}) sisällä riski (${v.event}) eroaa: riskien erotus, ${v.group} miinus ${v.reference}, on ${points(v.estimate)}${tail(v)}.`,
    'risk-difference-stratified-alike': (v) =>
      `Ositteiden (${v.strata}) sisällä aineisto ei osoita, että riski (${v.event}) eroaisi: riskien erotus, ${v.group} miinus ${v.reference}, on ${points(v.estimate)}${tail(v)}.`,
    'risk-ratio-stratified-differs': (v) =>
      `Ositteiden (${v.strata}) sisällä riski (${v.event}) ryhmässä ${v.group} on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'risk-ratio-stratified-alike': (v) =>
      `Ositteiden (${v.strata}) sisällä aineisto ei osoita, että riski (${v.event}) eroaisi: ryhmässä ${v.group} se on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'odds-ratio-stratified-differs': (v) =>
      `Ositteiden (${v.strata}) sisällä veto (${v.event}) ryhmässä ${v.group} on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'odds-ratio-stratified-alike': (v) =>
      `Ositteiden (${v.strata}) sisällä aineisto ei osoita, että veto (${v.event}) eroaisi: ryhmässä ${v.group} se on ${v.estimate}-kertainen ryhmään ${v.reference} verrattuna${tail(v)}.`,
    'stratified-crude': (v) =>
      `Ositteista (${v.strata}) välittämättä ${lowered(v.measure)} on ${v.estimate}${limits(v)}.`,
    'strata-differ': (v) =>
      `Vetosuhde ei ole sama kaikissa ositteissa (${v.strata}; Breslow–Day, ${v.p}): yksi luku kaikille peittää sen.`,
    'strata-alike': (v) =>
      `Aineisto ei osoita, että vetosuhde eroaisi ositteiden (${v.strata}) välillä (Breslow–Day, ${v.p}).`
  }
};
