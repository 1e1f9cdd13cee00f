import { beforeAll, describe, expect, test } from 'vitest';
import { failure, fileOf, openBench, type Bench } from '../testing';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench();
});

const types = async (name: string, content: BlobPart) =>
  Object.fromEntries((await bench.propose(name, content)).plan.columns.map(({ name: column, type }) => [column, type]));

describe('what is proposed', () => {
  test.each<[string, string, Record<string, string>]>([
    ['whole numbers', 'a\n1\n-2\n+3\n', { a: 'integer' }],
    ['whole numbers beyond 32 bits', 'a\n1\n3000000000\n', { a: 'bigint' }],
    ['2^53 + 1', 'a\n9007199254740993\n1\n', { a: 'bigint' }],
    ['digits beyond 64 bits', 'a\n92233720368547758070\n1\n', { a: 'text' }],
    ['numbers', 'a\n1.5\n.7\n5.\n1e3\n', { a: 'number' }],
    ['codes with leading zeros', 'a\n007\n012\n', { a: 'text' }],
    ['an identifier', 'person_id,zip\n1,80331\n2,10115\n', { person_id: 'bigint', zip: 'bigint' }],
    ['hexadecimal and underscores are text', 'a,b\n0x1F,1_000\n0x2F,2_000\n', { a: 'text', b: 'text' }],
    ['dates', 'a\n2020-02-29\n1969-12-31\n', { a: 'date' }],
    ['a day that does not exist', 'a\n2021-02-29\n2021-02-28\n', { a: 'text' }],
    ['dates with times', 'a\n2020-01-01 10:00\n2020-01-01T10:00:00.123456\n', { a: 'timestamp' }],
    ['German dates unasked', 'a;b\n31.12.2020;1,5\n01.02.2021;2\n', { a: 'date', b: 'number' }],
    ['days above twelve settle the order', 'a\n03/04/2021\n13/04/2021\n', { a: 'date' }],
    ['times', 'a\n10:11\n23:59:59.5\n', { a: 'time' }],
    ['true and false', 'a\ntrue\nFALSE\n', { a: 'boolean' }],
    ['NA among numbers is missing', 'a,b\n1,NA\n?,2\n', { a: 'integer', b: 'integer' }],
    ['NA among texts is text', 'a\nNA\nNB\n', { a: 'text' }],
    ['an empty column', 'a,b\n,1\n,2\n', { a: 'text', b: 'integer' }]
  ])('%s', async (_, content, expected) => {
    expect(await types('t.csv', content)).toEqual(expected);
  });

  test('-999 is missing where nothing else is negative, and a number where something is', async () => {
    const { result } = await bench.bring('t.csv', 'a,b\n5,-3\n-999,-999\n7,2\n');
    expect(await bench.rows('select * from t')).toEqual([
      [5, -3],
      [null, -999],
      [7, 2]
    ]);
    expect(result.rows).toBe(3);
  });

  test('a date that could be either way is asked about and stays text', async () => {
    const proposal = await bench.propose('t.csv', 'day,x\n03/04/2021,1\n05/06/2021,2\n');
    expect(proposal.questions.map(({ code, columns }) => [code, columns])).toEqual([['date-order', ['day']]]);
    expect(proposal.plan.columns[0]?.type).toBe('text');
    await bench.bring('t.csv', 'day,x\n03/04/2021,1\n05/06/2021,2\n', { csv: { dateOrder: 'mdy' } });
    expect(await bench.rows('select day from t')).toEqual([['2021-03-04'], ['2021-05-06']]);
  });

  test('1,234 alone is asked about', async () => {
    const proposal = await bench.propose('t.csv', 'a;b\n1,234;x\n2,500;y\n');
    expect(proposal.questions.map(({ code }) => code)).toEqual(['decimal-mark']);
  });

  test('thousands marks never shift a decimal point', async () => {
    const { proposal } = await bench.bring('t.csv', 'a;b\n1.234,5;x\n-2.000.000,25;y\n7,5;z\n');
    expect(proposal.plan.csv).toMatchObject({ decimal: ',', thousands: '.' });
    expect(await bench.rows('select a from t')).toEqual([[1234.5], [-2000000.25], [7.5]]);
    const wrong = await failure(
      bench.bring('t.csv', 'a;b\n1,5;x\n1.5;y\n', {
        columns: [{ name: 'a', type: 'number' }],
        csv: { decimal: ',', thousands: '.' }
      })
    );
    expect(wrong.code).toBe('import-misfits');
  });

  test('a file of quoted fields is not taken for one of two columns', async () => {
    expect(await types('t.csv', '"a","b","c"\n"1","2",3\n"4","5",6\n')).toEqual({
      a: 'integer',
      b: 'integer',
      c: 'integer'
    });
  });

  test('headings are told from rows', async () => {
    const header = async (content: string) => (await bench.propose('t.csv', content)).plan.csv?.header;
    expect(await header('63.0,1,?\n67.0,1,2\n')).toBe(false);
    expect(await header('Male;*\nFemale;*\n')).toBe(false);
    expect(await header('person_id,year\n')).toBe(true);
    expect(await header('name,city\nAnn,Graz\nBob,Wien\n')).toBe(true);
  });
});

