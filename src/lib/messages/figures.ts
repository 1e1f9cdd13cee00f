import * as english from '$workers/shared/number-format';
import { spoken } from './language.svelte';
import { inLanguage } from './separators';

// Figures of the interface, in its language. Data and charts do not pass here: they look the same everywhere.
export const formatCount = (count: number | bigint) => inLanguage(english.formatCount(count), spoken.language);
export const formatNumber = (value: number, digits?: number) =>
  inLanguage(english.formatNumber(value, digits), spoken.language);
export const formatBytes = (bytes: number) => inLanguage(english.formatBytes(bytes), spoken.language);
export const formatSeconds = (seconds: number) => inLanguage(english.formatSeconds(seconds), spoken.language);
export const formatShare = (share: number) => inLanguage(english.formatShare(share), spoken.language);
