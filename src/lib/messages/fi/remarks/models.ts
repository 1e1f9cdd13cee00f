import type { Values } from '$workers/shared/errors';
import type * as en from '../../en/remarks/models';
import type { Words } from '../../words';
import { measureName } from '../analysing/measures';
import { figure, many, p, percent } from './figures';

const repeated = (names: Values[string]) =>
  `Ilman kerrointa, koska muut termit kertovat jo saman: ${names}. Jätä se pois, tai valitse, mikä niistä jää.`;
const fewEvents = (events: Values[string], terms: Values[string], wanted: Values[string]) =>
  `Tapahtumia on ${figure(events)}, kun kertoimia on ${figure(terms)} ja kutakin kohti toivotaan noin ${figure(wanted)}: kertoimet voivat olla liian suuria. Jätä kovariaatteja pois, ja tulkitse luottamusvälejä varoen.`;

/** Remarks of regression, survival, competing risks and prediction. */
export const models: Words<typeof en.models> = {
  'regression-overdispersion': (v) =>
    `Lukumäärät vaihtelevat ${figure(v.dispersion)}-kertaisesti Poissonin malliin verrattuna (${p(v.p)}), joten luottamusvälit ovat liian kapeat. Käytä robusteja keskivirheitä tai negatiivista binomiregressiota.`,
  'regression-weights-zero': (v) => `Pois jätettiin ${many(v.rows, 'rivi, jonka', 'riviä, joiden')} paino on 0.`,
  'regression-clusters-few': (v) =>
    `Ryppäittäin laskettuihin robusteihin keskivirheisiin voi luottaa noin ${figure(v.enough)} ryppäästä alkaen; ryppäitä on ${figure(v.clusters)}. Luottamusvälit ovat luultavasti liian kapeat: käytä sekamallia.`,
  'regression-alone-rows': (v) =>
    `${many(v.rows, 'rivi määrää', 'riviä määrää')} yksin jonkin kertoimen, kuten luokan ainoa rivi: robustit keskivirheet pitävät sitä varmana, ja kertoimen luottamusväli on aivan liian kapea. Yhdistä luokkia, jätä termi pois tai käytä mallin keskivirheitä.`,
  'regression-alone-clusters': (v) =>
    `${many(v.clusters, 'rypäs määrää', 'rypästä määrää')} yksin jonkin kertoimen, kuten ainoa rypäs, jossa luokka esiintyy: robustit keskivirheet pitävät sitä varmana, ja kertoimen luottamusväli on aivan liian kapea. Yhdistä luokkia, jätä termi pois tai käytä sekamallia.`,
  'model-codes-as-numbers': (v) =>
    `Muutama kokonaisluku, joita käsitellään lukuina, joka askel samana vaikutuksena: ${v.columns}. Jos ne ovat koodeja, esimerkiksi sairaaloiden, kirjoita kaavaan factor(…).`,
  'regression-aliased': (v) => repeated(v.columns),
  'regression-events-few': (v) => fewEvents(v.events, v.terms, v.each),
  'regression-odds-unequal': (v) =>
    `Termillä ${v.term} ei ole sama vetosuhde tuloksen jokaisessa katkaisukohdassa (${p(v.p)}): yksi vetosuhde peittää sen. Vertaa kunkin katkaisukohdan logistisia regressioita.`,
  'regression-level-unused': (v) =>
    `Näitä tuloksen arvoja ei ole millään käytetyllä rivillä, joten ne jäävät pois mallista: ${v.levels}.`,
  'regression-event': (v) =>
    `Tapahtuma on sarakkeen ${v.response} arvo ${v.event}. Valitse toinen arvo, jos tarkoitit sitä.`,
  'regression-separation-avoided': (v) =>
    `${v.column} erottaa tulokset täydellisesti, joten malli on sovitettu Firthin sakotetulla uskottavuudella, joka pitää kertoimet äärellisinä. Mainitse se, kun raportoit tuloksen.`,
  'mixed-groups-few': (v) =>
    `Ryhmiä on vain ${figure(v.groups)}, ja niitä toivotaan vähintään ${figure(v.enough)}: ryhmien vaihtelu tunnetaan huonosti, ja niiden välisten erojen luottamusvälit ovat liian kapeat.`,
  'mixed-singular': (v) =>
    `Sarakkeen ${v.group} ryhmät eivät eroa sattumaa enempää: satunnaisleikkauspisteen varianssi on 0, ja kertoimet ovat samat kuin mallissa ilman ryhmiä.`,
  'mixed-quadrature': (v) =>
    `Log-uskottavuuden virhe on noin ${figure(v.change)}, kun integrointipisteitä on ${figure(v.nodes)}. Pyydä niitä ${figure(v.finer)}.`,
  'mixed-imprecise': (v) =>
    `Aineisto ei kerro juuri mitään näistä kertoimista, joiden luottamusvälit kattavat kaiken mahdollisen: ${v.columns}. Jätä termejä pois, tai yhdistä luokkia.`,
  'regression-rows-few': (v) =>
    `Rivejä on ${figure(v.rows)}, kun kertoimia on ${figure(v.terms)} ja kutakin kohti toivotaan noin ${figure(v.each)}: malli voi kuvata sattumaa. Jätä kovariaatteja pois.`,
  'regression-normal-checked': (v) =>
    `Testi ei löydä viitteitä siitä, etteivät jäännökset olisi normaalisti jakautuneita (${p(v.p)}, ${many(v.n, 'rivi', 'riviä')}).`,
  'regression-normal-rejected': (v) =>
    `Jäännökset eivät ole normaalisti jakautuneita (${p(v.p)}, ${many(v.n, 'rivi', 'riviä')}). Kun rivejä on paljon, luottamusvälit pätevät lähes silti; kun niitä on vähän, katso kvantiileja ja kokeile tuloksen logaritmia.`,
  'regression-spread-checked': (v) =>
    `Testi ei löydä viitteitä siitä, etteivät jäännökset vaihtelisi yhtä paljon (${p(v.p)}).`,
  'regression-spread-rejected': (v) =>
    `Jäännökset vaihtelevat joidenkin sovitettujen arvojen kohdalla enemmän kuin muualla (${p(v.p)}), joten luottamusvälit voivat olla vääriä. Käytä robusteja keskivirheitä, HC3.`,
  'regression-dispersion-checked': (v) =>
    `Lukumäärät vaihtelevat suunnilleen sen verran kuin Poissonin malli odottaa (hajonta ${figure(v.dispersion)}, ${p(v.p)}).`,
  'regression-odds-checked': (v) =>
    `Testit eivät löydä viitteitä siitä, etteivät vetosuhteet olisi samat tuloksen jokaisessa katkaisukohdassa (pienin ${p(v.p)}).`,
  'regression-odds-assumed': () =>
    'Vetosuhteiden oletetaan olevan samat tuloksen jokaisessa katkaisukohdassa; aineisto ei riitä sen testaamiseen.',
  'survival-proportional-assumed': () =>
    'Vaarojen oletetaan pysyvän verrannollisina koko ajan: tämä aineisto ei voi näyttää, pysyvätkö ne.',
  'survival-proportional-checked': (v) =>
    `Testi ei löydä viitteitä siitä, etteivät vaarat pysyisi verrannollisina (${p(v.p)}).`,
  'survival-proportional-rejected': (v) =>
    `Näiden termien vaarat eivät pysy verrannollisina (${p(v.p)}): ${v.terms}. Yksi suhde peittää, miten vaikutus muuttuu: vie sarake ositteisiin, jos sen omaa suhdetta ei tarvita. Muuten jaa seuranta väleihin, rivi kullekin alkuineen, ja anna vaikutuksen vaihdella niiden välillä.`,
  'survival-interaction': (v) =>
    `Mallissa on yhdysvaikutus (${v.columns}): kummankin oma suhde pätee siellä, missä toinen on 0 tai vertailutasollaan.`,
  'survival-rows-missing': (v) =>
    `Riveistä ${percent(v.share)} jää pois, koska arvo puuttuu. Jos ne eroavat muista, suhteet voivat olla harhaisia: kerro, miksi arvoja puuttuu, ja harkitse moni-imputointia.`,
  'survival-aliased': (v) => repeated(v.terms),
  'survival-few-events': (v) => fewEvents(v.events, v.terms, v.wanted),
  'survival-few-clusters': (v) =>
    `Robustit keskivirheet perustuvat vain näin moneen ryppääseen: ${figure(v.clusters)}; niitä toivotaan noin 30. Luottamusvälit ovat luultavasti liian kapeat.`,
  'survival-all-censored': (v) =>
    `Ryhmässä ${v.group} kenelläkään ei ollut tapahtumaa: sen käyrä pysyy arvossa 1, eikä mediaania ole.`,
  'survival-risk-set-emptied': (v) =>
    `Ajankohtana ${figure(v.time)} kaikilla ryhmän ${v.group} riskijoukossa olleilla oli tapahtuma, vaikka toiset tulivat seurantaan myöhemmin, joten käyrä pysyy siitä alkaen nollassa. Aloita käyrä myöhemmin, kun riskijoukko on riittävän suuri.`,
  'survival-not-compared': () =>
    'Mikään testi ei vertaa ryhmiä: minkään tapahtuman hetkellä riskijoukossa ei ollut kahden ryhmän henkilöitä. Kukin käyrä pätee sellaisenaan.',
  'survival-ph-undetermined': (v) =>
    `Tästä aineistosta ei voi arvioida, pysyvätkö termin ${v.term} vaarat verrannollisina: testi jättää sen pois.`,
  'survival-censoring-assumed': () =>
    'Niiden, joiden seuranta päättyi, oletetaan olleen samassa vaarassa kuin jatkaneiden. Loppu, joka tekee tapahtuman mahdottomaksi, on kilpaileva tapahtuma eikä sensurointi.',
  'survival-mean-few-events': (v) =>
    `Ryhmässä ${v.group} tapahtumia on vain ${figure(v.events)}, kun niitä toivotaan noin ${figure(v.wanted)}: sen keskiarvon väli on karkea.`,
  'competing-nobody-censored': (v) =>
    `Sarakkeen ${v.column} millään rivillä ei ole arvoa ${v.value}, joten ketään ei sensuroitu: kaikkia seurattiin tapahtumaan asti. Tarkista, että jokainen arvo on tapahtuma.`,
  'competing-one-cause': (v) =>
    `${v.cause} on ainoa tapahtuma, joten mikään ei kilpaile sen kanssa: sama kuin Kaplan–Meier ja Cox.`,
  'competing-kaplan-meier-overstates': (v) =>
    `Yksi miinus Kaplan–Meier sanoisi tapahtumasta ${v.cause} ajankohtana ${figure(v.time)}: ${percent(v.naive)}, kun oikea on ${percent(v.incidence)}. Se liioittelee: jolle tuli toinen tapahtuma, sille tämä ei voi enää tulla, eikä hän ole vain sensuroitu.`,
  'competing-subdistribution': () =>
    'Osajakauman vaarasuhde kertoo, onko kumulatiivinen ilmaantuvuus suurempi vai pienempi. Miten vauhti eroaa vielä riskissä olevilla, sen kertoo tapahtuman Coxin regressio, joka pitää muita tapahtumia sensurointina.',
  'competing-proportional-assumed': () =>
    'Osajakaumavaarojen oletetaan pysyvän verrannollisina koko ajan. Vertaa kumulatiivisen ilmaantuvuuden käyriä ryhmittäin.',
  'competing-aliased': (v) => repeated(v.terms),
  'competing-few-events': (v) => fewEvents(v.events, v.terms, v.wanted),
  'competing-not-compared': (v) =>
    `Mikään testi ei vertaa ryhmiä tapahtuman ${v.cause} suhteen: niiden seuranta-ajat eivät osu riittävästi päällekkäin. Kukin käyrä pätee sellaisenaan.`,
  'competing-no-event-in-group': (v) =>
    `Ryhmässä ${v.group} kenelläkään ei ollut tapahtumaa ${v.cause}: sen ilmaantuvuus pysyy nollassa ilman luottamusväliä.`,
  'prediction-resamples-undefined': (v) =>
    `Mitta puuttuu osasta uusiotoksia (${figure(v.failed)}/${figure(v.resamples)}): ${measureName(v.measure)}. Luottamusväli perustuu muihin.`,
  'prediction-undefined': (v) =>
    `Tällä raja-arvolla ei ole määritelty: ${measureName(v.measure)}. Jakajana olisi 0 henkilöä.`,
  'prediction-no-spread': (v) =>
    `Virhettä ei voi arvioida: ${measureName(v.measure ?? 'auc')}. Pistemäärät erottavat tulokset täydellisesti tai ovat kaikki samoja, tai toinen tulos on vain yhdellä henkilöllä. Luottamusväliä ei ole.`,
  'prediction-none-expected': (v) =>
    `Kaikki riskit (${figure(v.rows)}) ovat 0: yhtään tapahtumaa ei odoteta, joten havaitun ja odotetun suhdetta ei ole.`,
  'prediction-score-reversed': (v) =>
    `Pinta-ala ${figure(v.area)} on alle 0,5: suurilla pistemäärillä on vähemmän tapahtumia. Tarkista pistemäärän suunta ja tuloksen koodaus.`,
  'prediction-curve-joined': (v) =>
    `Käyrä on sovitettu osassa eri riskejä (${figure(v.fits)}/${figure(v.risks)}) ja piirretty niiden kautta.`,
  'prediction-brier-not-scaled': (v) =>
    `Tulos on sama kaikilla riveillä (${figure(v.rows)}): skaalattua Brierin pistemäärää ei ole.`,
  'prediction-rows-not-persons': (v) =>
    `Rivejä on ${figure(v.rows)} ja henkilöitä ${figure(v.persons)}: jokainen rivi lasketaan omaksi henkilökseen, joten luottamusvälit ovat liian kapeat. Ota yksi rivi henkilöltä, tai ”Suorituskyky bootstrapilla”, joka arpoo henkilöitä.`,
  'prediction-few-events': (v) =>
    `Tulos on ${many(v.events, 'rivillä', 'rivillä')} ja puuttuu ${many(v.others, 'riviltä', 'riviltä')}: kun jompiakumpia on alle 10, kaikki mitat ovat heikolla pohjalla.`
};
