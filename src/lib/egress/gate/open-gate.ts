import { mount, unmount } from 'svelte';
import type { Leaving } from '../leaving';
import { ledger } from '../ledger/ledger.svelte';
import { notebookHere } from '../place';
import { policyHere } from '../policy/here';
import { saveFile } from '../save-file';
import GateDialog from './GateDialog.svelte';
import { GateState } from './gate-state.svelte';

/** One at a time: a second one waits until the first is decided. */
let before: Promise<unknown> = Promise.resolve();

/** Shows what is to leave, and waits for the person. @returns whether it left */
export function openGate(leaving: Leaving): Promise<boolean> {
  const mine = before.then(() => decide(leaving));
  before = mine.catch(() => {});
  return mine;
}

async function decide(leaving: Leaving): Promise<boolean> {
  let decided: (left: boolean) => void = () => {};
  const decision = new Promise<boolean>((resolve) => (decided = resolve));
  const notebook = leaving.notebook ?? notebookHere();
  const gate = new GateState({ ...leaving, ...(notebook === undefined ? {} : { notebook }) }, ledger, decided);
  const release =
    leaving.release ??
    ((content: Blob) => {
      saveFile(leaving.name, content);
      return true;
    });
  const dialog = mount(GateDialog, { target: document.body, props: { gate, release } });
  void gate.start(policyHere());
  const left = await decision;
  await unmount(dialog);
  return left;
}