describe('what is read', () => {
  test('an empty field is missing and a quoted empty one is empty text', async () => {
    await bench.bring('t.csv', 'a,b\n"",x\n,y\n"say ""hi""\nthere",z\n');
    expect(await bench.rows('select a from t')).toEqual([[''], [null], ['say "hi"\nthere']]);
  });

  test.each([
    ['CR only', 'a,b\r1,x\r2,y\r'],
    ['CRLF', 'a,b\r\n1,x\r\n2,y\r\n'],
    ['a byte order mark', '\ufeffa,b\n1,x\n2,y\n'],
    ['blank lines', '\n\na,b\n\n1,x\n\n2,y\n\n'],
    ['tabs', 'a\tb\n1\tx\n2\ty\n'],
    ['bars', 'a|b\n1|x\n2|y\n'],
    ['apostrophes as quotes', "'a','b'\n'1','x'\n'2','y'\n"]
  ])('%s', async (_, content) => {
    const { result } = await bench.bring('t.csv', content);
    expect(result.rows).toBe(2);
    expect(await bench.rows('select a, b from t')).toEqual([
      [1, 'x'],
      [2, 'y']
    ]);
  });

  test('Windows-1252 with € and “ ”', async () => {
    const bytes = Uint8Array.from(
      [...'drug;price\nM\xfcller;5\n'].map((c) => c.charCodeAt(0)).concat([0x80, 0x93, 0x94, 59, 54, 10])
    );
    const { proposal } = await bench.bring('t.csv', bytes);
    expect(proposal.plan.csv?.encoding).toBe('windows-1252');
    expect(await bench.rows('select drug from t')).toEqual([['Müller'], ['€“”']]);
  });

  test('UTF-16 with decimal commas', async () => {
    for (const [bom, swap] of [
      [true, false],
      [false, false],
      [true, true]
    ] as const) {
      const text = `${bom ? '\ufeff' : ''}Größe;Datum\n1,5;31.12.2020\n;01.01.2021\n`;
      const units = Uint16Array.from(text, (letter) => letter.charCodeAt(0));
      const bytes = new Uint8Array(units.buffer);
      if (swap) for (let at = 0; at < bytes.length; at += 2) [bytes[at], bytes[at + 1]] = [bytes[at + 1]!, bytes[at]!];
      const { proposal } = await bench.bring('t.csv', bytes);
      expect(proposal.plan.csv).toMatchObject({
        encoding: swap ? 'utf-16be' : 'utf-16le',
        decimal: ',',
        delimiter: ';'
      });
      expect(await bench.rows('select * from t')).toEqual([
        [1.5, '2020-12-31'],
        [null, '2021-01-01']
      ]);
    }
  });

  test('Latin-1 with semicolons and decimal commas, unasked', async () => {
    const bytes = Uint8Array.from('Gr\xf6\xdfe;Ort\n1,5;K\xf6ln\n2,25;Graz\n', (letter) => letter.charCodeAt(0));
    await bench.bring('t.csv', bytes);
    expect(await bench.rows('select * from t')).toEqual([
      [1.5, 'Köln'],
      [2.25, 'Graz']
    ]);
  });

  test('times with an offset are kept as UTC and said so', async () => {
    const { proposal } = await bench.bring('t.csv', 'a\n2020-01-05 10:00:00+02\n2020-01-05T10:00:00Z\n');
    expect(await bench.rows('select a::varchar from t')).toEqual([['2020-01-05 08:00:00'], ['2020-01-05 10:00:00']]);
    expect(proposal.warnings.map(({ code }) => code)).toContain('zone-to-utc');
  });
});

