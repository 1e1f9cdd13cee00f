/** A share in whole per cent; what is there is never 0 %, and what is not all never 100 %. */
export function shareWords(part: number, whole: number): string | undefined {
  if (part === 0 || whole === 0) return undefined;
  const percent = Math.round((100 * part) / whole);
  if (percent === 0) return '< 1\u00a0%';
  return `${percent === 100 && part < whole ? 99 : percent}\u00a0%`;
}
