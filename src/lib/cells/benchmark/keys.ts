import { benchmarkWords as words } from '$lib/messages/benchmark';
import type { KeyPart } from '$lib/ui/chart/chart-key';

/** What the signs of a funnel mean. */
export const funnelKey = (): KeyPart[] => [
  { look: 'dot', color: '--c1', words: words.funnelKey.inside },
  { look: 'target', color: '--c2', words: words.funnelKey.outside },
  { look: 'dashed', color: '--ink-faint', words: words.funnelKey.warning },
  { look: 'line', color: '--ink-faint', words: words.funnelKey.action }
];

/** What the signs of a CUSUM mean. */
export const cusumKey = (): KeyPart[] => [
  { look: 'line', color: '--c2', words: words.cusumKey.worse },
  { look: 'line', color: '--c1', words: words.cusumKey.better },
  { look: 'dashed', color: '--ink-faint', words: words.cusumKey.limit },
  { look: 'ring', color: '--ink', words: words.cusumKey.alarm }
];
