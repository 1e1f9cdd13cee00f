import { counted } from './pages';

/** What is said of a notebook that came from elsewhere and holds code. */
export const trust = {
  cameFromOutside: 'This notebook came from outside.',
  waits: (n: number) =>
    `${counted(n, 'cell', 'cells')} of code ${n === 1 ? 'waits' : 'wait'} until you have read and allowed it.`,
  read: 'Read the code …',
  title: (n: number) => `Allow ${counted(n, 'cell', 'cells')} of code to run?`,
  knownTitle: 'You allowed other code in a notebook of this title.',
  knownText: (when: string) => `Below is what changed since ${when}.`,
  can: 'What it can do',
  canText:
    'It reads the tables and values of this notebook, computes, and shows a result in its own cell. Read what it shows as the work of whoever sent it.',
  cannot: 'What it cannot do',
  cannotText:
    'It has no network, no storage, no files and no hold of this page. What it shows is cleaned first. Stop ends it within a second.',
  how: 'Your consent counts for exactly this code, on this device. Code that is opened from outside later is asked about again.',
  whatRuns: 'What would run',
  whatChanged: 'What changed',
  keepBlocked: 'Keep it blocked',
  allow: 'Allow this code',
  allowed: 'The code of this notebook is allowed.'
};
