import { failures, type Catalogue } from '../../shared/errors';

export const pathwayFailures = {
  'pathway-column-unknown': {
    message: (v) => `The table has no column called ${v.column}.`,
    hint: (v) => (v.near ? `Is it ${v.near}?` : `Choose from ${v.known}.`)
  },
  'pathway-column-type': {
    message: (v) => `The column ${v.column} holds ${v.type}, which cannot be the ${v.role} of an event.`,
    hint: (v) => `Choose a column of ${v.wanted}, or convert this one.`
  },
  'pathway-no-events': {
    message: (v) => `None of the ${v.rows} rows is an event with a case, an activity and a time.`,
    hint: () => 'Check which columns are chosen, and whether the times were read as times.'
  },
  'pathway-times-apart': {
    message: () => 'The first and the last event lie more than 285 years apart.',
    hint: () => 'Look for years such as 1 or 9999 that stand for an unknown time, and leave those rows out.'
  },
  'pathway-order-missing': {
    message: (v) => `${v.rows} events have no row number in the column ${v.column}.`,
    hint: () => 'Choose a column that numbers every row, or none: then the order of the table counts.'
  },
  'pathway-events-gone': {
    message: () => 'The events were forgotten: the engine was restarted, or many others were opened since.',
    hint: () => 'Run the cell again.'
  },
  'pathway-hospital-none': {
    message: () => 'The events have no column of hospitals to filter by.',
    hint: () => 'Choose a hospital column, or take this filter away.'
  },
  'pathway-hospital-unknown': {
    message: (v) => `No event has the hospital ${v.hospital}.`,
    hint: () => 'Choose from the hospitals of these events.'
  },
  'pathway-activity-unknown': {
    message: (v) => `No event is called ${v.activity}.`,
    hint: () => 'Choose from the activities of these events.'
  },
  'pathway-period-empty': {
    message: () => 'The period ends before it begins.',
    hint: () => 'The end is the first moment that no longer belongs to the period, so it lies after the begin.'
  },
  'pathway-share-range': {
    message: (v) => `The share of ${v.of} is above 0 and at most 1.`,
    hint: () => 'Write for example 0.95.'
  },
  'pathway-count-range': {
    message: () => 'The least count of an arrow is a whole number from 1.',
    hint: () => 'Write for example 5.'
  },
  'pathway-alignment-large': {
    message: (v) => `A case of ${v.events} events is too long for a reference path of ${v.steps} steps.`,
    hint: () => 'Shorten the path, or keep fewer activities.'
  },
  'path-empty': {
    message: () => 'The reference path has no step.',
    hint: () => 'Write for example: Referral > [Echo] > Admission > (Re-operation)*'
  },
  'path-step-missing': {
    message: (v) => `A step is missing at column ${v.column}.`,
    hint: () => 'Between two arrows, in brackets and before * or + stands the name of an activity.'
  },
  'path-arrow-missing': {
    message: (v) => `An arrow is missing before column ${v.column}.`,
    hint: () => 'Steps are joined by >, choices by |. Put a name that holds such a sign into "quotes".'
  },
  'path-bracket-open': {
    message: (v) => `The bracket ${v.bracket} at column ${v.column} is not closed.`,
    hint: (v) => `Write ${v.closing} after its last step.`
  },
  'path-bracket-extra': {
    message: (v) => `The bracket ${v.bracket} at column ${v.column} closes nothing.`,
    hint: () => 'Take it away, or open it before its first step.'
  },
  'path-quote-open': {
    message: (v) => `The quotes at column ${v.column} are not closed.`,
    hint: () => 'Write " after the name; a " within a name is written twice.'
  },
  'path-deep': {
    message: (v) => `The brackets at column ${v.column} are more than ${v.most} deep.`,
    hint: () => 'Take brackets away that change nothing.'
  },
  'path-steps-many': {
    message: (v) => `The reference path has ${v.steps} steps; ${v.most} are possible.`,
    hint: () => 'Describe a part of the path, or keep fewer activities.'
  }
} satisfies Catalogue<string>;

export const fail = failures(pathwayFailures);
