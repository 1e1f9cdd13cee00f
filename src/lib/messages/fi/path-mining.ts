import type { Failure } from '../words';

/** Failures of the pathways. */
export const pathMining: Record<string, Failure> = {
  'pathway-column-unknown': {
    message: (v) => `Taulussa ei ole saraketta nimeltä ${v.column}.`,
    hint: (v) => (v.near ? `Tarkoititko ${v.near}?` : `Valitse näistä: ${v.known}.`)
  },
  'pathway-column-type': {
    message: (v) => `Sarakkeen ${v.column} tyyppi on ${v.type}, eikä se kelpaa tapahtumalle (${v.role}).`,
    hint: (v) => `Valitse sarake, jonka tyyppi on ${v.wanted}, tai muunna tämä.`
  },
  'pathway-no-events': {
    message: (v) => `Rivejä on ${v.rows}, mutta yksikään ei ole tapahtuma, jolla on tapaus, vaihe ja aika.`,
    hint: () => 'Tarkista, mitkä sarakkeet on valittu ja luettiinko ajat aikoina.'
  },
  'pathway-times-apart': {
    message: () => 'Ensimmäisen ja viimeisen tapahtuman välillä on yli 285 vuotta.',
    hint: () => 'Etsi vuosia kuten 1 tai 9999, jotka tarkoittavat tuntematonta aikaa, ja jätä ne rivit pois.'
  },
  'pathway-order-missing': {
    message: (v) => `Rivin numero puuttuu sarakkeesta ${v.column}: tapahtumia ${v.rows}.`,
    hint: () => 'Valitse sarake, joka numeroi kaikki rivit, tai ei mitään: silloin taulun järjestys ratkaisee.'
  },
  'pathway-events-gone': {
    message: () => 'Tapahtumat on unohdettu: moottori käynnistyi uudelleen tai monta muuta on avattu sen jälkeen.',
    hint: () => 'Suorita solu uudelleen.'
  },
  'pathway-hospital-none': {
    message: () => 'Tapahtumissa ei ole sairaalasaraketta, jolla suodattaa.',
    hint: () => 'Valitse sairaalasarake tai poista tämä suodatin.'
  },
  'pathway-hospital-unknown': {
    message: (v) => `Missään tapahtumassa ei ole sairaalaa ${v.hospital}.`,
    hint: () => 'Valitse näiden tapahtumien sairaaloista.'
  },
  'pathway-activity-unknown': {
    message: (v) => `Minkään tapahtuman nimi ei ole ${v.activity}.`,
    hint: () => 'Valitse näiden tapahtumien vaiheista.'
  },
  'pathway-share-range': {
    message: (v) => `Osuus (${v.of === 'variants' ? 'variantit' : 'nuolet'}) on suurempi kuin 0 ja enintään 1.`,
    hint: () => 'Kirjoita esimerkiksi 0.95.'
  },
  'pathway-count-range': {
    message: () => 'Nuolen pienin määrä on kokonaisluku, vähintään 1.',
    hint: () => 'Kirjoita esimerkiksi 5.'
  },
  'pathway-alignment-large': {
    message: (v) => `${v.events} tapahtuman tapaus on liian pitkä viitepolulle, jossa on ${v.steps} askelta.`,
    hint: () => 'Lyhennä polkua tai säilytä vähemmän vaiheita.'
  },
  'path-empty': {
    message: () => 'Viitepolussa ei ole askelia.',
    hint: () => 'Kirjoita esimerkiksi: Referral > [Echo] > Admission > (Re-operation)*'
  },
  'path-step-missing': {
    message: (v) => `Askel puuttuu merkin ${v.column} kohdalta.`,
    hint: () => 'Nuolten välissä, suluissa ja merkkien * ja + edessä on vaiheen nimi.'
  },
  'path-arrow-missing': {
    message: (v) => `Nuoli puuttuu ennen merkkiä ${v.column}.`,
    hint: () =>
      'Askeleet liitetään merkillä >, vaihtoehdot merkillä |. Nimi, jossa on näitä merkkejä, kirjoitetaan lainausmerkkeihin.'
  },
  'path-bracket-open': {
    message: (v) => `Sulku ${v.bracket} merkin ${v.column} kohdalla jää auki.`,
    hint: (v) => `Kirjoita ${v.closing} sen viimeisen askeleen jälkeen.`
  },
  'path-bracket-extra': {
    message: (v) => `Sulku ${v.bracket} merkin ${v.column} kohdalla ei sulje mitään.`,
    hint: () => 'Poista se tai avaa se ennen ensimmäistä askelta.'
  },
  'path-quote-open': {
    message: (v) => `Lainausmerkki merkin ${v.column} kohdalla jää auki.`,
    hint: () => 'Kirjoita " nimen jälkeen; nimessä oleva " kirjoitetaan kahdesti.'
  },
  'path-deep': {
    message: (v) => `Merkin ${v.column} kohdalla sulkeita on sisäkkäin yli ${v.most}.`,
    hint: () => 'Poista sulkeet, jotka eivät muuta mitään.'
  },
  'path-steps-many': {
    message: (v) => `Viitepolussa on ${v.steps} askelta; enintään ${v.most} on mahdollista.`,
    hint: () => 'Kuvaa osa polusta tai säilytä vähemmän vaiheita.'
  }
};
