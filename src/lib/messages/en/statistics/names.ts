/** Names of estimates that are the engine's own, and not the data's. */
export const names = {
  pooled: 'Pooled',
  prediction: 'Next study',
  power: 'Power',
  'first-group': 'First group',
  'second-group': 'Second group',
  pairs: 'Pairs',
  persons: 'Persons',
  clusters: 'Clusters',
  events: 'Events',
  'person-time': 'Person-time',
  'age-from': 'Age from day',
  'change of level': 'Change of level',
  'change of slope': 'Change of slope',
  slope: 'Slope before',
  intercept: 'Level at the start'
};
