import { profileFailures } from '$lib/messages/en/profile';
import { failures } from '$workers/shared/errors';

export const failProfile = failures<keyof typeof profileFailures>(profileFailures);
