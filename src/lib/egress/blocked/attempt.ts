import { selfTestHost } from '../self-test-host';

/** Something asked for the network, or tried to become code, and was refused. */
export interface Attempt {
  /** Whom it asked, as the browser or the sandbox tells it: an address, or a word such as `inline`. */
  address: string;
  /** What refused it: a directive of the policy, or the name of what own code has not. */
  rule: string;
  /** Name of the cell, where that is known. */
  cell?: string;
  /** The whole policy: a page may have two, and each of them tells of the same attempt. */
  policy?: string;
}

/** A label of a host name this long may be data. */
const longestLabel = 24;
const longestName = 80;

/**
 * The origin alone: what stands behind it may be anything, and the ledger is read by others. Of a name that may carry
 * data only the beginning of each part.
 */
export function originOf(address: string): string {
  // Words of the browser for what has no address.
  if (/^[a-z-]{1,40}$/.test(address)) return address;
  try {
    const { protocol, host } = new URL(address);
    if (host === '') return protocol;
    const labels = host
      .split('.')
      .map((label) => (label.length > longestLabel ? `${label.slice(0, longestLabel)}…` : label));
    const name = labels.join('.');
    return `${protocol}//${name.length > longestName ? `…${name.slice(-longestName)}` : name}`;
  } catch {
    return '';
  }
}

export const isSelfTest = (address: string): boolean => {
  try {
    const { hostname } = new URL(address);
    return hostname === selfTestHost || hostname.endsWith(`.${selfTestHost}`);
  } catch {
    return false;
  }
};
