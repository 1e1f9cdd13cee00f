import { describe, expect, test } from 'vitest';
import { hasAddress, isOwnAddress, loadsNothing } from './addresses';

describe('addresses in markup', () => {
  test.each([
    ['#clip-1', true],
    ['data:image/png;base64,iVBORw0KGgo=', true],
    [' data:image/webp;base64,AA', true],
    ['data:image/svg+xml;base64,PHN2Zz4=', false],
    ['data:image/png,abc', false],
    ['data:text/html;base64,AA', false],
    ['https://example.org/a.png', false],
    ['//example.org', false],
    ['/own?canary=1', false],
    ['own.png', false],
    ['javascript:alert(1)', false],
    ['', false]
  ])('%s', (value, is) => expect(isOwnAddress(value)).toBe(is));

  test.each([
    ['url(#clip-1)', false],
    ['url("#a")', false],
    ["url( '#a' )", false],
    ['var(--c1)', false],
    ['translate(1,2)', false],
    ['curl (a)', true],
    ['url(https://example.org)', true],
    ['URL( "/own?x" )', true],
    ['u\\72l(//example.org)', true],
    ['\\75\\72\\6c(//example.org)', true],
    ['u\\rl(//example.org)', true],
    ['url(#a) url(b)', true]
  ])('in an attribute: %s', (value, is) => expect(hasAddress(value)).toBe(is));

  test.each([
    [':where(.plot) { display: block; height: auto; }', true],
    ['@media (max-width: 640px) { svg { width: 100% } }', true],
    ['fill: url(#gradient); clip-path: url("#a")', true],
    ['@import "https://example.org/a.css";', false],
    ['@imp\\6frt "a"', false],
    ['a { background: image-set("a.png" 1x) }', false],
    ['a { background: -webkit-image-set(url(a)) }', false],
    ['@font-face { src: local(a) }', false],
    ['a { background: u/* */rl(b) } b { background: url(/x) }', false],
    ['a { content: cross-fade(b) }', false]
  ])('in a style: %s', (css, is) => expect(loadsNothing(css)).toBe(is));
});
