import type * as en from '../../en/remarks/comparing';
import type { Words } from '../../words';
import { comparing as failures } from '../analysing/comparing';
import { figure, many, p, percent } from './figures';

/** Remarks of tests, of agreement and of descriptions. */
export const comparing: Words<typeof en.comparing> = {
  'test-expected-small': (v) =>
    `${v.variable === undefined ? '' : `${v.variable}: `}Alle 5 henkilöä odotetaan ${figure(v.cells)}/${figure(v.of)} taulukon solussa (vähiten ${figure(v.smallest)}), joten χ²-testi on karkea. Käytä Fisherin tarkkaa testiä.`,
  'test-groups-small': (v) =>
    `Alle ${figure(v.least)} arvoa: ${v.groups}. Vertailu näin harvaan ei kerro juuri mitään; yhdistä ryhmiä tai jätä ne pois.`,
  'test-level-not-reached': (v) =>
    `Arvoja on liian vähän pyydetylle luottamustasolle: välin luottamustaso on ${percent(v.level)}.`,
  'test-zeros-left-out': (v) =>
    `Pois jätettiin ${many(v.zeros, 'arvo, jossa ei ole eroa', 'arvoa, joissa ei ole eroa')}: järjestysluvut annetaan eroille.`,
  'test-no-variation': (v) =>
    v.events === 0
      ? 'Kenelläkään ei ollut tapahtumaa, joten eroa ei voi testata; sen luottamusväli pätee.'
      : 'Kaikilla oli tapahtuma, joten eroa ei voi testata; sen luottamusväli pätee.',
  'test-monte-carlo': (v) =>
    `P-arvo on saatu arpomalla ${many(v.replicates, 'taulukko', 'taulukkoa')} (siemenluku ${figure(v.seed)}); toisella siemenluvulla se olisi noin ${figure(v.error)} toinen. Pyydä useampia taulukoita, jos sillä on merkitystä.`,
  'test-odds-ratio-zero': () =>
    'Vetosuhde on 0, koska yhdessä taulukon solussa ei ole ketään: sillä on vain yläraja. P-arvo pätee.',
  'test-odds-ratio-unbounded': () =>
    'Vetosuhde on ääretön, koska yhdessä taulukon solussa ei ole ketään: sillä on vain alaraja. P-arvo pätee.',
  'test-zero-cell': () =>
    'Kaikki muutokset ovat samaan suuntaan, joten muutosten suhteella ei ole äärellistä arvoa. P-arvo pätee.',
  'test-few-discordant': (v) =>
    `Eroavia pareja on vain ${figure(v.pairs)}; χ²-jakauma vaatii noin 25. Käytä tarkkaa testiä.`,
  'test-correlation-perfect': (v) =>
    `Korrelaatio on täydellinen kaikissa pareissa (${figure(v.n)}), joten luottamusväliä ei ole. Tarkista, onko toinen sarake laskettu toisesta.`,
  'test-adjusted': (v) =>
    `Rinnakkaisten vertailujen p-arvot (${figure(v.tests)}) on korjattu niiden määrän mukaan (${v.by}); välejä ei.`,
  'test-variances-free': (v) =>
    `Kullakin ryhmällä on oma varianssinsa, joten niiden ei tarvitse olla samat (${v.of}, Levenen testi: ${p(v.p)}).`,
  'test-variances-checked': (v) =>
    `Varianssien oletettiin olevan samat; Levenen testi ei puhu sitä vastaan (${v.of}, ${p(v.p)}).`,
  'test-variances-rejected': (v) =>
    `Varianssien oletettiin olevan samat, mutta ne eroavat (${v.of}, Levenen testi, ${p(v.p)}). Anna kullekin ryhmälle oma: valitse Welch.`,
  'test-normal-checked': (v) =>
    `Arvojen (${v.of}) oletettiin olevan ${v.group === v.of ? '' : 'kussakin ryhmässä '}suunnilleen normaalisti jakautuneita; Shapiron ja Wilkin testi ei puhu sitä vastaan (${v.group === v.of ? '' : `vähiten ryhmässä ${v.group}: `}${p(v.p)}).`,
  'test-normal-rejected': (v) =>
    `Arvot (${v.of}) eivät ole normaalisti jakautuneita${v.group === v.of ? '' : ` ryhmässä ${v.group}`} (Shapiro–Wilk, ${p(v.p)}), ja niitä on vain ${figure(v.n)}: vertaa myös järjestyslukuja, ja katso jakaumaa.`,
  'test-normal-rejected-many': (v) =>
    `Arvot (${v.of}) eivät ole normaalisti jakautuneita${v.group === v.of ? '' : ` ryhmässä ${v.group}`} (Shapiro–Wilk, ${p(v.p)}). Kun niitä on ${figure(v.n)}, keskiarvo on silti lähes normaali; jos keskiarvo ei ole se, millä on merkitystä, vertaa järjestyslukuja.`,
  'test-fisher-chosen': (v) =>
    `Testinä on Fisherin tarkka testi, koska odotetut lukumäärät ovat pieniä (pienin ${figure(v.least)}).`,
  'agreement-perfect': (v) =>
    `Kaikki rivit (${figure(v.n)}) ovat täysin yhtäpitäviä, joten virhettä ei voi arvioida. Tarkista, etteivät sarakkeet ole toistensa kopioita.`,
  'agreement-no-spread': (v) =>
    `Kaikilla riveillä (${figure(v.n)}) arvioijat eroavat samalla tavalla, joten virhettä ei voi arvioida. Tarkista, käyttikö joku arvioija vain yhtä tasoa.`,
  'agreement-one-line': (v) =>
    `Kaikki parit (${figure(v.n)}) ovat samalla suoralla, mutta eivät yhtäsuuruuden suoralla, joten luottamusväliä ei ole. Tarkista, onko toinen sarake laskettu toisesta.`,
  'agreement-bias-changes': (v) =>
    `Ero muuttuu mitattavan suuruuden mukana (r ${figure(v.r)}, ${p(v.p)}): yksi keskimääräinen ero ei päde sekä pieniin että suuriin arvoihin. Katso kuvaa, tai käytä suhteita.`,
  'agreement-spread-changes': (v) =>
    `Erot hajaantuvat ${typeof v.r === 'number' && v.r < 0 ? 'vähemmän' : 'enemmän'}, kun arvot ovat suuria (r ${figure(v.r)}, ${p(v.p)}): samat rajat eivät päde kaikkialla. Katso kuvaa, tai ota ensin logaritmit.`,
  'table-one-median': (v) =>
    `${v.variable} on vino (vinous ${figure(v.skewness)}): siitä näytetään mediaani ja kvartiilit.`,
  'table-one-not-tested': (v) => {
    const why = failures[String(v.reason)]?.message(v);
    return `${v.variable}: ryhmiä ei verrattu. ${why ?? 'Testiä ei voitu laskea.'}`;
  },
  'table-one-single-group': (v) => `Kaikki rivit kuuluvat ryhmään ${v.group}: vertailtavaa ei ole.`,
  'table-one-no-smd': (v) =>
    `${v.variable}: standardoitua eroa ryhmien ${v.reference} ja ${v.group} välillä ei ole, koska arvot eivät vaihtele niiden sisällä.`
};
