import type { fail } from '../errors';
import { ending } from './names';

type Code = Parameters<typeof fail>[0];

interface Foreign {
  code: Code;
  what: string;
}

/** First bytes (as Latin-1) of formats that people do drop and that are not read here. */
const signatures: readonly [start: string | RegExp, code: Code, what: string][] = [
  [/^\$FL[23]/, 'format-spss', 'an SPSS file'],
  [/^ASCII SPSS PORT FILE/, 'format-spss', 'an SPSS portable file'],
  ['<stata_dta>', 'format-stata', 'a Stata file'],
  ['\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60\xb3\x14\x11\xcf', 'format-sas', 'a SAS data set'],
  ['HEADER RECORD*******', 'format-sas', 'a SAS transport file'],
  ['%PDF', 'format-pdf', 'a PDF'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP)/s, 'format-image', 'an image'],
  [/^.{128}DICM/s, 'format-image', 'a DICOM image'],
  [/^(Rar!|7z\xbc\xaf)/, 'format-archive', 'an archive that is not zip'],
  [/^.{257}ustar/s, 'format-archive', 'a tar archive'],
  [/^(BZh[1-9]1AY|\xfd7zXZ|\x28\xb5\x2f\xfd)/, 'format-archive', 'compressed in a way browsers cannot undo'],
  ['PARE', 'format-encrypted', 'an encrypted Parquet file'],
  ['FEA1', 'format-other', 'Feather, version 1'],
  ['SQLite format 3', 'format-other', 'an SQLite database'],
  [/^\0\x01\0\0Standard (Jet|ACE) DB/, 'format-other', 'an Access database'],
  [/^(RDX[23]|X\n\0\0\0[23])/, 'format-other', 'an R file'],
  [/^\x89HDF/, 'format-other', 'HDF5'],
  [/^ORC/, 'format-other', 'ORC'],
  [/^Obj\x01/, 'format-other', 'Avro'],
  [/^\xff\xfe\0\0/, 'format-other', 'text in UTF-32']
];

export async function foreignFormat(path: string, blob: Blob, head: string): Promise<Foreign | undefined> {
  for (const [start, code, what] of signatures) {
    if (typeof start === 'string' ? head.startsWith(start) : start.test(head)) return { code, what };
  }
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(blob);
  // Stata before version 13 has no word to know it by: release number, byte order, type 1, 0.
  if (ending(path) === 'dta' && /^[\x69-\x73][\x01\x02]\x01/.test(head))
    return { code: 'format-stata', what: 'a Stata file' };
  return undefined;
}

/** The old Office container holds old workbooks, and new ones behind a password. Names in it are UTF-16. */
async function oleFormat(blob: Blob): Promise<Foreign> {
  const step = 1024 * 1024;
  for (let from = 0; from < blob.size; from += step) {
    const bytes = new Uint8Array(await blob.slice(from, from + step + 64).arrayBuffer());
    if (holds(bytes, 'EncryptedPackage')) return { code: 'format-encrypted', what: 'a workbook with a password' };
  }
  return { code: 'format-xls', what: 'an old Excel workbook' };
}

function holds(bytes: Uint8Array, word: string): boolean {
  const wide = Uint8Array.from([...word].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(wide[0]!); at >= 0; at = bytes.indexOf(wide[0]!, at + 1)) {
    if (wide.every((byte, offset) => bytes[at + offset] === byte)) return true;
  }
  return false;
}
