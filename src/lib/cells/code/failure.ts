import type { AppError } from '$workers/shared/errors';
import type { CodeError } from '$workers/sandbox/contract';
import type { CodeReading } from '$workers/sandbox/analysis';
import { fail } from '../failures';

/**
 * Sentences of the browser itself, which name words of the code and never values. Any other text was made by the code, may
 * hold data, and so stands under "Details" alone.
 */
const plain = [
  /^[\w$.]{1,80} is not (defined|a function|iterable|a constructor)$/,
  /^Cannot (read|set) properties of (undefined|null) \((reading|setting) '[\w$]{1,80}'\)$/,
  /^Cannot access '[\w$]{1,80}' before initialization$/,
  /^Assignment to constant variable\.$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (array|typed array|string) length/,
  /^Array buffer allocation failed$/
];

/** What a cell's code threw, as the cell's failure. */
export function failureOf(error: CodeError, { own }: CodeReading): AppError {
  const place = error.place && own(error.place);
  const details = [`${error.name}: ${error.message}`, error.stack].filter(Boolean).join('\n');
  const more = { details, ...(place && { place }) };
  if (error.name === 'NoNetwork') return fail('code-no-network', { line: place?.line }, more);
  const isPlain = plain.some((sentence) => sentence.test(error.message));
  const what = isPlain ? error.message.replace(/\.$/, '') : 'an error of its own';
  return fail('code-threw', { line: place?.line, what }, more);
}
