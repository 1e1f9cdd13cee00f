import type { Failure } from '../words';

/** Failures of the statistics engine that benchmarks meet. */
export const benchmarking: Record<string, Failure> = {
  'benchmark-operation-missing': {
    message: () => 'Kuolinpäivämäärät ja usean leikkauksen kokonaisuudet vaativat leikkauksen päivän.',
    hint: () => 'Nimeä leikkauksen sarake kohtaan time, tai anna kuolema ja seuranta päivinä leikkauksesta.'
  },
  'benchmark-days-impossible': {
    message: (v) => `Sarakkeessa ${v.column} on ${v.rows} lukua, jotka eivät ole päiviä leikkauksesta.`,
    hint: () => 'Anna kokonaisia päiviä: leikkauspäivä on 0.'
  },
  'benchmark-recalibrate': {
    message: () => 'Riskejä ei voi sovittaa kaikkiin sairaaloihin yhdessä: tapahtumia ei ole, tai on vain niitä.',
    hint: () => 'Jätä recalibrate pois.'
  },
  'benchmark-nothing-left': {
    message: (v) =>
      `Yhdelläkään tapauksella (${v.cases}) ei ole sairaalaa, tulosta ja, jos pyydetty, odotettua riskiä.`,
    hint: () => 'Tarkista, mitkä sarakkeista ovat tyhjiä.'
  },
  'counts-impossible': {
    message: (v) => `${v.events}/${v.n} henkilöä ei ole osuus.`,
    hint: () => 'Tarkista, että tapahtumat ja henkilöt ovat samoilta riveiltä.'
  },
  'level-range': {
    message: () => 'Luottamustaso on nollan ja ykkösen välissä, kumpikaan ei kelpaa.',
    hint: () => 'Kirjoita 95 % muodossa 0.95.'
  },
  'analysis-unknown': {
    message: (v) => `Analyysia ${v.method} ei ole.`,
    hint: () => 'Valitse jokin solun lomakkeesta.'
  },
  'event-absent': {
    message: (v) => `Millään rivillä sarake ${v.column} ei ole ${v.value}.`,
    hint: (v) =>
      v.near
        ? `Tarkoititko ${v.near}?`
        : 'Tarkista, miten tapahtuma on kirjoitettu: isot kirjaimet ja välit merkitsevät.'
  },
  'event-words': {
    message: (v) => `Sarakkeessa ${v.column} on sanoja, eikä ole sanottu, mikä niistä tarkoittaa kyllä.`,
    hint: (v) => `Sano se kohdassa ”Tapahtuma on”, ”Tulos on” tai ”Hoito on”: ${v.known}.`
  },
  'choice-unknown': {
    message: (v) => `${v.key} ei voi olla ${v.value}.`,
    hint: (v) => `Valitse jokin: ${v.known}.`
  },
  'correlation-columns': {
    message: () => 'Korrelaatioon tarvitaan kaksi saraketta.',
    hint: () => 'Valitse kaksi lukusaraketta tai useampia: silloin verrataan jokaista paria.'
  },
  'correlation-columns-many': {
    message: (v) => `Sarakkeista (${v.columns}) tulee liian monta paria; sarakkeita voi olla enintään ${v.most}.`,
    hint: () => 'Valitse sarakkeet, joita kysymys koskee.'
  },
  'series-uneven': {
    message: (v) => `Sarakkeen ${v.column} askeleet ovat epätasaiset: ajan ${v.after} jälkeen seuraava piste puuttuu.`,
    hint: () => 'Anna rivi jokaiselle askeleelle, lukumäärineen silloinkin, kun se on 0.'
  },
  'series-time': {
    message: (v) =>
      `Sarakkeessa ${v.column} on ${v.rows} pistettä, joilta aika puuttuu tai joiden aika on jo toisella.`,
    hint: () => 'Anna yksi rivi aika-askelta kohti: laske kuukauden rivit ensin yhteen.'
  },
  'groups-few': {
    message: (v) => `Sarake ${v.column} erottaa ${v.groups} ryhmää; tarvitaan ${v.needed}.`,
    hint: () => 'Tarkista suodattimet ja puuttuvat arvot, tai valitse toinen sarake.'
  },
  'groups-many': {
    message: (v) => `Sarakkeessa ${v.column} on ${v.groups} eri arvoa; enintään ${v.most} ryhmää verrataan.`,
    hint: () => 'Valitse sarake, jossa on harvoja arvoja, tai yhdistä niitä ensin.'
  },
  'censored-unknown': {
    message: (v) =>
      `Mikään sarakkeen ${v.column} arvoista ei tunnetusti tarkoita, että seuranta päättyi ilman tapahtumaa.`,
    hint: (v) => `Kerro kohdassa ”Ei tapahtumaa on”, mikä niistä tarkoittaa: ${v.known}.`
  },
  'causes-many': {
    message: (v) => `Sarakkeessa ${v.column} on ${v.causes} eri tapahtumaa; enintään ${v.most} voi kilpailla.`,
    hint: () => 'Valitse sarake, joka kertoo, miten seuranta päättyi, tai yhdistä syitä ensin.'
  },
  'columns-same': {
    message: (v) => `Sarake ${v.column} valittiin kahdesti.`,
    hint: () => 'Valitse kaksi eri saraketta: sarake on yhtäpitävä itsensä kanssa.'
  },
  'kappa-weights': {
    message: (v) => `Painoihin tarvitaan kaksi arvioijaa; heitä on ${v.raters}.`,
    hint: () => 'Valitse kaksi arvioijaa tai jätä painot pois: parien taulussa on jokainen pari.'
  },
  'kappa-order': {
    message: (v) => `Painoihin tarvitaan luokkien järjestys, ja luokat ovat sanoja: ${v.levels}.`,
    hint: () => 'Luettele ne alimmasta ylimpään kohdassa ”Luokkien järjestys”, tai jätä painot pois.'
  },
  'intraclass-columns': {
    message: () => 'Arvioita ei ole nimetty.',
    hint: () =>
      'Valitse vähintään kaksi arvioijaa, kukin omana sarakkeenaan; tai, jos jokainen arvio on oma rivinsä, arvo, henkilö ja arvioija.'
  },
  'intraclass-twice': {
    message: (v) => `Sama ${v.rater} arvioi saman kohteen (${v.person}) kahdesti.`,
    hint: () => 'Pidä kustakin yksi arvio tai laske ensin keskiarvo.'
  },
  'compare-with-nothing': {
    message: () => 'Vertailukohtaa ei ole nimetty.',
    hint: () => 'Valitse ryhmien sarake, tai arvo, johon keskiarvoa verrataan.'
  },
  'group-values-few': {
    message: (v) =>
      `Ryhmässä ${v.group} on ${v.values} arvoa sarakkeessa ${v.column}; vertailu vaatii vähintään ${v.needed}.`,
    hint: () => 'Jätä ryhmä pois suodattamalla tai yhdistä se toiseen.'
  },
  'describe-words': {
    message: (v) => `Sarakkeessa ${v.column} on sanoja tai päiviä, joilla ei ole keskiarvoa.`,
    hint: () => 'Jätä sarake pois. Taulukko 1 laskee sanat, ryhmittäin tai kaikki yhdessä.'
  },
  'standard-unnamed': {
    message: (v) =>
      `Vakioväestöstä puuttuu jotakin, mitä ${v.how === 'indirect' ? 'epäsuora' : 'suora'} vakiointi tarvitsee.`,
    hint: (v) =>
      v.how === 'indirect'
        ? 'Valitse sen ositteiden, henkilöiden tai ajan sekä tapahtumien sarakkeet.'
        : 'Valitse sen ositteiden sekä henkilöiden tai ajan sarakkeet.'
  },
  'pairs-unnamed': {
    message: () => 'Sarakkeet eivät kerro, mikä on pari.',
    hint: () => 'Valitse kaksi saraketta, ennen ja jälkeen; tai arvosarake sekä sen tilanne ja henkilö.'
  },
  'strata-groups': {
    message: (v) => `Sarake ${v.column} erottaa ryhmiä ${v.groups}; ositteiden sisällä verrataan kahta.`,
    hint: () => 'Suodata rivit kahteen ryhmään, tai yhdistä ryhmiä ensin.'
  },
  'pairs-conditions': {
    message: (v) => `Sarakkeessa ${v.column} on ${v.conditions} eri arvoa; parissa niitä on kaksi.`,
    hint: () => 'Suodata rivit kahteen verrattavaan tilanteeseen.'
  },
  'pairs-repeated': {
    message: (v) => `Usealla henkilöllä (${v.persons}) on samasta tilanteesta enemmän kuin yksi rivi.`,
    hint: () => 'Pidä yksi rivi henkilöä ja tilannetta kohti, esimerkiksi usean keskiarvo.'
  },
  'predictors-none': {
    message: () => 'Mallissa ei ole selittäjiä.',
    hint: () => 'Valitse sarakkeet, joiden on määrä selittää tulosta, tai kirjoita kaava.'
  },
  'predictors-two': {
    message: () => 'Mallissa on sekä selittäjiä että kaava.',
    hint: () => 'Pidä niistä toinen: kaava voi sanoa kaiken, minkä selittäjätkin.'
  },
  'pool-error-none': {
    message: () => 'Tutkimuksilla ei ole keskivirheitä.',
    hint: () => 'Nimeä keskivirheiden sarake tai välien rajojen kaksi saraketta.'
  },
  'pool-ratio': {
    message: (v) => `Sarakkeessa ${v.column} on arvoja 0 tai alle, jotka eivät ole suhteita.`,
    hint: () =>
      'Jos ne ovat suhteiden logaritmeja, sano niin. Suhde 0 tulee ryhmästä ilman tapahtumia: yhdistä lukumäärät.'
  },
  'pool-logarithm': {
    message: (v) => `Suhteen logaritmi on yli 50, mitä mikään tutkimus ei löydä, riveillä, joita on ${v.rows}.`,
    hint: () => 'Jos sarakkeessa on suhteita eikä niiden logaritmeja, sano niin.'
  },
  'pool-limits': {
    message: (v) => `Estimaatti on omien rajojensa ulkopuolella tutkimuksissa, joita on ${v.rows}.`,
    hint: () => 'Tarkista, ovatko estimaatti ja rajat samalla asteikolla.'
  },
  'series-window': {
    message: () => 'Riski-ikkuna on nimi ja kaksi päivää altistuksen jälkeen.',
    hint: () => 'Kirjoita se näin: `{name: two weeks, from: 0, to: 13}`.'
  },
  'plan-both': {
    message: () => 'Sekä voima että henkilöiden määrä on annettu.',
    hint: () => 'Anna toinen: toinen seuraa siitä.'
  },
  'plan-groups': {
    message: () => 'Vain toisella ryhmällä on henkilömäärä.',
    hint: () => 'Anna molemmat, tai ei kumpaakaan ja sen sijaan voima.'
  },
  'plan-pairs': {
    message: () => 'Pareilla on yksi määrä, ei omaa kummallakin ryhmällä.',
    hint: () => 'Anna parien määrä ensimmäisen ryhmän määränä, eikä mitään toisesta.'
  },
  'plan-ratio': {
    message: () => 'Ryhmien suhde on annettu, vaikka mikään ei kysy sitä.',
    hint: () => 'Jätä se pois: pareilla sitä ei ole, ja kahdesta henkilömäärästä se seuraa.'
  },
  'plan-share': {
    message: () => 'Sekä tapahtumien määrä että tapahtuman saavien osuus on annettu.',
    hint: () => 'Anna toinen: osuudesta lasketaan, montako henkilöä tapahtumiin tarvitaan.'
  },
  'plan-what': {
    message: () => 'Tarkkuutta suunnitellaan osuudelle tai ilmaantuvuudelle.',
    hint: () => 'Anna niistä se, jota odotat.'
  },
  'plan-width': {
    message: () => 'Haluttu väli tarvitsee yhden leveyden.',
    hint: () => 'Anna välin puolikas; ilmaantuvuudelle sen sijaan käy kerroin.'
  },
  'observed-impossible': {
    message: (v) => `${v.observed} ei ole tapahtumien määrä.`,
    hint: () => 'Anna kokonaisluku nollasta alkaen.'
  },
  'expected-not-positive': {
    message: () => 'Odotettujen tapahtumien määrä on äärellinen ja suurempi kuin 0.',
    hint: () => 'Tarkista odotetut riskit: ilman niitä ei ole vertailukohtaa.'
  },
  'statistics-call': {
    message: (v) => `Funktiota \`statistics.${v.method}\` kutsuttiin muulla kuin mitä se ottaa.`,
    hint: () => 'Katso sen ohje: kirjoita sen nimi ja odota.'
  },
  'outcome-unnamed': {
    message: () => 'Sarakkeista mikään ei nimeä tulosta.',
    hint: () => 'Nimeä kyllä/ei-sarake kohtaan outcome, tai sarakkeet death ja followUp.'
  },
  'column-unknown': {
    message: (v) => `Taulussa ei ole saraketta ${v.column}.`,
    hint: (v) => (v.near ? `Tarkoititko saraketta ${v.near}?` : `Siinä on: ${v.known}.`)
  },
  'column-not-numeric': {
    message: (v) => `Sarakkeessa ${v.column} ei ole lukuja.`,
    hint: () => 'Valitse lukusarake tai muuta sarake luvuiksi.'
  },
  'column-not-exact': {
    message: (v) => `Sarakkeessa ${v.column} on yli 9 007 199 254 740 991:n kokonaislukuja, kuten tunnisteissa.`,
    hint: () => 'Valitse mitattujen tai laskettujen arvojen sarake.'
  },
  'column-not-binary': {
    message: (v) => `Sarakkeessa ${v.column} on ${v.rows} arvoa, jotka eivät ole 0 tai 1.`,
    hint: () => 'Valitse kyllä/ei-sarake, jossa on true ja false tai 1 ja 0.'
  },
  'column-not-dated': {
    message: (v) => `Sarakkeessa ${v.column} ei ole päivämääriä.`,
    hint: () => 'Valitse päivämäärien tai ajankohtien sarake.'
  },
  'columns-unlike': {
    message: () => 'Sarakkeissa on eri määrä rivejä.',
    hint: () => 'Ota kaikki samasta taulusta.'
  },
  'rows-none': {
    message: () => 'Millään rivillä ei ole kaikkia tarvittavia arvoja.',
    hint: () => 'Tarkista, mitkä sarakkeista ovat tyhjiä.'
  },
  'points-too-few': {
    message: (v) => `${v.rows} pistettä ei riitä ${v.terms} kertoimeen ja niiden virheeseen.`,
    hint: () => 'Anna enemmän pisteitä.'
  },
  'risk-outside': {
    message: (v) => `${v.rows} odotettua riskiä ei ole nollan ja ykkösen välissä, kumpikaan ei kelpaa.`,
    hint: () => 'Anna todennäköisyyksiä: 2 % on 0.02, eikä kenenkään riski ole tasan 0 tai 1.'
  },
  'outcome-other': {
    message: (v) => `${v.rows} tulosta ei ole 0 tai 1.`,
    hint: () => 'Kirjoita 1, kun tapahtuma on, ja 0, kun ei ole.'
  },
  'cases-none': {
    message: () => 'Yhtään tarkasteltavaa tapausta ei ole.',
    hint: () => 'Tarkista suodattimet ja puuttuvat arvot.'
  },
  'cases-unlike': {
    message: (v) => `${v.outcomes} tulosta ja ${v.risks} odotettua riskiä eivät kuulu yhteen.`,
    hint: () => 'Anna jokaiselle tulokselle yksi odotettu riski.'
  },
  'odds-ratio-range': {
    message: () => 'Etsittävä ristitulosuhde on äärellinen, suurempi kuin 0 eikä 1.',
    hint: () => 'Ota 2 kaksinkertaistumiselle ja 0.5 puolittumiselle.'
  },
  'control-limit-range': {
    message: () => 'Valvontaraja on äärellinen ja suurempi kuin 0.',
    hint: () => 'Etsi se simuloimalla.'
  },
  'control-options': {
    message: (v) => `Simuloinnin asetus ei kelpaa: ${v.option} ${v.rule}.`,
    hint: () => 'Korjaa luku, tai jätä se pois, jos sillä on oletus.'
  },
  'control-work': {
    message: (v) => `Simulointi vaatisi ${v.steps} tapausta; raja on ${v.most}.`,
    hint: () => 'Pyydä vähemmän kulkuja tai lyhyempää aikaa väärien hälytysten välille.'
  },
  'funnel-target': {
    message: () => 'Suppilo vaatii keskiviivakseen osuuden nollan ja ykkösen väliltä, kumpikaan ei kelpaa.',
    hint: () => 'Jos tapahtumia ei ole, tai on vain niitä, vertailtavaa ei ole.'
  },
  'funnel-size': { message: () => 'Tapausten määrä on kokonaisluku ykkösestä alkaen.', hint: () => 'Tarkista luku.' },
  'risk-column-missing': {
    message: (v) => `Kertoimien taulussa ei ole saraketta ${v.column}.`,
    hint: () => 'Se vaatii sarakkeet term ja coefficient; luokille myös level ja kind.'
  },
  'risk-coefficient-missing': {
    message: (v) => `Kerroin puuttuu: ${v.term}.`,
    hint: () => 'Kirjoita luku kertoimien taulun jokaiselle riville.'
  },
  'risk-term-unnamed': {
    message: (v) => `Kertoimien taulun rivi ${v.row} ei nimeä termiä.`,
    hint: () => 'Kirjoita sarakkeen nimi tai intercept.'
  },
  'risk-kind-unknown': {
    message: (v) => `Termin ${v.term} lajia ${v.kind} ei tunneta.`,
    hint: () => 'Kirjoita binary, linear tai category.'
  },
  'risk-level-missing': {
    message: (v) => `Luokitellulla termillä ${v.term} on kerroin ilman luokkaa.`,
    hint: () => 'Kirjoita jokaisen kertoimen luokka; vertailuluokan kerroin on 0.'
  },
  'risk-term-twice': {
    message: (v) => `Termillä ${v.term} on kaksi kerrointa.`,
    hint: () => 'Jätä toinen pois.'
  },
  'risk-intercept-missing': {
    message: () => 'Kertoimien taulussa ei ole vakiotermiä.',
    hint: () => 'Lisää rivi, jonka term on intercept; kirjoita 0, jos mallissa ei ole sitä.'
  },
  'risk-term-missing': {
    message: (v) => `Aineistossa ei ole saraketta ${v.term}, jonka riskimalli vaatii.`,
    hint: (v) => (v.near ? `Tarkoititko saraketta ${v.near}?` : 'Nimeä sarake uudelleen tai laske se ensin.')
  },
  'risk-level-unknown': {
    message: (v) => `${v.rows} rivillä on sarakkeessa ${v.term} arvo, jolle riskimallissa ei ole kerrointa.`,
    hint: () => 'Anna jokaiselle luokalle kerroin; vertailuluokan kerroin on 0.'
  },
  'risk-binary': {
    message: (v) => `${v.rows} rivillä on sarakkeessa ${v.term} muu arvo kuin 0 tai 1.`,
    hint: () => 'Lajin binary termi on kyllä tai ei. Jos se on luku, laji on linear.'
  },
  'risk-extreme': {
    message: (v) => `Riskimalli antaa ${v.rows} riville riskin 0 tai 1.`,
    hint: () => 'Tarkista sarakkeiden yksiköt: paino grammoina vaatii muut kertoimet kuin kilogrammoina.'
  },
  'days-range': { message: () => 'Päivien määrä on kokonaisluku nollasta alkaen.', hint: () => 'Ota 30.' },
  'series-gap': {
    message: (v) => `Sarjasta puuttuu pisteitä: ${v.points}.`,
    hint: () => 'Pisteiden välin on oltava sama: täytä aukot tai ota pidemmät aikavälit.'
  },
  'series-start': {
    message: (v) =>
      `Muutos on pisteessä ${v.start}; ${v.points} pistettä jättää liian vähän sen jommallekummalle puolelle.`,
    hint: () => 'Ennen muutosta ja siitä alkaen tarvitaan kaksi pistettä, yhteensä viisi.'
  },
  'series-lag': {
    message: (v) => `Viive on kokonaisluku nollasta lukuun ${v.most}.`,
    hint: () => 'Jätä se pois, niin se valitaan sarjan pituuden mukaan.'
  },
  'series-large': {
    message: () => 'Sarjan pisteet ovat liian suuria korotettaviksi neliöön.',
    hint: () => 'Etsi mahdotonta arvoa tai käytä suurempaa yksikköä.'
  },
  'series-exact': {
    message: () => 'Suorat kulkevat kaikkien pisteiden kautta: virhettä ei voi arvioida.',
    hint: () => 'Tarkista, onko sarja vakio.'
  }
};
