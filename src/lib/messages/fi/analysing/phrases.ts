import type { Values } from '$workers/shared/errors';
import { inLanguage } from '../../separators';
import { counted, number } from '../figures';

type Value = Values[string];

/** "1 rivi", "2 riviä" of a value of a failure. */
export const many = (value: Value, one: string, several: string): string =>
  typeof value === 'number' ? counted(value, one, several) : `${value} ${several}`;

export const figure = (value: Value): string => (typeof value === 'number' ? number(value) : String(value));

/** Names of methods, as the engine's values hold them; what stands in brackets behind is translated by itself. */
const methods: Readonly<Record<string, string>> = {
  'Pearson’s χ² test': 'Pearsonin χ²-testi',
  'Fisher’s exact test': 'Fisherin tarkka testi',
  'Welch two-sample t test': 'Welchin kahden ryhmän t-testi',
  'Student’s two-sample t test': 'Studentin kahden ryhmän t-testi',
  'Paired t test': 'Parittainen t-testi',
  'One-sample t test': 'Yhden ryhmän t-testi',
  'A correlation': 'Korrelaatio',
  'Pearson’s correlation': 'Pearsonin korrelaatio',
  'Spearman’s rank correlation': 'Spearmanin järjestyskorrelaatio',
  'Kendall’s rank correlation τ-b': 'Kendallin järjestyskorrelaatio τ-b',
  'McNemar’s test': 'McNemarin testi',
  'Bowker’s test of symmetry': 'Bowkerin symmetriatesti',
  'Exact binomial test': 'Tarkka binomitesti',
  'Difference of proportions': 'Osuuksien ero',
  'Wilcoxon’s rank-sum test': 'Wilcoxonin järjestyssummatesti',
  'Wilcoxon’s signed-rank test': 'Wilcoxonin merkittyjen järjestyslukujen testi',
  'One-way analysis of variance': 'Yksisuuntainen varianssianalyysi',
  'Welch’s analysis of variance': 'Welchin varianssianalyysi',
  'Kruskal-Wallis rank test': 'Kruskalin ja Wallisin testi',
  'Levene’s test': 'Levenen testi',
  'Bartlett’s test of equal variances': 'Bartlettin varianssien testi',
  'Shapiro-Wilk test of normality': 'Shapiron ja Wilkin normaalisuustesti',
  Kappa: 'Kappa',
  'Fleiss’s kappa': 'Fleissin kappa',
  Agreement: 'Yhtäpitävyys',
  'An intraclass correlation': 'Sisäkorrelaatio',
  'Limits of agreement': 'Yhtäpitävyysrajat',
  'Limits of agreement with several pairs a person': 'Yhtäpitävyysrajat, kun henkilöllä on useita pareja',
  'persons with two pairs': 'henkilöä, joilla on kaksi paria',
  'Lin’s concordance correlation': 'Linin yhtäpitävyyskorrelaatio'
};

const brackets: Readonly<Record<string, string>> = {
  exact: 'tarkka',
  'normal approximation': 'normaaliapproksimaatio',
  'normal approximation, continuity correction': 'normaaliapproksimaatio, jatkuvuuskorjaus',
  'χ², continuity correction': 'χ², jatkuvuuskorjaus',
  'equal variances': 'yhtä suuret varianssit',
  'from means': 'keskiarvoista',
  'Brown and Forsythe, from medians': 'Brown ja Forsythe, mediaaneista',
  'Bland and Altman': 'Bland ja Altman',
  'Newcombe’s score interval': 'Newcomben väli'
};

