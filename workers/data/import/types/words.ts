import type { ImportType } from '../contract';

const words: Partial<Record<ImportType, string>> = {
  text: 'text',
  integer: 'whole number',
  bigint: 'whole number (64 bits)',
  number: 'number',
  boolean: 'true or false',
  date: 'date',
  timestamp: 'date and time',
  time: 'time of day'
};

export function typeWord(type: ImportType): string {
  return words[type] ?? type.replace('decimal', 'decimal ');
}

export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
