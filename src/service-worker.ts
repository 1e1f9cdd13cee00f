import { keepSite } from '$lib/offline/worker';

// `npm run build` writes the list of its files in place of this text (scripts/site/offline.mjs).
keepSite(self as unknown as ServiceWorkerGlobalScope, '%PHEMS_SITE%');
