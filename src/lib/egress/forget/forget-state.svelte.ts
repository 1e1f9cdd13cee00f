import { ledger } from '../ledger/ledger.svelte';
import { LedgerView } from '../ledger/view/ledger-view.svelte';
import { keptByBrowser } from './browser';
import { forgetEverything } from './forget';

/** The one question before everything is gone. */
export class ForgetState {
  stage = $state<'asking' | 'working' | 'done' | 'failed'>('asking');
  typed = $state('');
  failed = $state.raw<readonly string[]>([]);

  get entries(): number {
    return ledger.entries?.length ?? 0;
  }

  look(): Promise<void> {
    return ledger.look();
  }

  async exportLedger(): Promise<void> {
    await new LedgerView().export();
  }

  async forget(): Promise<void> {
    this.stage = 'working';
    await ledger.end();
    this.failed = await forgetEverything(keptByBrowser());
    this.stage = this.failed.length === 0 ? 'done' : 'failed';
  }
}
