import { identifierIn, isBsn, isGivenName } from './patterns';
import { plainName, type CellPlace, type CheckContext, type Finding, type IdentifierKind } from './payload';
import type { LookedColumn, LookedTable } from './payload';

/** What a column's own name says; compared in its plain form. */
const names: readonly (readonly [IdentifierKind, RegExp])[] = [
  [
    'name',
    /(^|_)(first|last|given|family|full|middle|maiden|patient|child|mother|father|parent|person|guardian|next_of_kin)_?s?_name(_|$)|(^|_)(surname|forename|firstname|lastname|fullname|patientname|etunimi|sukunimi|potilaan_nimi|voornaam|achternaam|apellido|apellidos|primer_apellido|nombre_completo|fornamn|förnamn|efternamn|vorname|nachname|prenom|prénom|cognome)(_|$)|^name_of_(patient|child)$/
  ],
  ['email', /(^|_)(e_?mail|email_address|sahkoposti|sähköposti|correo)(_|$)/],
  ['phone', /(^|_)(phone|telephone|mobile|tel|fax|puhelin|puhelinnumero|telefoon|telefono|teléfono)(_|$)/],
  [
    'national-id',
    /(^|_)(ssn|hetu|henkilotunnus|henkilötunnus|sotu|bsn|burgerservicenummer|dni|nie|nif|personnummer|cpr|nhs_number|nhs_no|national_id|social_security(_number)?|passport(_no|_number)?|codice_fiscale|insurance_(no|number)|kvnr)(_|$)/
  ],
  [
    'record-number',
    /(^|_)(mrn|medical_record(_no|_number)?|hospital_(no|number)|patient_(no|number)|potilasnumero|nhc|uhid)(_|$)/
  ],
  ['iban', /(^|_)(iban|account_(no|number))(_|$)/],
  ['address', /(^|_)(street|street_address|home_address|address|osoite|katuosoite|adres|direccion|dirección)(_|$)/],
  ['ip', /^(ip|ip_address)$/]
];

/** Direct identifiers, by what a column is called and by what stands in it. */
export async function identifiers(table: LookedTable, { breathe }: CheckContext): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const column of table.columns) {
    const named = byName(column);
    if (named) {
      found.push({
        code: 'identifier-name',
        severity: 'stop',
        table: table.name,
        column: column.name,
        identifier: named,
        count: column.values.reduce<number>((n, value) => n + (value === undefined ? 0 : 1), 0),
        mends: [{ kind: 'drop', table: table.name, column: column.name }]
      });
    } else {
      const hit = await byValue(table, column, breathe);
      if (hit) found.push(hit);
    }
    await breathe?.();
  }
  return found;
}

function byName(column: LookedColumn): IdentifierKind | undefined {
  if (column.kind === 'bool' || column.values.every((value) => value === undefined)) return undefined;
  const plain = plainName(column.name);
  return names.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Values looked through between two breaths. */
const slice = 2000;

async function byValue(
  table: LookedTable,
  column: LookedColumn,
  breathe: CheckContext['breathe']
): Promise<Finding | undefined> {
  if (column.kind === 'bool' || column.kind === 'date') return undefined;
  const places = new Map<string, number[]>();
  column.values.forEach((value, row) => {
    if (value === undefined || (column.kind === 'number' && !Number.isInteger(value))) return;
    const text = String(value);
    const rows = places.get(text);
    if (rows) rows.push(row);
    else places.set(text, [row]);
  });
  const distinct = [...places.keys()];
  const hits = new Map<string, IdentifierKind>();
  if (column.kind === 'text') {
    for (let at = 0; at < distinct.length; at += slice) {
      for (const text of distinct.slice(at, at + slice)) {
        const kind = identifierIn(text);
        if (kind) hits.set(text, kind);
      }
      await breathe?.();
    }
  }
  // What anything may be by chance counts only where nearly all of a column is such.
  const mostly = (is: (text: string) => boolean, least: number, share: number) =>
    distinct.length >= least && distinct.filter(is).length >= share * distinct.length;
  if (hits.size === 0) {
    const whole: IdentifierKind | undefined = mostly((text) => /^\d{8,9}$/.test(text) && isBsn(text), 3, 0.9)
      ? 'national-id'
      : column.kind === 'text' && mostly(isGivenName, 3, 0.6)
        ? 'name'
        : undefined;
    if (!whole) return undefined;
    for (const text of distinct) hits.set(text, whole);
  }
  const cells: CellPlace[] = [...hits.keys()]
    .flatMap((text) => places.get(text) ?? [])
    .sort((a, b) => a - b)
    .map((row) => ({ row, column: column.name }));
  const [identifier = 'name'] = [...hits.values()];
  const few = hits.size < 0.2 * distinct.length;
  const drop = { kind: 'drop', table: table.name, column: column.name } as const;
  return {
    code: 'identifier-value',
    severity: 'stop',
    table: table.name,
    column: column.name,
    identifier,
    count: cells.length,
    cells: cells.slice(0, 20),
    mends: few ? [{ kind: 'suppress', table: table.name, cells }, drop] : [drop]
  };
}

/** Identifiers in own text: nothing mends them but the one who wrote it. */
export function identifiersInText(texts: readonly { name: string; text: string }[]): Finding[] {
  return texts.flatMap(({ name, text }) => {
    const hits = text.split('\n').flatMap((line) => identifierIn(line) ?? []);
    const hard = hits.filter((kind) => kind === 'national-id' || kind === 'iban' || kind === 'record-number');
    const soft = hits.filter((kind) => kind === 'email' || kind === 'phone');
    const finding = (severity: 'stop' | 'tell', kinds: readonly IdentifierKind[]): Finding[] =>
      kinds[0] === undefined
        ? []
        : [{ code: 'identifier-text', severity, table: name, identifier: kinds[0], count: kinds.length, mends: [] }];
    return [...finding('stop', hard), ...finding('tell', soft)];
  });
}