const phrases: Readonly<Record<string, string>> = {
  // What does not vary.
  'one of the columns': 'toinen sarakkeista',
  'the column': 'sarake',
  'the difference': 'erotus',
  'in all': 'yhteensä',
  // Shapes of a table: "taulukko, jossa on …".
  'two groups or more': 'vähintään kaksi ryhmää',
  'two rows and two columns or more': 'vähintään kaksi riviä ja kaksi saraketta',
  'two rows and two columns': 'kaksi riviä ja kaksi saraketta',
  'as many columns as rows': 'yhtä monta saraketta kuin riviä',
  // What there is too little of, in the partitive.
  persons: 'henkilöä',
  pairs: 'paria',
  raters: 'arvioijaa',
  // What an option is called.
  'The coverage': 'Kattavuus',
  'Each rater': 'Jokaisella arvioijalla',
  'A quantile': 'Kvantiili',
  'A time to look at': 'Tarkasteltava aika',
  'The time to which means are taken': 'Aika, johon asti keskiarvo lasketaan,',
  'The seed': 'Siemenluku',
  'The number of resamples': 'Uusiotosten määrä',
  'The measures': 'Mitat',
  'The method': 'Menetelmä',
  'The measure': 'Mitta',
  'The adjustment of Knapp and Hartung': 'Knappin ja Hartungin korjaus',
  'Peto’s method': 'Peton menetelmä',
  'The power': 'Voima',
  'The number of events': 'Tapahtumien määrä',
  'The hazard ratio': 'Vaarasuhde',
  'The number of sides': 'Suuntien määrä',
  'The ratio of the groups': 'Ryhmien kokojen suhde',
  'The size of a cluster': 'Ryppään koko',
  'The intracluster correlation': 'Ryppään sisäinen korrelaatio',
  'The variation of sizes': 'Kokojen vaihtelu',
  'The number of persons': 'Henkilöiden määrä',
  'The level of significance': 'Merkitsevyystaso',
  'The share with the event': 'Tapahtuman saavien osuus',
  'The proportion': 'Osuus',
  'The first proportion': 'Ensimmäinen osuus',
  'The second proportion': 'Toinen osuus',
  'The half width': 'Luottamusvälin puolikas',
  'The rate': 'Ilmaantuvuus',
  'The factor': 'Kerroin',
  'The difference': 'Ero',
  'The standard deviation': 'Keskihajonta',
  'The size of group 1': 'Ryhmän 1 koko',
  'The size of group 2': 'Ryhmän 2 koko',
  'The size of the smallest group': 'Pienimmän ryhmän koko',
  // What an option has to be.
  'is a number': 'on luku',
  'is a finite number': 'on äärellinen luku',
  'is a finite number from 0': 'on äärellinen luku nollasta alkaen',
  'is a number above 0': 'on suurempi kuin 0',
  'is a number above 0 that can be squared': 'on suurempi kuin 0 ja korotettavissa neliöön',
  'is 1 or more': 'on vähintään 1',
  'is 1 or 2': 'on 1 tai 2',
  'is reml or ml': 'on reml tai ml',
  'is schoenfeld or freedman': 'on schoenfeld tai freedman',
  'is a whole number from 0': 'on kokonaisluku nollasta alkaen',
  'lies between 0 and 1, both excluded': 'on nollan ja ykkösen välissä, kumpikaan ei kelpaa',
  'lies from 0 to below 0.5': 'on vähintään 0 ja alle 0.5',
  'lies above the level of significance': 'on merkitsevyystasoa suurempi',
  'holds two numbers from 0 to 1, the first the smaller':
    'on kaksi lukua nollan ja ykkösen väliltä, pienempi ensimmäisenä',
  'has one value a row of the same table': 'on yksi arvo saman taulun kutakin riviä kohti',
  'belongs to random effects': 'kuuluu satunnaisvaikutusten malliin',
  'pools odds ratios': 'yhdistää vetosuhteita',
  // Arguments of a formula.
  'only numbers can be computed with': 'laskea voi vain luvuilla',
  'one value is needed': 'tarvitaan yksi arvo',
  'it stands as a term of its own, not inside of another': 'se on oma terminsä, ei toisen sisällä',
  'one column is needed': 'tarvitaan yksi sarake',
  'a column is needed': 'tarvitaan sarake',
  'a basis with its own intercept is not offered': 'omaa vakiotermiä kannassa ei tueta',
  'Boundary.knots are two numbers': 'Boundary.knots on kaksi lukua',
  'the knots rise and lie between the ends of the values': 'solmut kasvavat ja ovat arvojen päiden välissä',
  'raw is TRUE or FALSE': 'raw on TRUE tai FALSE',
  'knots are numbers, as c(6, 12, 18)': 'solmut ovat lukuja, kuten c(6, 12, 18)',
  // What has no value, or too few.
  'average precision': 'keskimääräinen tarkkuus',
  'the area under the ROC curve': 'ROC-käyrän alle jäävä pinta-ala',
  'the calibration curve': 'kalibraatiokäyrä',
  'the slope of calibration': 'kalibraation kulmakerroin',
  calls: 'Hälytysten',
  'a decision curve': 'Päätöskäyrän',
  Events: 'Tapahtumien määrissä',
  Time: 'Seuranta-ajoissa',
  'A table': 'Yhdessä taulukossa',
  'The table': 'Taulukossa',
  'The standard': 'Vakioväestössä',
  exposed: 'altistunut',
  'not exposed': 'altistumaton',
  treated: 'hoidettu',
  untreated: 'hoitamaton',
  'the drug': 'lääkettä',
  'the event': 'tapahtumaa',
  mean: 'keskiarvoa',
  median: 'mediaania',
  '1,000,000,000': '1 000 000 000',
  '1,000,000,000 events': '1 000 000 000 tapahtumaa',
  '1,000,000,000 persons': '1 000 000 000 henkilöä'
};

