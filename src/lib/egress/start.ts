import { copyFreely } from './clipboard';
import { policyHere } from './policy/here';
import { policies } from './policy/policy.svelte';

/** What the page knows of egress once a person is there. */
export async function startHere(): Promise<unknown> {
  copyFreely((await policyHere()).clipboardRows);
  return policies.problem;
}
