import type { Values } from '$workers/shared/errors';
import type * as en from '../en/exchange';
import type { Words } from '../words';

const cut = (value: string | number | undefined, length = 60): string => {
  const text = String(value ?? '');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined) => `\`${cut(value).replaceAll('`', "'")}\``;

export const exchangeFailures: Words<typeof en.exchangeFailures> = {
  'ipynb-json': {
    message: (v: Values) =>
      `Tiedosto ${code(v.file)} lakkaa olemasta JSONia rivillä ${v.line}, sarakkeessa ${v.column}.`,
    hint: () => 'Tallenna muistikirja uudelleen siellä, missä se tehtiin, ja avaa se tiedosto.'
  },
  'ipynb-shape': {
    message: (v: Values) =>
      `Tiedosto ${code(v.file)} on JSONia mutta ei Jupyter-muistikirja: siinä ei ole soluluetteloa.`,
    hint: () => 'Valitse tiedosto, jonka Jupyter, VS Code tai Colab on tallentanut muistikirjana.'
  },
  'kit-none': {
    message: (v: Values) =>
      `Tiedostossa ${code(v.file)} ei ole \`<notebook>\`-elementtiä, joten se ei ole Notebook Kit -muistikirja.`,
    hint: () => 'Valitse muistikirjan lähdetiedosto, älä siitä koottua sivua.'
  },
  'kit-unclosed': {
    message: (v: Values) =>
      `Tiedoston ${code(v.file)} rivin ${v.line} sarakkeessa ${v.column} alkava \`<script>\` ei sulkeudu.`,
    hint: () => 'Tarkista, onko tiedosto katkennut, ja hae se uudelleen alkuperäisestä paikasta.'
  },
  'link-broken': {
    message: (v: Values) =>
      `Linkissä oleva muistikirja on katkennut tai muuttunut (${v.letters} merkkiä \`#n=\`-kohdan jälkeen).`,
    hint: () => 'Kopioi koko linkki uudelleen tai pyydä muistikirja tiedostona.'
  },
  'link-large': {
    message: (v: Values) => `Linkissä oleva muistikirja on purettuna suurempi kuin ${v.mb} Mt.`,
    hint: () => 'Pyydä muistikirja tiedostona.'
  },
  'file-large': {
    message: (v: Values) =>
      `Tiedosto ${code(v.file)} on suurempi kuin ${v.mb} Mt, enemmän kuin tulokseton muistikirja vie.`,
    hint: () => 'Tyhjennä tulokset siellä, missä muistikirja tehtiin, tallenna ja avaa se tiedosto.'
  }
};

export const exchange: Words<typeof en.exchange> = {
  reportTitle: (file: string) => `Mitä tiedostosta ${file} tuli`,
  reportText: (kept: number) => (kept === 1 ? 'Yksi solu säilyi sellaisenaan.' : `${kept} solua säilyi sellaisenaan.`),
  kept: 'Säilyi',
  changed: 'Muuttui',
  dropped: 'Jäi pois',
  cell: (n: number) => `Solu ${n}`,
  wholeFile: 'Tiedosto',
  nothing: 'Mikään ei muuttunut eikä jäänyt pois.',
  keepOutputs: 'Säilytä kuvat ja teksti',
  keepOutputsText:
    'Tiedoston kuvat ja tulostettu teksti voidaan lisätä tekstisoluina. Taulukoita ei koskaan: niissä voi olla rivejä.',
  done: 'Valmis',
  linkTitle: 'Jaa linkkinä',
  linkText:
    'Muistikirja on itse linkissä, merkin `#` jälkeen: sitä ei lähetetä millekään palvelimelle, eikä siinä ole dataa. Jokainen, jolla on linkki, voi lukea sen.',
  linkLabel: 'Linkki',
  linkSize: (kb: string) => `${kb} kt`,
  linkLong: 'Jotkin ohjelmat katkaisevat näin pitkän linkin. Tiedosto on varmempi.',
  linkRefused: (kb: string) =>
    `Linkkinä tämä muistikirja olisi ${kb} kt; selaimet ja sähköposti sallivat 60. Tallenna se tiedostona.`,
  copy: 'Kopioi',
  copied: 'Kopioitu'
};