const patterns: readonly [RegExp, string][] = [
  [/^in group (\d+)$/, 'ryhmässä $1'],
  [/^group (\d+)$/, 'ryhmä $1'],
  [/^Row (\d+)$/, 'rivillä $1'],
  [/^Column (\d+)$/, 'sarakkeessa $1'],
  [/^is (?:a whole number|whole), from ([^ ]+) to ([^ ]+)$/, 'on kokonaisluku, $1–$2'],
  [/^is a whole number from ([^ ]+) to ([^ ]+)$/, 'on kokonaisluku, $1–$2'],
  [/^lies between ([^ ]+) and ([^ ]+)$/, 'on välillä $1–$2'],
  [/^lies above ([^ ]+) and below ([^ ]+)$/, 'on suurempi kuin $1 ja pienempi kuin $2'],
  [/^is a finite number above ([^ ]+)$/, 'on äärellinen luku, suurempi kuin $1'],
  [/^is one of (.+)$/, 'on jokin näistä: $1'],
  [/^are some of (.+)$/, 'ovat joitakin näistä: $1'],
  [/^its parameters are (.+)$/, 'sen parametrit ovat $1'],
  [/^a whole number from ([^ ]+) to ([^ ]+) is needed$/, 'tarvitaan kokonaisluku, $1–$2']
];

/**
 * What a failure of the statistics engine is filled with, in Finnish. Values hold names and codes; a few of them are
 * words of ours ("in group 2", "is a whole number from 0"), which stand here. Names of columns pass unchanged.
 */
export function phrase(value: Value): string {
  const text = String(value ?? '').replace(/'/g, '’');
  const known = own(phrases, text) ?? methodName(text);
  if (known !== undefined) return known;
  for (const [pattern, finnish] of patterns)
    // Names of measures hold commas that are no signs of thousands.
    if (pattern.test(text)) return inLanguage(text, 'fi').replace(pattern, finnish);
  return String(value ?? '');
}

function methodName(text: string): string | undefined {
  const [, name = '', inside] = /^(.*?)(?: \((.+)\))?$/.exec(text) ?? [];
  const known = own(methods, name);
  if (known === undefined) return undefined;
  return inside === undefined ? known : `${known} (${own(brackets, inside) ?? inside})`;
}

const own = (table: Readonly<Record<string, string>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;
