import { givenNames } from './given-names';
import type { IdentifierKind } from './payload';

const hetuMarks = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const dniLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Finnish henkilötunnus: day, month, year, century sign, number and a letter that follows from them (DVV, 2023 signs). */
export function isHetu(text: string): boolean {
  const parts = /^(\d{2})(\d{2})(\d{2})[-+ABCDEFYXWVU](\d{3})([0-9A-Y])$/i.exec(text);
  if (!parts) return false;
  const [, day = '', month = '', year = '', number = '', mark = ''] = parts;
  if (+day < 1 || +day > 31 || +month < 1 || +month > 12) return false;
  return hetuMarks[Number(day + month + year + number) % 31] === mark.toUpperCase();
}

/** Dutch burgerservicenummer: nine digits that pass the eleven test (9, 8 … 2, −1). One number in eleven does. */
export function isBsn(text: string): boolean {
  const digits = text.replace(/[. ]/g, '').padStart(9, '0');
  if (!/^\d{9}$/.test(digits) || /^0{2}/.test(digits)) return false;
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at === 8 ? -1 : 9 - at), 0);
  return sum % 11 === 0;
}

/** Spanish DNI or NIE: its letter is the remainder by 23. */
export function isDni(text: string): boolean {
  const parts = /^([XYZ]?)(\d{7,8})-?([A-Z])$/i.exec(text.trim());
  if (!parts) return false;
  const [, foreign = '', digits = '', letter = ''] = parts;
  if (foreign === '' ? digits.length !== 8 : digits.length !== 7) return false;
  const lead = foreign === '' ? '' : String('XYZ'.indexOf(foreign.toUpperCase()));
  return dniLetters[Number(lead + digits) % 23] === letter.toUpperCase();
}

/** Swedish personnummer with its sign; the last digit by Luhn. */
export function isPersonnummer(text: string): boolean {
  const parts = /^(?:\d{2})?(\d{2})(\d{2})(\d{2})[-+](\d{4})$/.exec(text);
  if (!parts) return false;
  const [, year = '', month = '', day = '', number = ''] = parts;
  if (+month < 1 || +month > 12 || +day < 1 || +day > 91) return false;
  const sum = [...(year + month + day + number)].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** ISO 13616: the rearranged number leaves 1 by 97. */
export function isIban(text: string): boolean {
  const plain = text.replace(/ /g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  let rest = 0;
  for (const letter of plain.slice(4) + plain.slice(0, 4))
    rest = Number(`${rest}${/\d/.test(letter) ? letter : letter.charCodeAt(0) - 55}`) % 97;
  return rest === 1;
}

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
const phone =
  /(?:^|[^\w.])(?:\+\d{1,3}[ -]?(?:\(0\) ?)?\d(?:[ ()./-]?\d){5,12}|0\d{1,3}[ -]\d(?:[ -]?\d){5,9})(?![\w.])/;
const ip = /(?:^|[^\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/;
const record = /^(?:MRN|PAT|HOSP|UHID|NHS)[-:# ]?\d{4,}$/i;
const fiscal = /^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/;
const ssn = /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/;
/** What may be a national number inside a longer text. */
const wordLike = /[\p{L}\p{N}][\p{L}\p{N}+-]*[\p{L}\p{N}]/gu;
const ibanLike = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/gi;

const isNational = (text: string): boolean =>
  isHetu(text) || isDni(text) || isPersonnummer(text) || fiscal.test(text) || ssn.test(text);

/** Which identifier stands in a text, anywhere in it. */
export function identifierIn(text: string): IdentifierKind | undefined {
  if (text.length < 5) return undefined;
  if (text.includes('@') && email.test(text)) return 'email';
  const hasDigit = /\d/.test(text);
  if (hasDigit) {
    if (record.test(text.trim())) return 'record-number';
    for (const [word] of text.matchAll(wordLike)) if (word.length >= 9 && isNational(word)) return 'national-id';
    for (const [found] of text.matchAll(ibanLike)) if (isIban(found)) return 'iban';
    if (phone.test(text)) return 'phone';
    if (ip.test(text)) return 'ip';
  }
  return isPersonName(text) ? 'name' : undefined;
}

const nameShape =
  /^\p{Lu}[\p{L}'’.-]*(?:,? (?:van|de|der|den|von|af|la|le|di|da|del|ten|ter|y|\p{Lu}[\p{L}'’.-]*)){1,4}$/u;
const noPerson =
  /\b(?:hospital|ward|clinic|unit|street|university|syndrome|disease|test|score|index|saint|san|santa|st)\b/i;

/** Two to five capitalised words, one of them a common given name of the countries we know. */
export function isPersonName(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 60 || !nameShape.test(plain) || noPerson.test(plain)) return false;
  return plain.split(/[ ,-]+/).some((word) => givenNames.has(word.toLowerCase()));
}

/** A given name alone: counts only where most of a column is such. */
export const isGivenName = (text: string): boolean => givenNames.has(text.trim().toLowerCase());