const body = (rows: number) => Array.from({ length: rows }, (_, row) => `${row},${row * 2},x\n`);

describe('what is refused, with its place', () => {
  test.each([
    ['a field too few', 'csv-too-few-fields', '7,8\n'],
    ['a field too many', 'csv-too-many-fields', '7,8,9,10\n'],
    ['a quote that never closes', 'csv-quote-open', '7,8,"open\n'],
    ['text behind a closing quote', 'csv-quote-stray', '7,8,"a"b\n'],
    ['a NUL byte', 'csv-nul', '7,8,\0\n']
  ])('%s, early and late', async (_, code, bad) => {
    for (const before of [3, 40_000]) {
      const rows = body(before + 100);
      rows[before] = bad;
      const error = await failure(bench.bring('t.csv', `a,b,c\n${rows.join('')}`));
      expect([error.code, error.place?.line]).toEqual([code, before + 2]);
    }
  });

  test('a quote that only the next quote ends is told by the line it opened on', async () => {
    const error = await failure(bench.bring('t.csv', 'a,b,c\n1,2,"open\n3,4,"x"\n5,6,"y"\n'));
    expect([error.code, error.values['opened'], error.values['line']]).toEqual(['csv-quote-stray', 2, 3]);
    expect(error.message).toContain('opens on line 2');
  });

  test('a bad byte in a UTF-8 file', async () => {
    const bytes = new TextEncoder().encode('a,b\né,1\nx,2\n');
    bytes[9] = 0xff;
    const error = await failure(bench.bring('t.csv', bytes));
    expect([error.code, error.place?.line, error.place?.column]).toEqual(['csv-not-utf-8', 3, 1]);
  });

  test('a last line cut behind a delimiter, unless a person says it is whole', async () => {
    const content = 'a,b\n1,2\n3,';
    expect((await failure(bench.bring('t.csv', content))).code).toBe('csv-last-line-cut');
    const { result } = await bench.bring('t.csv', content, { csv: { lastLine: 'whole' } });
    expect(result.rows).toBe(2);
  });

  test('a value that does not fit at line 186,372, by line and column, and what can be done', async () => {
    const rows = Array.from({ length: 190_000 }, (_, row) => `${row},${row % 7}\n`);
    rows[186_370] = '186370,<0.1\n';
    const content = `id,lactate\n${rows.join('')}`;
    const proposal = await bench.propose('t.csv', content);
    // One slip in 190,000 makes no column of text: it is named before anything is read, and nothing is read unasked.
    expect([proposal.plan.columns[1]?.type, proposal.plan.misfits]).toEqual(['integer', 'stop']);
    expect(proposal.misfits).toMatchObject({ rows: 1, count: 1, records: { count: 0 } });
    expect(proposal.misfits.first).toEqual([
      {
        file: 't.csv',
        line: 186_372,
        column: 2,
        columnName: 'lactate',
        expected: 'integer',
        row: 186_371,
        value: '<0.1'
      }
    ]);
    const wanted = { columns: [{ name: 'lactate', type: 'number' as const, unit: 'mmol/L' }] };
    const error = await failure(bench.bring('t.csv', content, wanted));
    expect([error.code, error.place?.line, error.values['column']]).toEqual(['import-misfits', 186_372, 'lactate']);
    const { result } = await bench.bring('t.csv', content, { ...wanted, misfits: 'set-aside' });
    expect([result.rows, result.setAside?.rows, result.misfits.count]).toEqual([189_999, 1, 1]);
    expect(result.misfits.first[0]).toEqual({
      file: 't.csv',
      line: 186_372,
      column: 2,
      columnName: 'lactate',
      expected: 'number'
    });
    expect(result.relation.columns[1]?.unit).toBe('mmol/L');
    expect(await bench.rows('select lactate from t_set_aside')).toEqual([['<0.1']]);
    const text = await bench.bring('t.csv', content, { ...wanted, misfits: 'text' });
    expect(text.result.relation.columns[1]?.sqlType).toBe('VARCHAR');
  });

  test('with many values that do not fit, the column is text, and says so', async () => {
    const rows = Array.from({ length: 400 }, (_, row) => `${row},${row % 20 === 19 ? '<0.1' : row / 8}\n`);
    const proposal = await bench.propose('t.csv', `id,crp\n${rows.join('')}`);
    expect(proposal.plan.columns[1]?.type).toBe('text');
    expect(proposal.warnings.map(({ code }) => code)).toContain('column-spoiled');
    expect(proposal.misfits.count).toBe(0);
  });

  test('a file that changed since the plan was made', async () => {
    const { proposal } = await bench.bring('t.csv', 'a\n1\n2\n');
    const error = await failure(bench.imports.read(proposal.plan, [fileOf('t.csv', 'a\n1\n')]));
    expect(error.code).toBe('file-changed');
    expect(error.message).toBe('t.csv has changed since it was read (was 6 B, now 4 B).');
    expect(await bench.rows('select count(*) from t')).toEqual([['2']]);
  });

  test('a file that has gained a column', async () => {
    const { proposal } = await bench.bring('t.csv', 'a\n1\n2\n');
    const { fingerprint: _, ...plan } = proposal.plan;
    expect((await failure(bench.imports.read(plan, [fileOf('t.csv', 'a,b\n1,2\n')]))).code).toBe('column-unplanned');
  });
});

