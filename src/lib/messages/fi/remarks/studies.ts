import type * as en from '../../en/remarks/studies';
import type { Words } from '../../words';
import { figure, many, p, percent } from './figures';

const noPrior: Readonly<Record<string, string>> = {
  'pharmacovigilance-too-few': 'liian harvasta parista on ilmoitus',
  'pharmacovigilance-not-converged': 'uskottavuudella ei ole selvää maksimia'
};

/** Remarks of epidemiology, pharmacovigilance, meta-analysis, power, propensity scores and imputation. */
export const studies: Words<typeof en.studies> = {
  'epidemiology-strata-left-out': (v) =>
    `Pois jätettiin ${many(v.strata, 'osite, jossa', 'ositetta, joissa')} on vain toisen ryhmän henkilöitä: erosta ne eivät kerro.`,
  'epidemiology-zero-cell': () =>
    'Jokin lukumäärä on 0, joten suhteella ei ole äärellistä arvoa tai luottamusväliä. Katso sen sijaan tarkkoja rajoja tai erotusta.',
  'epidemiology-corrected': (v) =>
    `Jokin lukumäärä on 0, joten jokaiseen taulukon soluun lisättiin ${figure(v.correction)}. Estimaatit riippuvat siitä: tulkitse niitä varoen.`,
  'epidemiology-few': (v) =>
    `Taulukon pienimmässä solussa on ${many(v.least, 'henkilö', 'henkilöä')}: alle 5 henkilöllä suhteiden rajat ovat karkeat. Käytä Fisherin tarkkaa testiä.`,
  'epidemiology-heterogeneous': (v) =>
    `Vetosuhde eroaa ositteiden välillä (Breslow ja Day, ${p(v.p)}): yksi yhteinen suhde peittää sen. Näytä ositteet erikseen.`,
  'epidemiology-homogeneous-checked': (v) =>
    `Vetosuhteen oletettiin olevan kaikissa ositteissa sama; Breslow’n ja Dayn testi ei puhu sitä vastaan (${p(v.p)}).`,
  'epidemiology-indirect-not-between': () =>
    'Kukin suhde vertaa ryhmää vakioväestöön. Niillä ei verrata keskenään ryhmiä, joiden ositteet ovat erilaiset.',
  'epidemiology-no-event': () => 'Tapahtumia ei ole: ilmaantuvuus on 0, ja sillä on vain yläraja.',
  'epidemiology-stratum-empty': (v) =>
    `Vakioitu ilmaantuvuus puuttuu: ${many(v.groups, 'ryhmä', 'ryhmää')}. Jossakin vakioväestön ositteessa ei ole siellä ketään: yhdistä ositteita.`,
  'pharmacovigilance-many-pairs': (v) =>
    `Lääkkeen ja tapahtuman pareja tarkasteltiin ${figure(v.pairs)}, joten osa erottuu sattumalta. Signaali on selvitettävä kysymys, ei vaikutus.`,
  'pharmacovigilance-no-prior': (v) =>
    `EBGM puuttuu, koska sen priorijakaumaa ei voitu sovittaa: ${noPrior[String(v.reason)] ?? String(v.reason)}.`,
  'pharmacovigilance-series-assumptions': () =>
    'Oletus: tapahtuma ei muuta myöhempää altistusta eikä seurannan pituutta, ja ilmaantuvuus on vakio ikävälin sisällä.',
  'pharmacovigilance-without-event': (v) =>
    `Pois jätettiin ${many(v.rows, 'henkilö, jolla', 'henkilöä, joilla')} ei ole tapahtumaa: jokaista verrataan itseensä.`,
  'pharmacovigilance-undated': (v) =>
    `Tapahtumien ja altistusten tauluissa on ${many(v.rows, 'rivi', 'riviä')} ilman henkilöä tai päivää: niistä ei lasketa tapahtumaa eikä altistusta.`,
  'pharmacovigilance-events-outside': (v) =>
    `Seurannan ulkopuolella on ${many(v.rows, 'tapahtuma, jota', 'tapahtumaa, joita')} ei laskettu. Tarkista päivämäärät.`,
  'pharmacovigilance-repeated': (v) =>
    `Useita tapahtumia on ${many(v.rows, 'henkilöllä', 'henkilöllä')}, ja ne lasketaan toisistaan riippumattomina. Jos tapahtuma lisää seuraavan todennäköisyyttä, ota vain ensimmäinen.`,
  'pharmacovigilance-few-events': (v) =>
    `Tapahtumia on ${figure(v.events)} ja kertoimia ${figure(v.coefficients)}: alle 10 kutakin kohti. Käytä vähemmän ikkunoita tai ikävälejä.`,
  'pharmacovigilance-one-part': (v) =>
    `Priorijakauman yhden osan osuus on ${percent(v.share)}, joten se on lähes yksi gammajakauma. Pistemäärät pätevät.`,
  'pharmacovigilance-flat': () =>
    'Moni priorijakauma sopii lähes yhtä hyvin, joten sen lukuja ei pidä tulkita yksitellen. Pistemäärät riippuvat siitä tuskin lainkaan.',
  'pharmacovigilance-prior-narrow': () =>
    'EBGM:n priorijakauman yksi osa on lähes yksi ainoa arvo, jonka tekivät muutamat samankaltaiset parit, joten välit ovat liian kapeita: sen sijaan kerrotaan IC.',
  'pharmacovigilance-unscored': (v) =>
    `Riittävästi ilmoituksia, mutta ei arvoa (${v.score}): ${many(v.pairs, 'pari', 'paria')}, joiden taulukossa on nolla. Tapahtumaa ei ole ilmoitettu muista lääkkeistä, tai lääkkeestä mitään muuta. IC:ssä ei ole tällaista aukkoa.`,
  'pharmacovigilance-zero-cell': (v) =>
    `Taulukossa on ${many(v.cells, 'solu, joka on 0', 'solua, jotka ovat 0')}: mitalla, joka jakaa sillä, ei ole arvoa tai luottamusväliä.`,
  'meta-silent-studies': (v) =>
    `Pois jätettiin ${many(v.studies, 'tutkimus, jonka', 'tutkimusta, joiden')} kummassakaan ryhmässä ei ole tapahtumia, tai on vain niitä: suhteesta ne eivät kerro.`,
  'meta-half-added': (v) =>
    `Nollan sisältää ${many(v.studies, 'tutkimus', 'tutkimusta')}: kuhunkin niiden soluun lisättiin puolikas henkilö. Vertaa Mantelin ja Haenszelin tai Peton menetelmään, jotka eivät tarvitse korjausta.`,
  'meta-half-shown': (v) =>
    `Nollan sisältää ${many(v.studies, 'tutkimus', 'tutkimusta')}: soluihin lisättiin puolikas henkilö vain siinä, missä tutkimus näytetään yksin. Yhdistetty arvo perustuu lukumääriin sellaisinaan.`,
  'meta-few-studies': (v) =>
    `Tutkimuksia on ${figure(v.studies)}: niiden välinen varianssi tunnetaan huonosti, ja väli voi olla liian kapea tai Knappin ja Hartungin korjauksella hyvin leveä. Harkitse tutkimusten näyttämistä yhdistämättä.`,
  'meta-knapp-hartung-narrower': (v) =>
    `Knappin ja Hartungin korjaus kaventaa tässä luottamusväliä (varianssi kertaa ${figure(v.factor)}), koska tutkimukset eroavat vähemmän kuin sattumalta. Ilmoita myös korjaamaton väli.`,
  'meta-fixed-heterogeneous': (v) =>
    `Tutkimukset eroavat enemmän kuin yksi yhteinen vaikutus selittää (Q ${figure(v.q)}, vapausasteita ${figure(v.df)}). Vertaa satunnaisvaikutusten malliin.`,
  'meta-tau-limits-collapsed': (v) =>
    `Tutkimukset ovat samanlaisempia kuin sattumalta (Q ${figure(v.q)}, vapausasteita ${figure(v.df)}): τ²:n väli on pelkkä 0.`,
  'meta-egger-collinear': () =>
    'Kaikilla tutkimuksilla on sama keskivirhe, joten pieniä ei erota suurista: suppilokuviota ei testata.',
  'meta-egger-perfect': () =>
    'Tutkimukset ovat tarkalleen suoralla, joten suppilokuvion testillä ei ole virhettä, johon verrata. Tarkista, onko jokin tutkimus usealla rivillä.',
  'meta-egger-two': () => 'Kaksi tutkimusta ei muodosta suppiloa: epäsymmetriaa ei testata.',
  'meta-egger-few': (v) =>
    `Tutkimuksia on ${figure(v.studies)}: Eggerin testi löytää niistä vähän, ja niitä toivotaan 10. Vaikka se ei löydä mitään, harhaa voi olla.`,
  'meta-egger-odds': () =>
    'Vetosuhteista Eggerin testi löytää epäsymmetriaa liian usein, kun vaikutukset ovat suuria tai tapahtumat harvinaisia: niiden keskivirhe riippuu vaikutuksesta.',
  'meta-limits-uneven': (v) =>
    `Estimaatti on kaukana rajojensa keskeltä, analyysin asteikolla, tutkimuksissa, joita on ${figure(v.studies)}. Tarkista suure, ovatko suhteet logaritmeja, ja kirjoitusvirheet.`,
  'meta-error-of-logarithm': (v) =>
    `${v.column} tulkittiin suhteen logaritmin keskivirheeksi. Jos se on suhteen itsensä keskivirhe, anna sen sijaan rajat.`,
  'power-equal-spread': (v) =>
    `Kaikkien ryhmien keskihajonnaksi oletetaan ${figure(v.sd)}. Kokeile myös suurempaa: se ratkaisee koon.`,
  'power-few-persons': (v) =>
    `Pienimmässä ryhmässä on ${many(v.persons, 'henkilö', 'henkilöä')}: alle 10 henkilöllä t-testi vaatii normaalisti jakautuneita arvoja.`,
  'power-few-expected': (v) =>
    `Yhdessä taulukon solussa odotetaan vain näin montaa henkilöä: ${figure(v.expected)}; siksi voima on karkea. Suunnittele Fisherin tarkka testi, joka vaatii enemmän henkilöitä.`,
  'power-few-clusters': (v) =>
    `Ryhmiä on vähän (${figure(v.clusters)}): vielä 40 ryhmällä kaava on liian toiveikas. Suunnittele yksi tai kaksi lisää kuhunkin haaraan, ja analysoi menetelmällä, joka sopii vähille ryhmille, esimerkiksi vapausasteita korjaten.`,
  'power-clusters-arms': () =>
    'Ryhmät on laskettu yhteen: jos ne jaetaan haaroihin, pyöristä kunkin haaran ryhmät ylöspäin kokonaisiksi.',
  'power-proportional-hazards': (v) => `Vaarasuhteen ${figure(v.hazardRatio)} oletetaan pätevän koko seurannan ajan.`,
  'propensity-trimmed-rows': (v) =>
    `Pistemäärän rajojen ulkopuolella on ${many(v.rows, 'henkilö, joka', 'henkilöä, jotka')} jätettiin pois: vaikutus koskee muita.`,
  'propensity-truncated': (v) =>
    `Painot, jotka kuuluvat uloimpaan osaan (${percent(v.share)}), asetettiin sen rajalle: hajonta pienenee, hintana hieman harhaa.`,
  'propensity-heavy-weight': (v) =>
    `Yhdellä henkilöllä on ${figure(v.times)}-kertainen paino keskiarvoon verrattuna, ja hän voi ratkaista tuloksen. Katso ryhmien päällekkäisyyttä, ja rajaa painoja tai pistemääriä.`,
  'propensity-no-ratio': () =>
    'Toisessa ryhmässä kenelläkään ei ollut tapahtumaa, tai molemmissa kaikilla oli: riskisuhdetta ei ole. Lue riskiero.',
  'propensity-unmatched': (v) =>
    `Verrokki puuttuu: ${many(v.treated, 'hoidettu', 'hoidettua')} (verrokin sai ${figure(v.matched)}). Vaikutus koskee niitä, joille löytyi verrokki.`,
  'propensity-controls-again': (v) =>
    `Samoja verrokkeja käytettiin useita kertoja: pareja on ${figure(v.pairs)}, verrokkeja ${figure(v.controls)}.`,
  'propensity-imbalance': (v) =>
    `${v.covariate} eroaa yhä ryhmien välillä (standardoitu ero yli 0,1). Muuta pistemäärän mallia, tai ota kovariaatti mukaan vertailuun.`,
  'propensity-no-common-range': (v) =>
    `Pistemäärä, jota toisessa ryhmässä ei ole kenelläkään: hoidettuja ${figure(v.treated)}, hoitamattomia ${figure(v.control)}. Heillä ei ole vertailukohtaa: harkitse rajaamista.`,
  'propensity-extreme-scores': (v) =>
    `${many(v.persons, 'henkilöllä', 'henkilöllä')} pistemäärä on alle 0,05 tai yli 0,95: heitä tuskin olisi voitu hoitaa toisin. Tarkista, onko vertailu heidän kohdallaan mielekäs.`,
  'imputation-not-needed': () => 'Mallin sarakkeista ei puutu mitään: mitään ei täydennetty.',
  'propensity-unmeasured': () =>
    'Vakioitu on vain se, minkä pistemäärä tuntee. Se, mikä ratkaisi hoidon eikä ole selittäjien joukossa, sekoittaa yhä.',
  'series-points-few': (v) =>
    `Ennen muutosta on ${many(v.before, 'piste', 'pistettä')} ja sen jälkeen ${figure(v.after)}, kun kummallekin puolelle toivotaan noin ${figure(v.wanted)}: suora muutaman pisteen läpi kertoo vähän.`,
  'series-no-other-change': () =>
    'Oletettu: ilman muutosta suora olisi jatkunut, eikä mikään muu muuttunut samaan aikaan. Vuodenaikoja ei mallinneta.',
  'imputation-at-random': () =>
    'Arvojen oletetaan puuttuvan satunnaisesti (MAR): puuttuminen riippuu vain siitä, mikä tunnetaan. Aineisto ei voi osoittaa sitä; vertaa täydellisiin riveihin.',
  'imputation-more-sets': (v) =>
    `Täydennettyjä aineistoja on ${figure(v.completed)}; kun näin paljon puuttuu, ota niitä ${figure(v.wanted)}, jotta tulos pysyy toistettaessa samana.`
};