export const remarkTexts: Words<typeof en.remarkTexts> = {
  renamed: (v: Values) => `Toinen ${code(v.from)}: tämän nimi on nyt ${code(v.to)}.`,
  'nbformat-old': (v: Values) => `Kirjoitettu muodossa nbformat ${v.from}, luettu versiona 4.`,
  'nbformat-new': (v: Values) => `Kirjoitettu muodossa nbformat ${v.from}, jota tämä sivu ei tunne: luettu versiona 4.`,
  worksheets: (v: Values) => `${v.n} laskentataulukkoa on nyt peräkkäin.`,
  outputs: (v: Values) =>
    Number(v.n) === 1
      ? 'Yksi tulos jäi pois: tulokset lasketaan uudelleen omasta datastasi.'
      : `${v.n} tulosta jäi pois: tulokset lasketaan uudelleen omasta datastasi.`,
  'attachment-large': (v: Values) => `Kuva ${code(v.name)} on suurempi kuin 1 Mt ja jäi pois.`,
  'attachment-unused': (v: Values) => `Liitettä ${code(v.name)} ei näytetä missään, ja se jäi pois.`,
  'attachment-no-image': (v: Values) => `Liite ${code(v.name)} ei ole kuva, ja se jäi pois.`,
  'cell-empty': (v: Values) => `Tyhjä solu (${v.type}) jäi pois.`,
  'cell-unknown': (v: Values) => `Solu, jonka tyyppi on ${code(v.type)}, säilyi tekstinä.`,
  raw: () => 'Raakasolu säilyi tekstinä.',
  'sql-arguments': (v: Values) =>
    `Kohdan \`%%sql\` jälkeen jäi pois: ${code(v.text)}. Kyselyt suoritetaan tällä laitteella.`,
  'sql-template': () => 'Kyselyssä on `{{…}}`: kirjoita `${nimi}`, jos tarkoitat syötteen arvoa.',
  'code-inert': (v: Values) =>
    `Kieli ${v.language} säilyi tekstinä, jota ei suoriteta: tämä muistikirja suorittaa SQL:ää, JavaScriptiä ja tehtäviä.`,
  html: () => 'HTML säilyi tekstinä, eikä sitä näytetä sivuna.',
  script: (v: Values) => `${v.language} säilyi; sitä ei suoriteta ennen kuin sallit sen.`,
  kernel: (v: Values) => `Ydintä ${code(v.kernel)} ei tarvita täällä.`,
  metadata: (v: Values) => `Jäi pois, koska vain toinen ohjelma lukee sen: ${cut(v.keys, 120)}.`,
  'kit-id': (v: Values) => `Solun numero ${code(v.id)} oli kahdesti tai puuttui; solut numeroidaan järjestyksessä.`,
  'kit-stray': (v: Values) => `Jäi pois solujen ulkopuolelta: ${code(v.text)}.`,
  'kit-edited': (v: Values) =>
    `Koodia on muutettu sen jälkeen, kun se kirjoitettiin ${v.kind}-solusta, joten koodi on voimassa.`,
  'kit-edited-text': () => 'Tekstiä on muutettu sen jälkeen, kun se kirjoitettiin täällä; uusi on voimassa.',
  'kit-template': () => 'Teksti, jossa on `${…}`, säilyi JavaScript-soluna.',
  'kit-tex': () => 'TeX säilyi tekstisolussa `$$`-merkkien välissä.',
  'kit-observable': () => 'Tämä Observablen oman JavaScriptin solu säilyi tekstinä, jota ei suoriteta.',
  'kit-input': (v: Values) => `Säädin ${code(v.name)} on nyt syötesolu.`,
  'kit-not-shipped': (v: Values) => `${code(v.source)} ei tule tämän sivun mukana, eikä sitä koskaan haeta.`,
  'kit-database': (v: Values) =>
    `Kysely koskee tietokantaa ${code(v.database)}; se on pois päältä, kunnes olet katsonut sen läpi.`
};
