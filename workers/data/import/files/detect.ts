import type { ImportFormat } from '../contract';
import { fail } from '../errors';
import { foreignFormat } from './foreign';
import { ending } from './names';

/** What a file is by its bytes; the name only decides between kinds of text. */
export type Detected = ImportFormat | 'zip' | 'gzip' | 'notebook';

const HEAD = 64 * 1024;

/** @throws `file-empty` and `format-…`: what it is, and the way out */
export async function detect(path: string, blob: Blob): Promise<Detected> {
  const place = { file: path };
  if (blob.size === 0) throw fail('file-empty', { file: path }, { place });
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  const latin = latinText(head);
  if (latin.startsWith('PK\x03\x04') || latin.startsWith('PK\x05\x06')) return zipKind(path, blob, latin);
  if (latin.startsWith('\x1f\x8b')) return 'gzip';
  if (latin.startsWith('PAR1')) return 'parquet';
  if (latin.startsWith('ARROW1') || /^\xff\xff\xff\xff..\x00\x00/s.test(latin)) return 'arrow';
  if (latin.slice(8, 12) === 'DUCK') return 'duckdb';
  const foreign = await foreignFormat(path, blob, latin);
  if (foreign) throw fail(foreign.code, { file: path, what: foreign.what }, { place });
  return textKind(path, head, latin);
}

async function zipKind(path: string, blob: Blob, head: string): Promise<Detected> {
  const tail = latinText(new Uint8Array(await blob.slice(-HEAD).arrayBuffer()));
  const names = head + tail;
  if (names.includes('xl/workbook.xml') || names.includes('xl/worksheets/')) return 'excel';
  if (names.includes('xl/workbook.bin')) throw fail('format-xls', { file: path }, { place: { file: path } });
  if (head.includes('mimetypeapplication/vnd.oasis'))
    throw fail('format-ods', { file: path }, { place: { file: path } });
  if (names.includes('word/document.xml') || names.includes('ppt/presentation.xml')) {
    throw fail('format-other', { file: path, what: 'an Office document' }, { place: { file: path } });
  }
  return 'zip';
}

function textKind(path: string, head: Uint8Array, latin: string): Detected {
  const place = { file: path };
  const wide = latin.startsWith('\xff\xfe') || latin.startsWith('\xfe\xff') || looksWide(head);
  if (wide) return 'csv';
  const text = latin.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (text === '') throw fail('file-empty', { file: path }, { place });
  if (/^(<!doctype html|<html|<table|<head|<body)/i.test(text)) throw fail('format-html', { file: path }, { place });
  if (/^<\?xml|^<[A-Za-z][\w:-]*[\s>]/.test(text)) throw fail('format-other', { file: path, what: 'XML' }, { place });
  const kind = ending(path);
  if (kind === 'md' || kind === 'ipynb') return 'notebook';
  if (text.startsWith('{') || text.startsWith('[')) {
    if (kind === 'ndjson' || kind === 'jsonl') return 'ndjson';
    if (kind === 'json') return severalValues(text) ? 'ndjson' : 'json';
    if (/^[[{]\s*(["[{\]}]|-?\d)/.test(text) && !['csv', 'tsv', 'tab'].includes(kind)) {
      return severalValues(text) ? 'ndjson' : 'json';
    }
  }
  const strange = head.slice(0, 4096).filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  if (strange > head.slice(0, 4096).length / 50) throw fail('format-unknown', { file: path }, { place });
  return 'csv';
}

/** `{…}` newline `{…}`: one value a line. A pretty-printed object breaks within its first line. */
function severalValues(text: string): boolean {
  if (!text.startsWith('{')) return false;
  const end = text.indexOf('\n');
  if (end < 0) return false;
  try {
    JSON.parse(text.slice(0, end));
  } catch {
    return false;
  }
  return text.slice(end).trimStart().startsWith('{');
}

/** UTF-16 without a mark: in Western text every other byte is zero. */
export function looksWide(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = head.subarray(0, Math.min(head.length, 4096) & ~1);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++;
  });
  const pairs = sample.length / 2;
  if (zeros[1]! > 0.4 * pairs && zeros[0]! < 0.05 * pairs) return 'utf-16le';
  if (zeros[0]! > 0.4 * pairs && zeros[1]! < 0.05 * pairs) return 'utf-16be';
  return undefined;
}

export function latinText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return text;
}
