/** Titles, axes and signs of the figures of the statistics cell. */
export const figures = {
  forest: {
    title: (measure: string, level: string) => `${measure} with ${level} interval`,
    description: (measure: string, rows: string) => `Forest plot, ${measure}. ${rows}`,
    key: { estimate: 'Estimate with interval', pooled: 'Pooled', none: 'No effect' },
    log: 'on a logarithmic axis',
    open: 'An arrow: the interval goes on.'
  },
  steps: {
    titles: { survival: 'Survival', incidence: 'Cumulative incidence' },
    axis: { survival: 'Without the event', incidence: 'With the event' },
    time: (unit: string | undefined) => (unit === undefined ? 'Time' : `Time, ${unit}`),
    atRisk: 'At risk',
    censored: 'Censored',
    band: 'Interval',
    description: (what: string, curves: number, times: string) => `${what} of ${curves} groups up to ${times}.`
  }
};
