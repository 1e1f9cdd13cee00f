import type { Values } from '$workers/shared/errors';
import type { Failure } from '../words';

const cut = (value: string | number | undefined, length = 40): string => {
  const text = String(value ?? '').replace(/\s+/g, ' ');
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
};
const code = (value: string | number | undefined, length?: number) => {
  const text = cut(value, length);
  return text.includes('`') ? `”${text}”` : `\`${text}\``;
};
const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '${': '}', '/*': '*/' };
const closing = (v: Values) => code(closers[String(v.word)] ?? v.word);

/** What can be wrong with a text of own code. */
export const ownCode: Record<string, Failure> = {
  'code-unexpected': {
    message: (v) =>
      v.expected
        ? `${code(v.word)} on paikalla, johon kuuluu ${code(v.expected)}.`
        : `Koodi ei ole ymmärrettävää kohdasta ${code(v.word)} alkaen.`,
    hint: (v) => (v.expected ? `Kirjoita ${code(v.expected)} sen eteen.` : 'Katso tätä sanaa ja sitä edeltävää.')
  },
  'code-ends': {
    message: () => 'Koodi loppuu kesken.',
    hint: () => 'Kirjoita viimeisen sanan jälkeen se, mikä puuttuu.'
  },
  'code-open': {
    message: (v) => `${code(v.word)} avautuu tässä eikä sulkeudu.`,
    hint: (v) => `Kirjoita siihen kuuluva ${closing(v)}.`
  },
  'code-closes-nothing': {
    message: (v) =>
      v.open
        ? `${code(v.word)} ei sulje mitään: rivin ${v.line} ${code(v.open)} on yhä auki.`
        : `${code(v.word)} ei sulje mitään.`,
    hint: (v) => (v.open ? `Sulje ensin ${code(v.open)}.` : 'Poista se tai kirjoita se, mitä sen pitäisi sulkea.')
  },
  'code-still-open': {
    message: (v) => `${code(v.word)} aloittaa lauseen, mutta rivin ${v.line} ${code(v.open)} on yhä auki.`,
    hint: (v) => `Sulje ensin ${code(v.open)}.`
  },
  'code-top': {
    message: (v) => `${code(v.word)} on jonkin muun sisällä.`,
    hint: () => 'Kirjoita kirjastojen nimet sellaisinaan: niitä ei tarvitse tuoda.'
  },
  'code-character': {
    message: (v) => `Merkki ${code(v.word)} ei merkitse JavaScriptissä mitään.`,
    hint: () => 'Poista se tai pane se lainausmerkkeihin.'
  },
  'code-number': {
    message: (v) => `Lukua kohdassa ${code(v.word)} ei voi lukea.`,
    hint: () => 'Kirjoita numerot ja yksi piste, esimerkiksi 1200.5; aloita nimi kirjaimella.'
  },
  'code-escape': {
    message: () => 'Tämän tekstin `\\` aloittaa merkin, jota ei ole.',
    hint: () => 'Kirjoita itse merkki muodossa `\\\\` tai neljä numeroa merkin `\\u` jälkeen.'
  },
  'code-pattern': {
    message: (v) => `Lauseketta ${code(v.word)} ei voi lukea.`,
    hint: () => 'Pane `\\` sellaisenaan tarkoitetun merkin eteen tai sulje avoin.'
  },
  'code-twice': {
    message: (v) => `${code(v.name)} on esitelty tässä solussa kahdesti.`,
    hint: () => 'Anna toiselle muu nimi tai poista sen `const` tai `let`.'
  },
  'code-label': {
    message: (v) => (v.name ? `Tunnistetta ${code(v.name)} ei ole tässä.` : 'Tunniste on tässä kahdesti.'),
    hint: () => 'Nimeä tunniste, joka on tätä ympäröivän silmukan edessä.'
  },
  'code-break': {
    message: (v) => `${code(v.word)} on silmukan ulkopuolella.`,
    hint: (v) =>
      v.word === 'break'
        ? 'Poista se tai pane se silmukkaan tai switch-lauseeseen.'
        : 'Poista se tai pane se silmukkaan.'
  },
  'code-return': {
    message: () => '`return` on funktion ulkopuolella.',
    hint: () => 'Kirjoita pelkkä arvo tai pane koko solu merkkien `{` ja `}` väliin.'
  },
  'code-await': {
    message: () => '`await` on funktiossa, joka ei ole `async`.',
    hint: () => 'Kirjoita `async` ympäröivän funktion eteen.'
  },
  'code-yield': {
    message: () => '`yield` on generaattorin ulkopuolella.',
    hint: () => 'Kirjoita funktioksi `function*` tai pane koko solu merkkien `{` ja `}` väliin.'
  },
  'code-target': {
    message: (v) => `Kohdasta ${code(v.word)} alkavaan ei voi sijoittaa arvoa.`,
    hint: () => 'Pane merkin `=` vasemmalle puolelle nimi tai ominaisuus; vertaile merkillä `===`.'
  },
  'code-pattern-value': {
    message: () => 'Esittelystä puuttuu tässä arvo.',
    hint: () => 'Kirjoita `=` ja sen jälkeen arvo.'
  },
  'code-reserved': {
    message: (v) => `${code(v.word)} on kielen sana eikä voi olla tässä nimenä.`,
    hint: () => 'Valitse muu nimi.'
  },
  'code-name-taken': {
    message: (v) => `Nimellä ${code(v.name)} on jo merkitys, eikä sitä voi esitellä.`,
    hint: () => 'Valitse muu nimi.'
  },
  'code-try': {
    message: () => 'Lauseella `try` ei ole osaa `catch` eikä `finally`.',
    hint: () => 'Kirjoita sen lohkon jälkeen `catch (error) { … }`.'
  },
  'code-class': { message: () => 'Luokassa ei voi olla tällaista osaa.', hint: () => 'Muuta tätä luokan osaa.' },
  'code-super': {
    message: () => '`super` on luokan metodin ulkopuolella.',
    hint: () => 'Käytä sitä luokassa, joka laajentaa toista.'
  },
  'code-private': {
    message: (v) => `Luokassa ei ole yksityistä nimeä ${code(v.name)}.`,
    hint: () => 'Esittele se luokassa tai korjaa nimi.'
  },
  'code-rest': {
    message: () => 'Merkin `...` ja sen nimen jälkeen ei voi tulla mitään.',
    hint: () => 'Pane se viimeiseksi ja poista pilkku sen jäljestä.'
  },
  'code-mix': {
    message: () => '`??` ei voi olla merkin `&&` tai `||` vieressä ilman sulkeita.',
    hint: () => 'Pane toinen niistä sulkeisiin.'
  },
  'code-with': { message: (v) => `Moduulit eivät tunne sanaa ${code(v.word)}.`, hint: () => 'Kirjoita se toisin.' },
  'code-default': {
    message: () => 'Lauseessa `switch` on yksi `default`; tämä on toinen.',
    hint: () => 'Poista toinen niistä.'
  },
  'code-throw': {
    message: () => 'Lauseen `throw` heittämä on samalla rivillä.',
    hint: () => 'Kirjoita virhe sanan `throw` perään.'
  },
  'code-syntax': {
    message: () => 'JavaScript ei salli tätä tässä.',
    hint: () => 'Lue kielen omat sanat alla olevista tiedoista.'
  },
  'code-empty': { message: () => 'Tässä solussa ei ole vielä koodia.', hint: () => 'Kirjoita lauseke tai lauseita.' },
  'code-assign-unknown': {
    message: (v) => `${code(v.name)} saa tässä arvon, mutta sitä ei ole esitelty tässä solussa.`,
    hint: (v) => `Kirjoita ensin \`let ${cut(v.name, 30)}\`. Muiden solujen nimiä voi vain lukea.`
  },
  'code-import': {
    message: (v) =>
      v.address
        ? `Tämä solu pyytää osoitetta ${code(v.address, 60)}. Muistikirjoilla ei ole verkkoa.`
        : 'Tämä solu pyytää koodia muualta. Muistikirjoilla ei ole verkkoa.',
    hint: () => 'Liitä tarvitsemasi koodi soluun tai tuo tiedot tiedostona.'
  },
  'code-import-shipped': {
    message: (v) => `${code(v.address, 60)} on jo täällä nimellä ${code(v.name)}.`,
    hint: (v) => `Poista tuonti ja kirjoita ${code(v.name)}.`
  },
  'code-export': {
    message: () => 'Solu ei vie mitään: sen ylimmän tason nimet ovat kaikkien solujen käytössä.',
    hint: () => 'Poista sana `export`.'
  },
  'code-meta': { message: () => '`import.meta` ei kerro solussa mitään.', hint: () => 'Poista se.' },
  'code-arguments': {
    message: () => '`arguments` on funktion ulkopuolella.',
    hint: () => 'Nimeä funktion parametrit tai kirjoita `(...all)`.'
  },
  'code-namespace': {
    message: (v) => `Solut eivät tunne TypeScriptin sanaa ${code(v.word)}.`,
    hint: () => 'Kirjoita sen funktiot ylimmälle tasolle tai kokoa ne olioon.'
  }
};