describe('what does not fit', () => {
  test('records of another shape go aside whole, with their place, and the counts add up', async () => {
    // By hand: 6 records and a heading; line 4 has three fields, line 6 one, and on line 7 a value is no number.
    const content = 'id,x\n1,10\n\n2,20,extra\n3,30\n4\n5,up\n"6\n6",60\n';
    expect((await failure(bench.propose('t.csv', content))).place?.line).toBe(4);
    const { proposal, result } = await bench.bring('t.csv', content, {
      misfits: 'set-aside',
      columns: [{ name: 'x', type: 'integer' }]
    });
    expect(proposal.misfits.records.first).toEqual([
      { file: 't.csv', line: 4, found: 3, expected: 2 },
      { file: 't.csv', line: 6, found: 1, expected: 2 }
    ]);
    expect(proposal.misfits.first.map(({ line, value }) => [line, value])).toEqual([[7, 'up']]);
    const truth = { fileBytes: 43, readBytes: 43, records: 7, heading: 1, setAside: 3, rows: 3, blankLines: 1 };
    expect(proposal.truth).toEqual(truth);
    expect(result.truth).toEqual(truth);
    expect(await bench.rows('select id, x from t')).toEqual([
      ['1', 10],
      ['3', 30],
      ['6\n6', 60]
    ]);
    expect(await bench.rows('select * from t_set_aside')).toEqual([
      ['2', null, null, '2,20,extra'],
      ['4', null, null, '4'],
      ['5', '5', 'up', null]
    ]);
  });

  test('with CRLF, quoted breaks and a wrong last record without a line break', async () => {
    const content = 'a;b\r\n1;"x\r\ny"\r\n2;z;\r\n3;q\r\n4';
    const { result } = await bench.bring('t.csv', content, { misfits: 'set-aside', csv: { delimiter: ';' } });
    expect([result.rows, result.truth.records, result.truth.setAside]).toEqual([2, 5, 2]);
    expect(await bench.rows('select * from t')).toEqual([
      [1, 'x\r\ny'],
      [3, 'q']
    ]);
    expect(await bench.rows('select row_in_file, whole_record from t_set_aside')).toEqual([
      ['2', '2;z;'],
      ['4', '4']
    ]);
  });

  test('a wrong delimiter is no reason to set everything aside', async () => {
    const rows = Array.from({ length: 300 }, (_, row) => (row % 2 ? `${row},1,2\n` : `${row},1\n`));
    const error = await failure(bench.propose('t.csv', `a,b\n${rows.join('')}`, { misfits: 'set-aside' }));
    expect(error.code).toBe('csv-too-many-fields');
  });

  test('all bytes are read, whatever the encoding', async () => {
    const utf16 = Buffer.from('\ufeffa\tb\r\n1\tä\r\n', 'utf16le');
    expect((await bench.propose('t.csv', utf16)).truth).toMatchObject({ fileBytes: 22, readBytes: 22, rows: 1 });
    const latin = Buffer.from('a;b\n1;ä\n2;ö', 'latin1');
    expect((await bench.propose('t.csv', latin)).truth).toMatchObject({ fileBytes: 11, readBytes: 11, rows: 2 });
  });

  test('tokens of missing values are counted, each', async () => {
    const proposal = await bench.propose('t.csv', 'id,x,y\n1,NA,a\n2,?,NA\n3,NA,b\n4,1.5,c\n5,2,d\n6,,e\n');
    expect(proposal.columns.map(({ tokens }) => tokens)).toEqual([
      undefined,
      [
        { token: 'NA', count: 2 },
        { token: '?', count: 1 }
      ],
      undefined
    ]);
    expect(proposal.columns[1]).toMatchObject({ present: 2, missing: 4 });
  });
});

