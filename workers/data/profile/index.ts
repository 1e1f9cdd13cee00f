export { createProfiles } from './profiles';
