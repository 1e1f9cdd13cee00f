import type { Values } from '$workers/shared/errors';
import type { Failure } from '../words';
import { benchmarking } from './benchmarking';
import { calling } from './calls';
import { distributing } from './distributions';
import { earlyWarning } from './early-warning';
import { exporting } from './export';
import { hourlyGrid } from './hourly-grid';
import { haemophilia } from './haemophilia';
import { importRemarks } from './import-remarks';
import { ownCode } from './own-code';
import { qualityChecking } from './quality-checks';
import { pathMining } from './path-mining';
import { scoring } from './scoring';
import { simulating } from './simulating';
import { analysing } from './analysing';

const cut = (value: string | number | undefined, length = 40): string => {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined, length?: number) => `\`${cut(value, length)}\``;
const orList = (near: string | number | undefined) =>
  String(near)
    .split(', ')
    .map((name) => code(name, 30))
    .join(' tai ');
const nearHint = (v: Values, otherwise: string) => (v.near ? `Kirjoita ${orList(v.near)}.` : otherwise);

const again = 'Hanki tiedosto uudelleen.';
const chooseAgain = 'Valitse tiedosto uudelleen.';
const csvInstead = (how: string) => `Vie se CSV-muotoon: ${how}`;

const sql: Record<string, Failure> = {
  'sql-syntax': {
    message: (v) => (v.word ? `SQL ei ole ymmärrettävää kohdasta ${code(v.word)} alkaen.` : 'SQL loppuu kesken.'),
    hint: (v) => (v.word ? 'Katso sanaa ja sitä edeltävää.' : 'Sulje se, mikä on auki: sulje, lainaus tai luettelo.')
  },
  'sql-bracket': {
    message: (v) =>
      v.word === '(' ? 'Tässä avautuva sulje ei sulkeudu.' : 'Tässä sulkeutuu sulje, joka ei ole auennut.',
    hint: (v) => (v.word === '(' ? 'Kirjoita siihen kuuluva `)`.' : 'Poista se tai kirjoita siihen kuuluva `(`.')
  },
  'sql-quote-open': {
    message: () => 'Tässä avautuva lainausmerkki ei sulkeudu.',
    hint: () => "Sulje se; tekstin sisäinen lainausmerkki kirjoitetaan kahdesti: 'it''s'."
  },
  'sql-not-a-select': {
    message: (v) => `SQL-solussa on yksi SELECT; tämä alkaa sanalla ${code(v.word)}.`,
    hint: () => 'Kirjoita SELECT. Sen tulos on taulu, jolla on solun nimi.'
  },
  'sql-several': {
    message: () => 'SQL-solussa on yksi lause; tämän merkin `;` jälkeen alkaa toinen.',
    hint: () => 'Pane toinen lause omaan soluunsa.'
  },
  'sql-pivot': {
    message: () => 'PIVOT tarvitsee tässä uusien sarakkeidensa luettelon.',
    hint: () => 'Kirjoita `on sarake in (…)` ja arvot.'
  },
  'sql-no-column': {
    message: (v) => `Saraketta ${code(v.name)} ei ole tässä.`,
    hint: (v) => nearHint(v, 'Katso FROM-osan taulujen sarakkeita.')
  },
  'sql-no-table': {
    message: (v) => `Taulua ${code(v.name)} ei ole.`,
    hint: (v) => nearHint(v, 'Tuo sen niminen tiedosto tai anna solulle se nimi.')
  },
  'sql-no-function': {
    message: (v) => `Funktiota ${code(v.name)} ei ole.`,
    hint: (v) => nearHint(v, 'Valitse jokin luettelosta, joka aukeaa kirjoittaessa.')
  },
  'sql-no-value': {
    message: (v) => (v.name ? `Mikään solu ei anna arvoa ${code(v.name)}.` : 'Tämä `${…}` ei ala nimellä.'),
    hint: (v) => (v.name ? 'Anna syötesolulle se nimi tai korjaa nimi.' : 'Aloita se syötteen nimellä.')
  },
  'sql-itself': {
    message: (v) => `Solu ${code(v.name)} lukee itseään.`,
    hint: () => 'Nimeä solu uudelleen tai lue toista taulua.'
  },
  'sql-ambiguous': {
    message: (v) => `Sarake ${code(v.name)} on useammassa kuin yhdessä taulussa.`,
    hint: (v) => (v.near ? `Kirjoita ${orList(v.near)}.` : 'Kirjoita sen eteen taulu ja piste.')
  },
  'sql-group': {
    message: (v) => `Saraketta ${code(v.name)} ei ole ryhmitelty eikä tiivistetty.`,
    hint: (v) => `Lisää se GROUP BY -osaan tai kirjoita any_value(${cut(v.name)}).`
  },
  'sql-compare': {
    message: (v) => `Tyyppejä ${cut(v.left, 30)} ja ${cut(v.right, 30)} ei voi verrata.`,
    hint: (v) => `Muunna toinen, esimerkiksi x::${cut(v.left, 30)}.`
  },
  'sql-arguments': {
    message: (v) => `Funktio ${code(v.name, 30)} ei ota tällaista: (${cut(v.types, 60)}).`,
    hint: () => 'Muunna merkinnällä `::` tai tarkista, mitä funktio ottaa.'
  },
  'sql-conversion': {
    message: (v) =>
      v.type ? `Tässä on arvo, jota ei voi lukea tyyppinä ${cut(v.type, 30)}.` : 'Tässä on arvo, jota ei voi muuntaa.',
    hint: () => 'Käytä funktiota try_cast, jolloin arvo jää puuttuvaksi.'
  },
  'sql-range': {
    message: (v) =>
      v.type ? `Tässä on tyypille ${cut(v.type, 30)} liian suuri arvo.` : 'Tässä on tyypilleen liian suuri arvo.',
    hint: () => 'Muunna ensin laajemmaksi tyypiksi, kuten x::DOUBLE tai x::HUGEINT.'
  },
  'sql-list': {
    message: (v) => `Tässä on luettelo (${cut(v.list, 30)}), vaikka kuuluisi olla yksi arvo.`,
    hint: () => 'Kirjoita `in ${nimi}` tai yksi sen kohdista: `${nimi[1]}`.'
  },
  'sql-cast': {
    message: (v) => `Tyyppiä ${cut(v.from, 40)} ei voi muuntaa tyypiksi ${cut(v.to, 40)}.`,
    hint: () => 'Muunna ensin tyypiksi, jonka molemmat tuntevat, kuten x::VARCHAR.'
  },
  'sql-outdated': {
    message: () => 'Taululla, jota tämä lukee, on nyt toiset sarakkeet.',
    hint: () => 'Suorita solu uudelleen.'
  },
  'sql-forbidden': {
    message: () => 'Muistikirja ei lue SQL:llä tiedostoja, osoitteita eikä laajennuksia.',
    hint: () => 'Tuo tiedosto ja nimeä sitten sen taulu.'
  },
  'sql-out-of-memory': {
    message: (v) => `Tietomoottorilla ei ole tähän enää muistia (raja ${v.limit}).`,
    hint: () => 'Valitse vähemmän sarakkeita tai rivejä, tai käynnistä moottori uudelleen, jotta muistia vapautuu.'
  },
  'sql-refused': {
    message: (v) => (v.words ? `DuckDB: ${cut(v.words, 140)}` : 'DuckDB ei voi tehdä suunnitelmaa tälle lauseelle.'),
    hint: () => 'Lue lisätiedot alta ja muuta SELECT-lausetta.'
  },
  'sql-failed': {
    message: () => 'DuckDB pysähtyi kesken tämän lauseen.',
    hint: () => 'Lue sen omat sanat lisätiedoista.'
  },
  'engine-wasm': {
    message: () => 'Tietomoottoria ei voitu ladata.',
    hint: () => 'Lataa sivu uudelleen. Jos se ei auta, käytä uutta Chromiumia, Firefoxia tai Safaria.'
  },
  'relation-unknown': {
    message: (v) => `Moottorissa ei ole taulua ${code(v.name)}.`,
    hint: () => 'Suorita solu, joka tekee sen.'
  },
  'relation-outdated': {
    message: (v) => `Taulu, jonka päälle ${code(v.name)} on tehty, on tehty uudelleen.`,
    hint: () => 'Suorita solu uudelleen.'
  },
  'table-without-columns': {
    message: (v) => `Taulussa ${code(v.name)} ei olisi sarakkeita.`,
    hint: () => 'Anna sille vähintään yksi sarake.'
  },
  'table-column-twice': {
    message: (v) => `Taulussa ${code(v.name)} olisi kaksi saraketta ${code(v.column)}.`,
    hint: () => 'Nimeä toinen uudelleen; isot kirjaimet eivät erota nimiä.'
  },
  'table-uneven': {
    message: (v) =>
      `Taulun ${code(v.name)} sarakkeessa ${code(v.column)} on ${v.found} arvoa, mutta rivejä on ${v.rows}.`,
    hint: () => 'Anna jokaiseen sarakkeeseen yksi arvo riviä kohti.'
  }
};