describe('dates that only a person can read', () => {
  test('years of two digits are asked about, with the order, and read as answered', async () => {
    const content = 'id,born\n1,03/04/21\n2,11/12/98\n3,01/02/49\n4,05/06/50\n';
    const asked = await bench.propose('t.csv', content);
    expect(asked.plan.columns[1]?.type).toBe('text');
    expect(asked.questions.map(({ code, columns }) => [code, columns])).toEqual([
      ['date-order', ['born']],
      ['century', ['born']]
    ]);
    const columns = [{ name: 'born', dateOrder: 'dmy' as const, yearsFrom: 1950 }];
    const { proposal } = await bench.bring('t.csv', content, { columns });
    expect(proposal.questions).toEqual([]);
    expect(proposal.plan.columns[1]).toEqual({ name: 'born', type: 'date', dateOrder: 'dmy', yearsFrom: 1950 });
    expect(await bench.rows('select born from t')).toEqual([
      ['2021-04-03'],
      ['1998-12-11'],
      ['2049-02-01'],
      ['1950-06-05']
    ]);
  });

  test('a day beyond 12 settles the order, not the century; a time of day may follow', async () => {
    const content = 'seen\n13.04.21 08:15\n02.05.99 23:59\n';
    const asked = await bench.propose('t.csv', content);
    expect(asked.questions.map(({ code }) => code)).toEqual(['century']);
    await bench.bring('t.csv', content, { columns: [{ name: 'seen', yearsFrom: 2000 }] });
    expect(await bench.rows("select strftime(seen, '%Y-%m-%dT%H:%M') from t")).toEqual([
      ['2021-04-13T08:15'],
      ['2099-05-02T23:59']
    ]);
    const text = await bench.propose('t.csv', content, { columns: [{ name: 'seen', type: 'text' }] });
    expect(text.questions).toEqual([]);
  });
});

test('a large file is a view over the file in place, with the same content', async () => {
  const inPlace = await openBench({ inPlaceFrom: 10 });
  const { result } = await inPlace.bring('t.csv', 'a,b\n1,x\n2,\n3,"y,z"\n');
  expect([result.relation.kind, result.rows]).toEqual(['file', 3]);
  expect(await inPlace.rows('select * from t')).toEqual([
    [1, 'x'],
    [2, null],
    [3, 'y,z']
  ]);
  await inPlace.engine.remove(['t']);
  await inPlace.imports.forget(['t']);
});
