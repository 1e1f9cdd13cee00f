import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { AppError } from '$workers/shared/errors';
import { mutatedBytes, mutatedText } from '$workers/shared/mutate';
import { randomStream } from '$workers/shared/random';
import { countSequence, sequencesAsked } from '$workers/shared/sequences';
import { packText, readForeign, unpackText, writeIpynb, writeKit } from '$lib/notebook/exchange';
import { parseNotebook } from '$lib/notebook/format/parse';
import { serializeNotebook } from '$lib/notebook/format/serialize';
import { registry } from '.';

const asked = sequencesAsked(150);
vi.setConfig({ testTimeout: 60_000 + asked * 100 });
/** A reader that takes longer holds the page. */
const longestMs = 2000;
const kinds = registry.kinds.map(({ name }) => name);
const words = [
  '```',
  '````',
  '```sql id=a',
  '```js\n',
  '---\n',
  '<!-- cell id=',
  ' -->',
  'id=',
  '="',
  '"',
  '\\',
  '\n',
  '\r',
  '\u0000',
  '\ufeff',
  '${',
  '}',
  '&a [*a,*a]',
  '!!js/function',
  '__proto__',
  '{"',
  '[[',
  '<script',
  ' off=true',
  ': ',
  '- ',
  '😀'
];
const samples = ['notebooks/samples', 'notebooks/reference', 'notebooks/lessons']
  .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
  .filter((path) => path.endsWith('.md'))
  .map((path) => readFileSync(path, 'utf8'));

const sampleAt = (n: number) => samples[n % samples.length] ?? '';

/** Reads as the page does; whatever comes of it is a notebook that is written as it was read, or an error of ours. */
async function survives(read: () => unknown): Promise<void> {
  const before = process.cpuUsage();
  try {
    await read();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(longestMs);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}

function readText(text: string): void {
  const { notebook, problems } = parseNotebook(text, kinds);
  for (const cell of notebook.cells) {
    const kind = registry.find(cell.kind);
    if (!kind || kind.isReady?.() === false) continue;
    try {
      kind.needs(kind.parse(cell.text, cell));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  if (problems.length > 0) return;
  const written = serializeNotebook(notebook, kinds);
  expect(serializeNotebook(parseNotebook(written, kinds).notebook, kinds)).toBe(written);
}

test('mutated notebook files are read or refused, and never by halves', async (context) => {
  await registry.ready?.();
  for (let n = 0; n < asked; n++) {
    const text = mutatedText(sampleAt(n), words, randomStream('fuzz notebook', n));
    await survives(() => readText(text));
    countSequence(context);
  }
});

test('mutated links are read or refused', async (context) => {
  for (let n = 0; n < asked; n++) {
    const random = randomStream('fuzz link', n);
    const packed = await packText(sampleAt(n).slice(0, 4000));
    const bytes = mutatedBytes(Buffer.from(packed, 'base64url'), random);
    const link = random.chance(0.5)
      ? Buffer.from(bytes).toString('base64url')
      : mutatedText(packed, ['=', '%', ' ', '+'], random);
    await survives(async () => readText(await unpackText(link)));
    countSequence(context);
  }
});

test('mutated notebooks of other programs are read or refused', async (context) => {
  await registry.ready?.();
  const written = samples.map((text) => {
    const { notebook } = parseNotebook(text, kinds);
    return [writeIpynb(notebook), writeKit(notebook, 'Untitled')] as const;
  });
  for (let n = 0; n < asked; n++) {
    const random = randomStream('fuzz foreign', n);
    const pair = written[n % written.length] ?? ['', ''];
    const ipynb = random.chance(0.5);
    const text = mutatedText(ipynb ? pair[0] : pair[1], [...words, 'null', '-1', '1e999', '{}', '<notebook>'], random);
    const file = new File([text], 'x');
    await survives(async () => readForeign({ path: ipynb ? 'x.ipynb' : 'x.html', file }));
    countSequence(context);
  }
});
