import { counted } from '../../shared/counted';
import { failures, type Catalogue } from '../../shared/errors';

export const epidemiologyFailures = {
  'epidemiology-count': {
    message: (v) => `${v.what} has a value that is no number of persons or events.`,
    hint: () => 'Give whole numbers from 0.'
  },
  'epidemiology-time': {
    message: (v) => `${v.what} has a value that is no time at risk, number of persons or weight.`,
    hint: () => 'Give finite numbers above 0.'
  },
  'epidemiology-row': {
    message: (v) => `${v.column} is below 0 in some rows.`,
    hint: () => 'Events and times at risk are numbers from 0: check these rows, as for dates in the wrong order.'
  },
  'epidemiology-no-group': {
    message: (v) => `Nobody is ${v.group}: there is nothing to compare with.`,
    hint: () => 'Check the column of exposure and the filters.'
  },
  'epidemiology-lengths': {
    message: () => 'The lists have different lengths.',
    hint: () => 'Give one number of each kind for every stratum.'
  },
  'epidemiology-no-events': {
    message: () => 'There is no event in any stratum, or nothing else.',
    hint: () => 'Without both, no ratio can be estimated.'
  },
  'epidemiology-zero-cell': {
    message: (v) => `The ${v.measure} has no finite estimate: in every stratum a cell that it divides by is 0.`,
    hint: () => 'Use the risk difference, join strata, or collect more data.'
  },
  'epidemiology-no-strata': {
    message: () => 'No stratum has persons of both groups.',
    hint: () => 'Join strata, or leave them out.'
  },
  'epidemiology-standard': {
    message: (v) => `The standard has no weight for ${counted(v.strata, 'stratum', 'strata')}.`,
    hint: () => 'Give the standard population in every stratum of the data, once.'
  },
  'epidemiology-reference': {
    message: () => 'The reference rates give no expected event.',
    hint: () => 'The reference needs an event in at least one of the strata that have persons.'
  },
  'epidemiology-correction': {
    message: () => 'The correction for zero cells is a number from 0.001 to 1.',
    hint: () => 'Take 0.5, or leave it out.'
  }
} satisfies Catalogue<string>;

export const fail = failures(epidemiologyFailures);
