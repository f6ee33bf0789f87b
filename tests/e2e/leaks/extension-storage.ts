import type { View } from '../../drivers/driver.ts';
import type { Material } from './material.ts';

const AREAS = ['local', 'session', 'sync', 'managed'] as const;

/** All items of the storage areas, by area; an area that is not there is empty. */
const ITEMS = `(async () => {
  const areas = ${JSON.stringify(AREAS)}.map(async (area) =>
    [area, await chrome.storage[area]?.get(null).catch(() => ({})) ?? {}]);
  return Object.fromEntries(await Promise.all(areas));
})()`;

/** Where tokens may be, and nothing else: an account's own items, by its `sub`; the second where there is no database. */
const ALLOWED = [
  [/^accessToken\.[^.]+$/, 'access token'],
  [/^refreshToken\.[^.]+$/, 'refresh token'],
] as const;

/**
 * What extension storage holds, item by item.
 *
 * @param page a page of the extension
 */
export async function lookAtStorage(page: View): Promise<Material[]> {
  const areas = await page.evaluate<Record<string, Record<string, unknown>>>(ITEMS);
  return Object.entries(areas).flatMap(([area, items]) =>
    Object.entries(items).map(([key, value]) => ({
      place: `storage.${area}, item ${key.replace(/\..*/, '.…')}`,
      text: `${key} ${JSON.stringify(value)}`,
      ...(area === 'session' && { mayHold: allowedIn(key) }),
    })),
  );
}

function allowedIn(key: string): ('access token' | 'refresh token')[] {
  return ALLOWED.flatMap(([pattern, kind]) => (pattern.test(key) ? [kind] : []));
}
