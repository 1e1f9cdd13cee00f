import { failures, type Catalogue } from '../../../shared/errors';

/** Apart from those of the scores: a page that offers no windows needs no words for them. */
export const windowsFailures = {
  'windows-person-type': {
    message: (v) => `A person or an episode is known by a whole number or a text; a column is of type ${v.type}.`,
    hint: () => 'Take the same kind of identifier in the observations and in the times to score.'
  },
  'windows-episode-one': {
    message: () => 'One of the tables tells episodes of a person apart and the other does not.',
    hint: () => 'Give a column of episodes in both, or in neither.'
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
  },
  'windows-score': {
    message: (v) => `No look-back is published for ${v.score}.`,
    hint: (v) => `Look-backs are known for: ${v.known}.`
  },
  'windows-onset-score': {
    message: (v) => `${v.score} does not say when sepsis begins.`,
    hint: (v) => `These do: ${v.known}.`
  },
  'windows-label-before': {
    message: (v) => `A label begins 0 to ${v.most} hours before the onset.`,
    hint: () => 'Write 6 for labels as in the challenge of 2019, 0 for labels at the onset.'
  },
  'windows-label-length': {
    message: () => 'A label lasts a number of hours above 0.',
    hint: () => 'Leave it out for a label that lasts to the end of the stay.'
  }
} satisfies Catalogue<string>;

export const failWindow = failures(windowsFailures);
