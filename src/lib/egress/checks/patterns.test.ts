import { describe, expect, test } from 'vitest';
import { identifierIn, isBsn, isDni, isHetu, isIban, isPersonnummer } from './patterns';

describe('national numbers, by their published examples', () => {
  test.each([
    // DVV's own example; Rijksdienst's test numbers; Policía Nacional's examples; Skatteverket's example; ISO 13616 registry.
    [isHetu, '131052-308T', '131052-308U'],
    [isHetu, '010594Y9032', '010594Y9033'],
    [isBsn, '111222333', '111222334'],
    [isBsn, '123456782', '123456789'],
    [isDni, '12345678Z', '12345678A'],
    [isDni, 'X1234567L', 'X1234567Z'],
    [isPersonnummer, '811218-9876', '811218-9875'],
    [isIban, 'GB82 WEST 1234 5698 7654 32', 'GB82 WEST 1234 5698 7654 33'],
    [isIban, 'FI21 1234 5600 0007 85', 'FI21 1234 5600 0007 86']
  ])('%o takes %s and not %s', (is, right, wrong) => {
    expect(is(right)).toBe(true);
    expect(is(wrong)).toBe(false);
  });
});

describe('inside a text', () => {
  test.each([
    ['seen with 131052-308T today', 'national-id'],
    ['DNI: 12345678Z.', 'national-id'],
    ['write to a.b@example.org', 'email'],
    ['call +358 40 123 4567', 'phone'],
    ['call 040-123 4567', 'phone'],
    ['Aino Korhonen', 'name'],
    ['Korhonen, Aino', 'name'],
    ['MRN 0012345', 'record-number'],
    ['from 192.168.12.7', 'ip']
  ])('%s is %s', (text, kind) => expect(identifierIn(text)).toBe(kind));

  test.each([
    '2024-03-01',
    '2024-03-01 12:30:00',
    'J21.0',
    'Acute Bronchiolitis',
    'Santa Maria Hospital',
    '0.00012345678',
    '1234567',
    'Sepsis',
    '10-14 years',
    '0-1',
    'version 1.4.12',
    'Kawasaki Syndrome',
    '131052-308U'
  ])('%s is nobody', (text) => expect(identifierIn(text)).toBeUndefined());
});
