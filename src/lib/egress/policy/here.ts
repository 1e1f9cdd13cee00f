import { resolve } from '$app/paths';
import { policies } from './policy.svelte';
import type { Policy } from './policy';

/** The policy of this deployment and person: `config.json` stands beside the first page. */
export const policyHere = (): Promise<Policy> => policies.ready(`${resolve('/')}config.json`);
