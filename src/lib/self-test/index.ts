export { places, type How, type Judged, type Place, type Verdict } from './attempt';
export { attemptCount } from './attempts';
export { SelfTest, type Counts, type Row } from './self-test.svelte';
