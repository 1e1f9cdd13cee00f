export { cleanMarkup, limits, type Refused } from './clean-markup';
export { wearLook } from './own-look';
export { breathing, type Pause } from './pause';
