export { default as LedgerPage } from './ledger/view/LedgerPage.svelte';
export { default as LedgerPanel } from './ledger/view/LedgerPanel.svelte';
