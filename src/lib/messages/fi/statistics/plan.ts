import type { Values } from '$workers/shared/errors';
import type { plan as english } from '../../en/statistics/plan';
import type { Words } from '../../words';
import { range } from './sentence';

/** " kaksisuuntaisella tasolla 0,05" */
const test = ({ alpha, sides }: Values) => ` ${sides === '1' ? 'yksi' : 'kaksi'}suuntaisella tasolla ${alpha}`;

export const plan: Words<typeof english> = {
  methods: {
    'plan-means': 'Henkilöt kahden keskiarvon vertailuun',
    'plan-proportions': 'Henkilöt kahden osuuden vertailuun',
    'plan-survival': 'Tapahtumat kahden elinaikakäyrän vertailuun',
    'plan-precision': 'Henkilöt annetun levyiseen väliin',
    'plan-clusters': 'Henkilöt, kun tutkitaan ryhmiä'
  },
  abouts: {
    'plan-means': 't-testille: henkilöt voimaa varten tai annetun henkilömäärän voima.',
    'plan-proportions': 'χ²-testille: henkilöt voimaa varten tai annetun henkilömäärän voima.',
    'plan-survival': 'Log-rank-testille: tapahtumat voimaa varten tai annetun tapahtumamäärän voima.',
    'plan-precision': 'Osuudelle tai ilmaantuvuudelle, joka pitää tietää riittävän tarkasti.',
    'plan-clusters': 'Saman sairaalan lapset ovat samankaltaisia: kuinka paljon enemmän heitä sen takia tarvitaan.'
  },
  fields: {
    difference: 'Keskiarvojen erotus',
    sd: 'Keskihajonta',
    design: 'Asetelma',
    ratio: 'Toinen ryhmä ensimmäiseen nähden',
    first: 'Henkilöitä ensimmäisessä ryhmässä',
    second: 'Henkilöitä toisessa ryhmässä',
    power: 'Voima',
    alpha: 'Väärät hälytykset (α)',
    sides: 'Suuntia',
    first_proportion: 'Osuus ensimmäisessä ryhmässä',
    second_proportion: 'Osuus toisessa ryhmässä',
    continuity: 'Jatkuvuuskorjaus',
    hazard_ratio: 'Vaarasuhde',
    event_share: 'Tapahtuman saavien osuus ensimmäisessä ryhmässä',
    planned_events: 'Tapahtumat',
    by: 'Kaava',
    proportion: 'Odotettu osuus',
    rate: 'Odotettu ilmaantuvuus',
    half_width: 'Välin puolikas',
    factor: 'Kerroin',
    planned_persons: 'Henkilöt ilman ryhmiä',
    size: 'Henkilöitä ryhmässä',
    icc: 'Ryhmänsisäinen korrelaatio',
    variation: 'Kokojen vaihtelu'
  },
  help: {
    difference: 'Pienin merkityksellinen, keskihajonnan yksikössä.',
    sd: 'Kummankin ryhmän sisällä; pareilla niiden erotusten.',
    ratio: 'Toisen ryhmän henkilöitä kutakin ensimmäisen henkilöä kohti.',
    first: 'Pois jätettynä se on se, mitä kysytään.',
    power: 'Todennäköisyys löytää tällainen ero. Pois jätettynä 0.8 tai se, mitä henkilöt antavat.',
    alpha: 'Todennäköisyys löytää ero, jota ei ole.',
    hazard_ratio: 'Toinen ryhmä suhteessa ensimmäiseen.',
    event_share: 'Seurannan aikana: henkilöt lasketaan siitä.',
    planned_events: 'Pois jätettynä ne ovat se, mitä kysytään.',
    rate: 'Tapahtumia aikayksikössä.',
    half_width:
      'Puolet koko välistä, osuutena: 0.03 on päästä päähän 6 prosenttiyksikköä. Ilmaantuvuudella sen omassa yksikössä.',
    factor: 'Ilmaantuvuudelle: rajat saadaan jakamalla ja kertomalla sillä.',
    planned_persons: 'Määrä, jonka riippumattomien henkilöiden tutkimus tarvitsee, yhdessä haarassa tai kaikissa.',
    icc: 'Kuinka samankaltaisia ryhmän henkilöt ovat: 0 ei lainkaan, 1 täysin.',
    variation: 'Ryhmien kokojen keskihajonta jaettuna niiden keskiarvolla.'
  },
  choices: {
    independent: 'kaksi ryhmää',
    paired: 'samat henkilöt kahdesti',
    schoenfeld: 'Schoenfeld',
    freedman: 'Freedman',
    wilson: 'Wilson',
    wald: 'Wald'
  },
  facts: {
    total: 'Henkilöitä yhteensä',
    alpha: 'Väärät hälytykset (α)',
    sides: 'Suuntia',
    'design-effect': 'Asetelmavaikutus'
  },
  says: {
    'plan-means-size': (v) =>
      `Tarvitaan ${v.total} henkilöä (${v.groups}), jotta erotus ${v.difference} (keskihajonta ${v.sd}) löytyy voimalla ${v.sharePower}${test(v)}.`,
    'plan-means-power': (v) =>
      `Henkilömäärällä ${v.total} (${v.groups}) erotus ${v.difference} (keskihajonta ${v.sd}) löytyy voimalla ${v.sharePower}${test(v)}.`,
    'plan-pairs-size': (v) =>
      `Tarvitaan ${v.groups} paria, jotta keskimääräinen erotus ${v.difference} (erotusten keskihajonta ${v.sd}) löytyy voimalla ${v.sharePower}${test(v)}.`,
    'plan-pairs-power': (v) =>
      `Parimäärällä ${v.groups} keskimääräinen erotus ${v.difference} (erotusten keskihajonta ${v.sd}) löytyy voimalla ${v.sharePower}${test(v)}.`,
    'plan-proportions-size': (v) =>
      `Tarvitaan ${v.total} henkilöä (${v.groups}), jotta osuudet ${v.shareFirst} ja ${v.shareSecond} erottuvat voimalla ${v.sharePower}${test(v)}.`,
    'plan-proportions-power': (v) =>
      `Henkilömäärällä ${v.total} (${v.groups}) osuudet ${v.shareFirst} ja ${v.shareSecond} erottuvat voimalla ${v.sharePower}${test(v)}.`,
    'plan-events': (v) =>
      `Tarvitaan ${v.events} tapahtumaa, jotta vaarasuhde ${v.hazardRatio} löytyy voimalla ${v.sharePower}${test(v)}.`,
    'plan-events-persons': (v) =>
      `Tarvitaan ${v.events} tapahtumaa, jotta vaarasuhde ${v.hazardRatio} löytyy voimalla ${v.sharePower}${test(v)}. Ne saadaan ${v.total} henkilöltä (${v.groups}), jos ensimmäisestä ryhmästä ${v.shareEvents} saa tapahtuman seurannan aikana.`,
    'plan-events-power': (v) =>
      `Kun tapahtumia on ${v.events}, vaarasuhde ${v.hazardRatio} löytyy voimalla ${v.sharePower}${test(v)}.`,
    'plan-proportion': (v) =>
      `Tarvitaan ${v.persons} henkilöä: jos osuudeksi saadaan ${v.shareExpected}, ${v.level}:n väli on ${range(String(v.lower), String(v.upper))}, leveydeltään enintään ${v.points} prosenttiyksikköä.`,
    'plan-rate-width': (v) =>
      `Tarvitaan ${v.events} tapahtumaa, joita odotetaan ${v.personTime} henkilöaikayksikössä, kun ilmaantuvuus on ${v.rate}: ${v.level}:n väli ulottuu ${v.halfWidth} kummallekin puolelle.`,
    'plan-rate-factor': (v) =>
      `Tarvitaan ${v.events} tapahtumaa, joita odotetaan ${v.personTime} henkilöaikayksikössä, kun ilmaantuvuus on ${v.rate}: ${v.level}:n välin rajat saadaan jakamalla ja kertomalla luvulla ${v.factor}.`,
    'plan-clusters': (v) =>
      `${v.persons} henkilöä ${v.clusters} ryhmässä (noin ${v.size} kussakin) vastaa riippumattomia henkilöitä, joita on ${v.independent}: kerroin on ${v.effect}, kun ryhmänsisäinen korrelaatio on ${v.icc}.`
  }
};
