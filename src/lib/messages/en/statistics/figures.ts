import { counted } from '../pages';
import { relateFigures } from './relate';

/** Titles, axes and signs of the figures of the statistics cell. */
export const figures = {
  forest: {
    title: (measure: string, level: string) => `${measure} with ${level} interval`,
    description: (measure: string, rows: string) => `Forest plot, ${measure}. ${rows}`,
    key: { estimate: 'Estimate with interval', pooled: 'Pooled', none: 'No effect' },
    weight: 'Weight',
    log: 'on a logarithmic axis',
    reference: (one: string) => `${one} (reference)`,
    open: 'An arrow: the interval goes on.'
  },
  steps: {
    titles: {
      survival: (event: string) => `Without the event (${event})`,
      incidence: (event: string) => `Cumulative incidence of ${event}`
    },
    axis: { survival: 'Without the event', incidence: 'With the event' },
    time: (unit: string | undefined, column: string | undefined) =>
      unit === undefined ? (column === undefined ? 'Time' : `Time (${column})`) : `Time, ${unit}`,
    atRisk: 'At risk',
    censored: 'Censored',
    band: 'Interval',
    description: (what: string, curves: number, times: string) =>
      `${what}: ${curves === 1 ? 'one curve' : `${curves} curves`} up to ${times}.`
  },
  /** Before an audience: what tells of few persons or reports is left out. */
  few: (left: number) => `Not shown: ${counted(left, 'row', 'rows')} of fewer than 5.`,
  balance: relateFigures.balance,
  histograms: relateFigures.histograms,
  boxes: {
    title: (value: string) => `Distribution of ${value}`,
    description: (value: string, rows: string) => `Boxes, ${value}. ${rows}`,
    row: (group: string, median: string, box: string) => `${group}: median ${median}, middle half ${box}.`,
    key: {
      box: 'Middle half',
      median: 'Median',
      ends: 'Least to greatest',
      mean: 'Mean with interval',
      meanAlone: 'Mean'
    },
    columns: { median: 'Median', box: 'Middle half', mean: 'Mean (interval)', ends: 'Least to greatest' },
    left: (groups: number) => `${counted(groups, 'group', 'groups')} of fewer than 5 not shown.`
  },
  bars: {
    title: (value: string) => `Shares of ${value}`,
    description: (value: string, rows: string) => `Bars, ${value}. ${rows}`,
    axis: 'Share of the group',
    share: (count: string, share: string) => `${count} (${share})`
  },
  lines: {
    ...relateFigures.lines,
    description: (title: string, series: string, x: string, y: string) => `${title}. ${series}. ${x}. ${y}.`,
    series: 'Line',
    band: 'Interval',
    diagonals: { roc: 'No better than chance', calibration: 'Perfect calibration' },
    roc: {
      title: 'ROC curve',
      x: '1 − specificity',
      y: 'Sensitivity',
      caption: 'A curve further to the upper left tells those with the outcome better from those without.',
      youden: (threshold: string) => `Youden’s threshold, ${threshold}`
    },
    'precision-recall': {
      title: 'Precision and recall',
      x: 'Recall (sensitivity)',
      y: 'Precision (PPV)',
      caption: 'The line across is the share with the outcome: what calling at random reaches.'
    },
    calibration: {
      title: 'Calibration',
      x: 'Predicted risk',
      y: 'Observed share',
      smooth: 'Smooth curve (loess)',
      groups: 'Groups of risk with interval',
      risks: 'How many have such a risk',
      caption: 'Above the diagonal risks are too low, below it too high.'
    },
    power: {
      titles: {
        persons: 'Power by the number of persons',
        pairs: 'Power by the number of pairs',
        events: 'Power by the number of events'
      },
      y: 'Power',
      plan: 'This plan'
    },
    precision: {
      titles: {
        persons: (level: string) => `${level} interval by the number of persons`,
        events: (level: string) => `${level} interval by the number of events`
      },
      expected: 'As expected',
      plan: 'This plan'
    },
    'net-benefit': {
      title: 'Decision curve',
      x: 'Risk from which one would act',
      y: 'Net benefit',
      all: 'Act on all',
      none: 'Act on none',
      caption:
        'Net benefit: true positives, less false positives weighed by the odds of the threshold, for each person.'
    }
  },
  points: {
    ...relateFigures.points,
    description: (title: string, n: number, x: string, y: string, lines: string) =>
      `${title}: ${counted(n, 'point', 'points')}, ${y} by ${x}${lines === '' ? '' : `; ${lines}`}.`,
    band: 'Interval',
    some: (shown: string, all: string) => `${shown} of ${all} points are drawn.`,
    'bland-altman': {
      title: 'Differences by their mean (Bland-Altman)',
      x: 'Mean of both',
      y: 'Difference',
      lines: { bias: 'Bias', 'upper-limit': 'Upper limit', 'lower-limit': 'Lower limit' },
      caption: 'The limits hold where differences are normal and depend neither in size nor in spread on the mean.'
    },
    'study-funnel': {
      title: 'Funnel of the studies',
      y: 'Standard error',
      yOfLog: 'Standard error of the logarithm',
      limit: 'Where studies would lie by chance',
      caption: 'Small studies stand at the foot. If one side of it is empty, some may never have been published.'
    },
    signals: { title: 'All pairs', x: 'Reports', none: 'As expected' },
    ratings: {
      title: 'Ratings by the mean of each person',
      x: 'Mean of the person’s ratings',
      y: 'Rating',
      equality: 'As the person’s mean'
    },
    scatter: { title: 'Both measurements', equality: 'Both are equal' }
  }
};
