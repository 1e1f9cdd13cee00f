import { may, need } from '../../../shared/call-arguments';
import { nearNames } from '../../../shared/near-names';
import type { Endings } from '../../competing-risks';
import { fail } from '../../errors';
import type { StatisticsRemark } from '../../estimate';
import type { Classes, Given } from '../given';

/** More causes are a slip: a column of times or identifiers. */
const MOST_CAUSES = 20;
/** What a column calls those whose follow-up just ended, unless the request says it. */
const CENSORED = ['0', 'censored', 'none', 'false'];

/** Keys of how long people were followed and which of several events ended it. */
export const endingsTakes = [
  need('time', 'column'),
  need('event', 'column'),
  may('censored', 'text'),
  may('cause', 'text')
];

/** Endings, and the code of the cause that is asked for; 0 where none is. */
export interface Ended {
  endings: Endings;
  cause: number;
  /** That nobody was censored, where the word for it is named and no row has it. */
  remarks: StatisticsRemark[];
}

/**
 * The endings of a column of words or codes: one value means censored, each other is a cause.
 *
 * A word for censored that is named and that no row has means that nobody was: unless it is nearly one of the values, or one
 * of them is known to mean it.
 *
 * @throws `event-absent` where no row has that value; `censored-unknown` where none of the values is known to mean censored;
 *   `causes-many`, `rows-none`, `column-…`
 */
export function endingsOf(given: Given): Ended {
  const { codes, names }: Classes = given.groups('event');
  const column = given.nameOf('event');
  const known = names.find((name) => CENSORED.includes(name.toLowerCase()));
  const censored = given.option<string>('censored') ?? known;
  if (names.length === 0) throw fail('rows-none');
  if (censored === undefined) {
    throw fail('censored-unknown', { column, known: names.slice(0, MOST_CAUSES).join(', ') });
  }
  const isNobody = !names.includes(censored) && known === undefined && nearNames(censored, names, 1).length === 0;
  if (!isNobody) checkPresent(column, names, censored);
  const causes = names.filter((name) => name !== censored);
  if (causes.length > MOST_CAUSES) throw fail('causes-many', { column, causes: causes.length, most: MOST_CAUSES });
  const cause = given.option<string>('cause');
  checkPresent(column, causes, cause);
  const codeOf = Int32Array.from(names, (name) => causes.indexOf(name) + 1);
  return {
    endings: {
      time: given.numbers('time'),
      ending: codes.map((code) => (code < 0 ? -1 : codeOf[code]!)),
      causes
    },
    cause: cause === undefined ? 0 : causes.indexOf(cause) + 1,
    remarks: isNobody ? [{ code: 'competing-nobody-censored', values: { column, value: censored } }] : []
  };
}

function checkPresent(column: string, names: readonly string[], value: string | undefined): void {
  if (value === undefined || names.includes(value)) return;
  throw fail('event-absent', { column, value, near: nearNames(value, names, 1)[0] });
}
