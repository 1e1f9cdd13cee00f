import type { ColumnProfile } from '$workers/shared/profile';
import { formatShare } from '$lib/messages/figures';
import { profileWords as words } from '$lib/messages/profile';
import { binEnds, shortValue } from './shown-figures';

/** What a bar stands for, in words. @param index undefined: the other values together */
export function barTitle(profile: ColumnProfile, index: number | undefined): string {
  const { shape } = profile;
  if (shape.of === 'none') return '';
  if (shape.of === 'bins') {
    const bin = shape.bins[index ?? -1];
    return bin ? countTitle(words.strip.bin(...binEnds(bin, profile)), bin) : '';
  }
  const value = index === undefined ? shape.others : shape.values[index];
  if (!value) return '';
  const of = 'values' in value ? words.strip.others(value.values) : (value.text ?? words.strip.text);
  return countTitle(of, value);
}

function countTitle(of: string, { n, kept }: { n: number; kept: number | undefined }): string {
  return kept === undefined ? words.strip.bar(of, n) : words.strip.barKept(of, kept, n);
}

/** A strip in place of its picture. The ends are values of single rows: no audience hears them. */
export function spokenStrip(
  { name, rows, missing, least, greatest, kind }: ColumnProfile,
  { hidesRows }: { hidesRows: boolean }
): string {
  const { strip } = words;
  const known = [
    strip.summary(name, rows),
    missing.n > 0 ? strip.someMissing(formatShare(missing.n / rows)) : strip.noneMissing
  ];
  if (least === undefined || greatest === undefined || hidesRows) return known.join(', ');
  return [...known, strip.ends(shortValue(least, kind), shortValue(greatest, kind))].join(', ');
}
