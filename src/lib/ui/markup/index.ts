export { cleanMarkup, limits, type Refused } from './clean-markup';
export { breathing, type Pause } from './pause';
