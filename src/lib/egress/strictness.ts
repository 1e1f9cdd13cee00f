export { policyHere } from './policy/here';
export { minCellChoices } from './policy/policy';
export { policies } from './policy/policy.svelte';
