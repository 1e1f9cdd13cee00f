/** Measures of prediction and of two by two tables by their names in results. */
const measures: Readonly<Record<string, string>> = {
  auc: 'AUC',
  'auc-first': 'ensimmäisen pistemäärän AUC',
  'auc-second': 'toisen pistemäärän AUC',
  'auc-difference': 'AUC-arvojen ero',
  'average-precision': 'keskimääräinen tarkkuus (average precision)',
  brier: 'Brierin pistemäärä',
  'brier-scaled': 'skaalattu Brierin pistemäärä',
  'log-loss': 'logaritminen tappio',
  'calibration-slope': 'kalibraation kulmakerroin',
  'calibration-in-the-large': 'kalibraation taso',
  'observed-expected': 'havaitut / odotetut',
  ici: 'ICI',
  sensitivity: 'herkkyys',
  specificity: 'spesifisyys',
  ppv: 'positiivinen ennustearvo',
  npv: 'negatiivinen ennustearvo',
  'lr-positive': 'positiivinen uskottavuusosamäärä',
  'lr-negative': 'negatiivinen uskottavuusosamäärä',
  f1: 'F1',
  mcc: 'Matthewsin korrelaatio',
  'balanced-accuracy': 'tasapainotettu osuvuus'
};

/** One measure, or several with commas between. */
export const measureName = (value: string | number | undefined): string =>
  String(value ?? '')
    .split(', ')
    .map((name) => (Object.hasOwn(measures, name) ? measures[name] : name))
    .join(', ');