const files: Record<string, Failure> = {
  'csv-too-few-fields': {
    message: (v) => `Rivillä ${v.line} on ${v.found} kenttää, vaikka niitä pitäisi olla ${v.expected}.`,
    hint: () => 'Hanki tiedosto uudelleen, jos se on katkennut, tai tarkista erotin ja lainausmerkki.'
  },
  'csv-too-many-fields': {
    message: (v) => `Rivillä ${v.line} on ${v.found} kenttää, vaikka niitä pitäisi olla ${v.expected}.`,
    hint: () => 'Tarkista erotin, tai pane sen sisältävä teksti lainausmerkkeihin.'
  },
  'csv-quote-open': {
    message: () => 'Tässä avautuva lainausmerkki ei sulkeudu.',
    hint: () => 'Hanki tiedosto uudelleen, jos se on katkennut, tai valitse toinen lainausmerkki.'
  },
  'csv-quote-stray': {
    message: (v) =>
      v.opened === undefined
        ? 'Sulkevan lainausmerkin jälkeen tulee tekstiä.'
        : `Rivillä ${v.opened} avautuva lainausmerkki sulkeutuu ennen tekstiä rivillä ${v.line}: sen loppu voi puuttua.`,
    hint: () => 'Kirjoita kentän sisäiset lainausmerkit kahdesti tai valitse toinen lainausmerkki.'
  },
  'csv-nul': {
    message: () => 'Tässä on NUL-tavu: tämä ei ole tekstiä, tai merkistö on toinen.',
    hint: () => 'Tarkista merkistö (UTF-16:ssa on NUL-tavuja) tai vie tiedosto uudelleen.'
  },
  'csv-not-utf-8': {
    message: () => 'Tässä on tavu, joka ei ole UTF-8:aa.',
    hint: () => 'Valitse merkistö, jolla tiedosto on kirjoitettu, kuten Windows-1252.'
  },
  'csv-line-too-long': {
    message: () => 'Tietue on yli 32 MB pitkä.',
    hint: () => 'Tarkista lainausmerkki: vahingossa avautuva nielee seuraavat rivit.'
  },
  'csv-too-many-columns': {
    message: (v) => `Ensimmäisessä tietueessa on ${v.found} kenttää; yli ${v.most} ei lueta.`,
    hint: () => 'Tarkista erotin ja lainausmerkki.'
  },
  'csv-last-line-cut': {
    message: (v) => `Tiedosto päättyy kesken rivin ${v.line}: sen viimeinen kenttä on tyhjä eikä rivinvaihtoa ole.`,
    hint: () => 'Hanki tiedosto uudelleen tai vahvista, että viimeinen rivi on kokonainen (lastLine: whole).'
  },
  'csv-encoding': {
    message: (v) => `Tiedosto ei ole kauttaaltaan merkistöä ${v.encoding}; se voi olla katkennut.`,
    hint: () => 'Hanki tiedosto uudelleen tai valitse merkistö, jolla se on kirjoitettu.'
  },
  'csv-count-differs': {
    message: (v) => `Tiedostossa on ${v.records} tietuetta, mutta rivejä luettiin ${v.rows}.`,
    hint: () => 'Ilmoita tästä: tiedosto luettiin kahdella tavalla, ja ne ovat eri mieltä. Mitään ei säilytetty.'
  },
  'csv-engine-disagrees': {
    message: () => 'Moottori lukee tämän tiedoston lainausmerkit toisin kuin tarkistus.',
    hint: () => 'Tarkista erotin ja lainausmerkki; avaavan lainausmerkin edellä ei saa olla välilyöntiä.'
  },
  'file-empty': {
    message: (v) => `${v.file} on tyhjä.`,
    hint: () => 'Hanki tiedosto uudelleen: kopiointi on voinut katketa.'
  },
  'file-missing': {
    message: (v) => `${v.file} ei ole annettujen tiedostojen joukossa.`,
    hint: () => 'Valitse tiedosto tai kansio tai paketti, jossa se on.'
  },
  // Two rooms: the engine knows only that it changed, the import also how.
  'file-changed': {
    message: (v) => {
      if (v.was) return `${v.file} on muuttunut lukemisen jälkeen (oli ${v.was}, nyt ${v.now}).`;
      if (v.file) return `Tiedosto ${code(v.file, 60)} on muuttunut tai poissa.`;
      return v.table
        ? `Taulun ${orList(v.table)} tiedosto on muuttunut tai poissa.`
        : 'Tiedosto on muuttunut tai poissa.';
    },
    hint: (v) => (v.was ? 'Tuo se uudelleen tai palauta tiedosto entiselleen.' : chooseAgain)
  },
  'file-unreadable': {
    message: (v) => `Tiedostoa ${v.file} ei voi enää lukea: se on muutettu, siirretty tai poistettu.`,
    hint: () => chooseAgain
  },
  'file-ambiguous': {
    message: (v) => `Usea annetuista tiedostoista voisi olla ${v.file}.`,
    hint: () => 'Anna polku kansioineen.'
  },
  'gzip-damaged': { message: (v) => `${v.file} ei purkaudu: se on katkennut tai vioittunut.`, hint: () => again },
  'zip-damaged': { message: (v) => `${v.file} ei purkaudu: se on katkennut tai vioittunut.`, hint: () => again },
  'zip-encrypted': {
    message: (v) => `${v.file} on suojattu salasanalla.`,
    hint: () => 'Pura se tällä tietokoneella ja pudota kansio.'
  },
  'zip-nested': {
    message: (v) => `${v.file} on paketti paketin sisällä.`,
    hint: () => 'Pura uloin ja pudota sisempi.'
  },
  'zip-bomb': {
    message: (v) => `${v.file} (${v.packed}) vie purettuna ${v.size}.`,
    hint: () => 'Pura se tällä tietokoneella ja pudota tiedostot, jos luotat niihin.'
  },
  'format-xls': {
    message: (v) => `${v.file} on vanhaa tai binaarista Excel-muotoa.`,
    hint: () => 'Avaa se Excelissä tai LibreOfficessa ja tallenna muotoon .xlsx.'
  },
  'format-ods': {
    message: (v) => `${v.file} on OpenDocument-taulukko.`,
    hint: () => 'Avaa se LibreOfficessa ja tallenna muotoon .xlsx tai CSV.'
  },
  'format-encrypted': {
    message: (v) => `${v.file} on salattu tai suojattu salasanalla.`,
    hint: () => 'Tallenna se ilman salasanaa ja salausta ja pudota se uudelleen.'
  },
  'format-spss': {
    message: (v) => `${v.file} on SPSS-tiedosto.`,
    hint: () => csvInstead('SPSS:ssä File > Export > CSV, R:ssä haven::read_sav ja write.csv.')
  },
  'format-stata': {
    message: (v) => `${v.file} on Stata-tiedosto.`,
    hint: () => csvInstead('Statassa export delimited, R:ssä haven::read_dta ja write.csv.')
  },
  'format-sas': {
    message: (v) => `${v.file} on SAS-tiedosto.`,
    hint: () => csvInstead('SASissa proc export, R:ssä haven::read_sas tai read_xpt ja write.csv.')
  },
  'format-pdf': {
    message: (v) => `${v.file} on PDF, ei taulu.`,
    hint: () => 'Pyydä sen takana oleva aineisto CSV- tai Excel-muodossa.'
  },
  'format-image': {
    message: (v) => `${v.file} on kuva, ei taulu.`,
    hint: () => 'Pyydä sen takana oleva aineisto CSV- tai Excel-muodossa.'
  },
  'format-html': {
    message: (v) => `${v.file} on verkkosivu, mitä sen nimi sanookin.`,
    hint: () => 'Lataa itse tiedosto (sivu voi olla kirjautumissivu) tai tallenna taulu CSV-muotoon.'
  },
  'format-archive': {
    message: (v) => `${v.file} on paketti, jota ei pureta tässä.`,
    hint: () => 'Pura se tällä tietokoneella ja pudota tiedostot.'
  },
  'format-other': {
    message: (v) => `${v.file} on muotoa, jota ei lueta tässä.`,
    hint: () => 'Tallenna se CSV-, Parquet- tai Excel-muotoon ja pudota se uudelleen.'
  },
  'format-unknown': {
    message: (v) => `${v.file} ei ole mitään tuttua muotoa.`,
    hint: () => 'Tallenna se CSV-, Parquet-, JSON- tai Excel-muotoon ja pudota se uudelleen.'
  },
  'format-differs': {
    message: (v) => `${v.file} on muotoa ${v.found}, vaikka sen pitäisi olla ${v.expected}.`,
    hint: () => 'Valitse oikea tiedosto tai muuta tuonnin muotoa.'
  },
  'inner-missing': {
    message: (v) => `Tiedostossa ${v.file} ei ole taulua eikä välilehteä nimeltä ${v.inner}.`,
    hint: (v) => `Valitse jokin niistä, jotka siinä on: ${v.has}.`
  },
  'inner-needed': {
    message: (v) => `Tiedostossa ${v.file} on ${v.count} taulua.`,
    hint: (v) => `Valitse niistä yksi: ${v.has}.`
  },
  'column-missing': {
    message: (v) => `Tiedostossa ${v.file} ei ole saraketta nimeltä ${v.column}.`,
    hint: (v) => `Valitse jokin niistä, jotka siinä on: ${v.has}.`
  },
  'column-unplanned': {
    message: (v) => `Tiedostossa ${v.file} on ${v.found} saraketta; tuonti nimeää ${v.planned}.`,
    hint: () => 'Avaa tuonti uudelleen ja vahvista sen sarakkeet.'
  },
  'import-misfits': {
    message: (v) =>
      `Sarakkeisiinsa sopimattomia arvoja on ${v.count}; ensimmäinen on rivillä ${v.line}, sarakkeessa ${v.column}.`,
    hint: () => 'Lue se sarake tekstinä, pane nämä rivit syrjään tai korjaa tiedosto.'
  },
  'json-syntax': {
    message: (v) => `Tämä ei ole JSONia: tässä pitäisi olla ${v.expected}.`,
    hint: () => 'Hanki tiedosto uudelleen, jos se on katkennut, tai korjaa se tästä kohdasta.'
  },
  'json-no-table': {
    message: () => 'Tässä JSONissa ei ole taulua: siinä pitäisi olla luettelo olioita tai olio luetteloita.',
    hint: () => 'Tallenna pelkkä tietueiden luettelo.'
  },
  'json-lengths': {
    message: (v) =>
      `JSONin luettelot ovat eripituisia: kohdassa ${v.column} on ${v.found}, ensimmäisessä ${v.expected}.`,
    hint: () => 'Tallenna se olioiden luettelona.'
  },
  'json-too-large': {
    message: (v) => `${v.file} on ${v.size}; yhtenä arvona olevaa JSONia luetaan enintään ${v.most}.`,
    hint: () => 'Tallenna se NDJSON- (yksi olio rivillä), CSV- tai Parquet-muotoon.'
  },
  'parquet-damaged': {
    message: (v) => `Tiedostoa ${v.file} ei voi lukea Parquetina: se on katkennut tai vioittunut.`,
    hint: () => again
  },
  'arrow-damaged': {
    message: (v) => `Tiedostoa ${v.file} ei voi lukea Arrow-muodossa: se on katkennut tai vioittunut.`,
    hint: () => again
  },
  'range-unreadable': {
    message: (v) => `${v.range} ei ole solualue tiedostossa ${v.file}.`,
    hint: () => 'Kirjoita sen ensimmäinen ja viimeinen solu, esimerkiksi B3:F40.'
  },
  'excel-damaged': {
    message: (v) => `Tiedostoa ${v.file} ei voi lukea työkirjana: se on katkennut tai vioittunut.`,
    hint: () => 'Avaa se Excelissä tai LibreOfficessa, tallenna uudelleen ja pudota se.'
  },
  'database-unreadable': {
    message: (v) => `Tiedostoa ${v.file} ei voi avata DuckDB-tietokantana.`,
    hint: () => 'Kirjoita se DuckDB:n versiolla 1.4 tai vanhemmalla, tai vie sen taulut Parquet-muotoon.'
  },
  'count-differs': {
    message: (v) => `${v.file} ilmoittaa ${v.records} riviä, mutta luettiin ${v.rows}.`,
    hint: () => 'Hanki tiedosto uudelleen: se voi olla vioittunut. Mitään ei säilytetty.'
  },
  'table-empty': {
    message: (v) => `Tiedostossa ${v.file} ei ole sarakkeita.`,
    hint: () => 'Tarkista, että oikea välilehti tai taulu on valittu.'
  }
};

/** What workers say, by code: errors, warnings and reasons. Their English stands with them. */
export const workerFailures: Readonly<Record<string, Failure>> = {
  ...sql,
  ...analysing,
  ...benchmarking,
  ...calling,
  ...distributing,
  ...exporting,
  ...files,
  ...haemophilia,
  ...importRemarks,
  ...hourlyGrid,
  ...qualityChecking,
  ...pathMining,
  ...scoring,
  ...earlyWarning,
  ...simulating,
  ...ownCode
};
