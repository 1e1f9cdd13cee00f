import { exchangeFailures } from '$lib/messages/en/exchange';
import { failures } from '$workers/shared/errors';

/** What a foreign file is refused for. */
export const fail = failures(exchangeFailures);
