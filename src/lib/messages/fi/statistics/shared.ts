import type { shared as english } from '../../en/statistics/shared';
import type { Words } from '../../words';

export const shared: Words<typeof english> = {
  fields: {
    group: 'Ryhmät',
    strata: 'Ositteet',
    level: 'Luottamustaso',
    predictors: 'Selittäjät',
    formula: 'Kaava',
    references: 'Vertailutasot',
    cluster: 'Yhteen kuuluvat rivit',
    weights: 'Painot'
  },
  help: {
    group: 'Pois jätettynä kaikki yhdessä.',
    predictors: 'Sarakkeet, jotka voivat selittää tulosta; kukin vakioidaan muiden suhteen.',
    formula: 'Selittäjien sijasta, kun pitää sanoa enemmän: `age + sex * hospital + ns(hour, 3)`.',
    references: 'Luokan taso, johon muita verrataan.',
    strata: 'Verrataan sen jokaisen ryhmän sisällä.',
    cluster: 'Sarake, jolla on sama arvo riippuvilla riveillä: saman henkilön, saman sairaalan.'
  },
  tests: {
    'likelihood-ratio': 'Uskottavuusosamäärätesti',
    wald: 'Waldin testi',
    score: 'Pistemäärätesti'
  },
  facts: {
    events: 'Tapahtumia',
    coefficients: 'Kertoimia',
    concordance: 'Konkordanssi',
    'log-likelihood': 'Log-uskottavuus',
    aic: 'AIC'
  }
};
