import { randomStream } from '../../../shared/random';
import { USE_CASE } from '../../picu/constants';
import { drawPerson } from '../../picu/person';

/** Of the persons of each hospital. */
const TRAIN_SHARE = 0.7;

/**
 * Which persons are for the test: by person, so that no child is on both sides, and of each hospital the same share.
 * One hospital alone is split as within the whole.
 * @returns by the person's index; 1 = test
 */
export function testPersons(seed: number, persons: number): Uint8Array {
  const of = `${seed} ${persons}`;
  if (last?.of !== of) last = { of, isTest: split(seed, persons) };
  return last.isTest;
}

/** All parts of a data set have the same split, and its persons are drawn for it. */
let last: { of: string; isTest: Uint8Array } | undefined;

function split(seed: number, persons: number): Uint8Array {
  const byHospital = new Map<number, { index: number; lot: number }[]>();
  for (let index = 0; index < persons; index++) {
    const { number } = drawPerson(seed, index).hospital;
    const lot = randomStream(seed, USE_CASE, 'split', index).uniform();
    const drawn = byHospital.get(number);
    if (drawn) drawn.push({ index, lot });
    else byHospital.set(number, [{ index, lot }]);
  }
  const isTest = new Uint8Array(persons);
  for (const drawn of byHospital.values()) {
    drawn.sort((one, other) => one.lot - other.lot || one.index - other.index);
    for (const { index } of drawn.slice(Math.round(TRAIN_SHARE * drawn.length))) isTest[index] = 1;
  }
  return isTest;
}
