import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../../shared/errors';
import { openBench, type Bench } from '../testing';
import { sampleRecords } from './records';
import { CsvScanner } from './scanner';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});

const field = fc.oneof(
  fc.integer({ min: -99, max: 99 }).map(String),
  fc.constantFrom('', '""', 'x', 'é', '"a,b"', '"a""b"', '"two\nlines"', '1.5')
);

const lineField = fc.oneof(field, fc.constantFrom('"a\r\nb"', '"\r"', '"q"', '"\n"', 'a"b'));

describe('a file cut anywhere', () => {
  test('is an error or warned of, save where the cut falls behind a whole line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field, field), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('\n', '\r\n'),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (rows, end, share) => {
          const lines = ['id,name,value', ...rows.map((row) => row.join(','))].map((line) => line + end);
          const bytes = new TextEncoder().encode(lines.join(''));
          const cut = Math.floor(share * (bytes.length - 1));
          const wholeLines = new Set<number>();
          let passed = 0;
          for (const line of lines) wholeLines.add((passed += new TextEncoder().encode(line).length));
          if (cut === 0 || wholeLines.has(cut)) return;
          const content = bytes.slice(0, cut);
          try {
            const { proposal, result } = await bench.bring('t.csv', content, { csv: { header: true, delimiter: ',' } });
            const warned = [...proposal.warnings, ...result.warnings].some(({ code }) => code === 'last-line-open');
            expect(warned).toBe(true);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        }
      ),
      { seed: 7, numRuns: 60 }
    );
  }, 120_000);
});

describe('the scanner', () => {
  test('finds the same whatever the chunks are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ',', '"', '""', '\n', '\r\n', '\r', 'é', '😀', ' '), { maxLength: 30 }),
        fc.array(fc.nat(40), { maxLength: 5 }),
        (parts, cuts) => {
          const bytes = new TextEncoder().encode(parts.join(''));
          expect(scanned(bytes, cuts)).toEqual(scanned(bytes, []));
        }
      ),
      { seed: 3, numRuns: 2000 }
    );
  });

  test('counts as DuckDB does, or is stricter; and the values are those of an independent reader', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(lineField, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 2 }),
        async (rows, ends) => {
          const content = rows.map((row, at) => row.join(',') + ends[at % ends.length]!).join('');
          const facts = scanned(new TextEncoder().encode(content), []);
          if (typeof facts === 'string') return;
          const columns = Array.from({ length: facts.width }, (_, at) => ({
            name: `column${at + 1}`,
            type: 'text' as const
          }));
          const { result } = await bench.bring('t.csv', content, {
            csv: { header: false, delimiter: ',', quote: '"' },
            columns
          });
          expect(result.rows).toBe(facts.records);
          const expected = sampleRecords(content, { delimiter: ',', quote: '"' }, { most: 100, whole: true });
          expect(await bench.rows('select * from t')).toEqual(expected);
        }
      ),
      { seed: 5, numRuns: 150 }
    );
  }, 120_000);
});

function scanned(bytes: Uint8Array, cuts: readonly number[]) {
  const scanner = new CsvScanner({ file: 'f', delimiter: ',', quote: '"' });
  try {
    let from = 0;
    for (const cut of [...cuts].sort((a, b) => a - b)) {
      scanner.push(bytes.slice(from, Math.min(cut, bytes.length)));
      from = Math.max(from, Math.min(cut, bytes.length));
    }
    scanner.push(bytes.slice(from));
    return scanner.finish();
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.place?.line}:${error.place?.column}`;
    throw error;
  }
}
