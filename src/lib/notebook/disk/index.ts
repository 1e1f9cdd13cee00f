export { canLink, pickPlace, type DiskFile } from './disk-file';
export { DiskLink, type DiskState } from './disk-link.svelte';
export { mergedNotebook } from './merge';
