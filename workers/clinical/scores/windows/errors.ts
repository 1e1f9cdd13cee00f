import { failures, type Catalogue } from '../../../shared/errors';

/** Apart from those of the scores: a page that offers no windows needs no words for them. */
export const windowsFailures = {
  'windows-person-type': {
    message: (v) => `A person is known by a whole number or a text; a column is of type ${v.type}.`,
    hint: () => 'Take the same kind of identifier in the observations and in the times to score.'
  },
  'windows-time-type': {
    message: (v) => `A time is a date, a timestamp or a number; a column is of type ${v.type}.`,
    hint: () => 'Convert the column first.'
  },
  'windows-time-unit': {
    message: (v) => `A time cannot be read in the unit ${v.unit}.`,
    hint: (v) => `Known units are: ${v.known}.`
  },
  'windows-variable-twice': {
    message: (v) => `Two columns are given for ${v.input}.`,
    hint: () => 'Choose one of them.'
  },
  'windows-time-mixed': {
    message: () => 'One of the tables has dates or timestamps and the other has numbers.',
    hint: () => 'Give both as timestamps, or both as the time since the same moment.'
  }
} satisfies Catalogue<string>;

export const failWindow = failures(windowsFailures);
