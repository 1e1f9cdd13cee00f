export { ForgetState } from './forget/forget-state.svelte';
