import type { View } from '../../drivers/driver.ts';
import type { Material } from './material.ts';

const AREAS = ['local', 'session', 'sync', 'managed'] as const;

/** All items of the storage areas, by area; an area that is not there is empty. */
const ITEMS = `(async () => {
  const areas = ${JSON.stringify(AREAS)}.map(async (area) =>
    [area, await chrome.storage[area]?.get(null).catch(() => ({})) ?? {}]);
  return Object.fromEntries(await Promise.all(areas));
})()`;

/** Where an access token may be, and nothing else: an account's own item, by its `sub`. */
const ACCESS_TOKEN = /^accessToken\.[^.]+$/;

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
      ...(area === 'session' && ACCESS_TOKEN.test(key) && { mayHold: ['access token'] as const }),
    })),
  );
}
