import { describe, expect, test } from 'vitest';
import type { Site } from '../contract';
import { LookUp } from './look-up';

const file = (path: string) => ({ path, hash: '', bytes: 1 });
const site: Site = {
  version: '1',
  hash: 'h',
  files: ['index.html', 'notebook.html', 'learn/index.html', 'data/a b.csv', '_app/immutable/x.js'].map(file),
  types: {},
  headers: {},
  live: ['config.json'],
  passing: ['site.zip']
};
const host = 'https://host.example';

describe.each(['/', '/a/b/'])('a site in %s', (folder) => {
  const lookUp = new LookUp(site, `${host}${folder}`);
  const find = (path: string, navigates = false, method = 'GET') =>
    lookUp.find({ method, url: new URL(path, `${host}${folder}`).href, navigates });

  test.each([
    ['', 'index.html'],
    ['notebook', 'notebook.html'],
    ['learn/', 'learn/index.html'],
    ['data/a%20b.csv', 'data/a b.csv'],
    ['_app/immutable/x.js', '_app/immutable/x.js'],
    ['index.html', 'index.html']
  ])('%j is the file %j, whatever stands behind a question mark', (asked, path) => {
    expect(find(asked)).toEqual({ as: 'file', file: file(path) });
    expect(find(`${asked}?patient=1#x`)).toEqual({ as: 'file', file: file(path) });
  });

  test.each([
    ['notebook/', 'notebook'],
    ['learn', 'learn/'],
    ['notebook.html', 'notebook'],
    ['index.html', ''],
    ['learn/index.html', 'learn/']
  ])('a visit of %j goes on to %j: pages link relatively', (asked, path) => {
    expect(find(asked, true)).toEqual({ as: 'elsewhere', path });
  });

  test.each(['nothing', 'data/', 'data/secret-42', 'notebook/x', '%zz', 'index', '../../other'])(
    '%j is no file of the site',
    (asked) => {
      expect(find(asked).as).toBe('missing');
    }
  );

  test('what may change, and what is too large, has its own way', () => {
    expect(find('config.json?x')).toEqual({ as: 'live', path: 'config.json' });
    expect(find('site.zip')).toEqual({ as: 'passing', path: 'site.zip' });
  });

  test('other hosts and other methods are refused', () => {
    expect(find('https://elsewhere.example/x')).toEqual({ as: 'refused', status: 403 });
    expect(find('http://host.example/')).toEqual({ as: 'refused', status: 403 });
    expect(find('', false, 'POST')).toEqual({ as: 'refused', status: 405 });
    expect(find('notebook', false, 'HEAD').as).toBe('file');
  });
});

test('beside the folder of the site nothing is answered', () => {
  const lookUp = new LookUp(site, `${host}/a/b/`);
  expect(lookUp.find({ method: 'GET', url: `${host}/a/`, navigates: true }).as).toBe('missing');
  expect(lookUp.find({ method: 'GET', url: `${host}/leak/canary`, navigates: false }).as).toBe('missing');
});
