import { buildConfiguration } from '@/utils/config/build-configuration';
import { fetchOrigins } from '@/utils/config/origins';
import { isStoredEndpoint } from '@/utils/endpoints/stored-endpoint';
import { hasHostAccess } from './host-access';
import { createGuardedFetch } from './guarded-fetch';

let pictureFetch: typeof fetch | undefined;

/** Replaces the background's `fetch`, so that libraries obey the guard too. Call it first, once. */
export function installGuardedFetch(): void {
  const origins = fetchOrigins(buildConfiguration);
  const plainFetch = globalThis.fetch.bind(globalThis);
  const guard = { origins, hasAccess: hasHostAccess };
  globalThis.fetch = createGuardedFetch(plainFetch, {
    ...guard,
    isOwnEndpoint: isStoredEndpoint,
    redirect: 'error',
  });
  pictureFetch = createGuardedFetch(plainFetch, { ...guard, redirect: 'follow' });
}

/** A fetch for profile pictures: it may follow redirects, and carries no credentials. */
export function fetchPicture(url: string, signal: AbortSignal): Promise<Response> {
  return (pictureFetch ?? globalThis.fetch)(url, { signal });
}
