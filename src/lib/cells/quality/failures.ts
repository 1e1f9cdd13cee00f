import { qualityFailures } from '$lib/messages/en/quality';
import { failures } from '$workers/shared/errors';

export const failQuality = failures<keyof typeof qualityFailures>(qualityFailures);
