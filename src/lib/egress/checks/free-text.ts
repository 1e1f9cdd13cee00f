import { plainName, present, type Finding, type LookedTable } from './payload';

const called =
  /(^|_)(note|notes|comment|comments|remark|remarks|narrative|free_?text|text|description|history|anamnesis|anamneesi|huomautus|huomautukset|teksti|opmerking|notas|observaciones|report|letter|summary|finding|findings)(_|$)/;

/** Sentences that somebody wrote: no check can vouch for what stands in them. */
export function freeText(table: LookedTable): Finding[] {
  return table.columns.flatMap((column): Finding[] => {
    if (column.kind !== 'text') return [];
    const texts = present(column) as string[];
    if (texts.length === 0) return [];
    const distinct = new Set(texts);
    const wordy = [...distinct].filter((text) => text.length > 40 && text.trim().split(/\s+/).length >= 6);
    const named = called.test(plainName(column.name));
    // Labels repeat; what people write does not.
    const varied = distinct.size > 0.5 * texts.length && texts.length >= 3;
    const some = [...distinct].filter((text) => text.trim().split(/\s+/).length >= 3);
    const isFree =
      (varied && wordy.length >= Math.max(1, 0.2 * distinct.size)) ||
      (named && varied && some.length >= 0.3 * distinct.size) ||
      (named && wordy.length > 0);
    if (!isFree) return [];
    return [
      {
        code: 'free-text',
        severity: 'mend',
        table: table.name,
        column: column.name,
        count: texts.length,
        mends: [{ kind: 'drop', table: table.name, column: column.name }]
      }
    ];
  });
}
