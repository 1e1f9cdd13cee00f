import type { DateOrder, ImportColumn, Question } from './contract';

/** Columns whose meaning only a person knows. */
export interface Open {
  dates: string[];
  decimals: string[];
  centuries: string[];
}

/** In the order in which they are to be answered. */
export function questionsOf({ dates, decimals, centuries }: Open): Question[] {
  const questions: Question[] = [];
  if (dates.length > 0) {
    questions.push({
      code: 'date-order',
      columns: dates,
      message: `In ${dates.join(', ')}, does the day or the month stand first?`,
      choices: [
        { label: 'The day: 03/04/2021 is 3 April', change: ofEach(dates, { dateOrder: 'dmy' }) },
        { label: 'The month: 03/04/2021 is 4 March', change: ofEach(dates, { dateOrder: 'mdy' }) }
      ]
    });
  }
  if (centuries.length > 0) {
    questions.push({
      code: 'century',
      columns: centuries,
      message: `In ${centuries.join(', ')}, which years are the ones of two digits?`,
      choices: [
        { label: '2000 to 2099: 21 is 2021', change: ofEach(centuries, { yearsFrom: 2000 }) },
        { label: '1950 to 2049: 49 is 2049, 50 is 1950', change: ofEach(centuries, { yearsFrom: 1950 }) },
        { label: '1900 to 1999: 21 is 1921', change: ofEach(centuries, { yearsFrom: 1900 }) },
        { label: 'They are no dates', change: ofEach(centuries, { type: 'text' }) }
      ]
    });
  }
  if (decimals.length > 0) {
    questions.push({
      code: 'decimal-mark',
      columns: decimals,
      message: `In ${decimals.join(', ')}, is 1,234 more than a thousand, or a little more than one?`,
      choices: [
        { label: 'More than a thousand', change: { csv: { decimal: '.', thousands: ',' } } },
        { label: 'A little more than one', change: { csv: { decimal: ',', thousands: '' } } }
      ]
    });
  }
  return questions;
}

/** Said of the columns and not of the file: a workbook has no options of its text. */
function ofEach(
  names: readonly string[],
  said: { dateOrder: DateOrder } | Pick<ImportColumn, 'yearsFrom'> | { type: 'text' }
): Question['choices'][number]['change'] {
  return { columns: names.map((name) => ({ name, ...said })) };
}
