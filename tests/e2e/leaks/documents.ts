import type { View } from '../../drivers/driver.ts';
import type { Material } from './material.ts';

/** The source of a function that gives the words of a value, or of what went wrong. */
const WORDS = `(attempt) => Promise.resolve().then(attempt).then(
  (value) => JSON.stringify(value) ?? 'undefined',
  (error) => 'failed: ' + error,
)`;

/** The source of a function that gives all records of all databases of an origin, by their places. */
const DATABASES = `async () => {
  const done = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const records = {};
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const objects = database.transaction(store).objectStore(store);
      const keys = await done(objects.getAllKeys());
      const values = await done(objects.getAll());
      keys.forEach((key, index) => { records[[name, store, key].join('/')] = values[index]; });
    }
    database.close();
  }
  return records;
}`;

/** What a document shows, and what any script in it could read. */
const DOCUMENT = `(async () => {
  const words = ${WORDS};
  const fields = [...document.querySelectorAll('input, textarea, select')];
  return {
    address: [location.href, document.referrer, document.URL].join(' '),
    title: document.title,
    markup: document.documentElement.outerHTML,
    'rendered text': document.body?.innerText ?? '',
    fields: fields.map(({ value }) => value).join(' '),
    'history entry and window name': JSON.stringify([history.state, window.name]),
    'loaded resources': performance.getEntries().map(({ name }) => name).join(' '),
    localStorage: await words(() => ({ ...localStorage })),
    sessionStorage: await words(() => ({ ...sessionStorage })),
    cookies: await words(() => document.cookie),
    databases: await words(${DATABASES}),
  };
})()`;

/** Pages of the web and of extensions; the browsers' own show nothing of ours. */
const OPEN_TO_ALL = /^(https?|chrome-extension|moz-extension|blob|data):/;

/**
 * What the documents that are open now show and can read.
 *
 * @param provider origin of the sign-in page: its address has the state, as RFC 6749 §4.1.1 wants it
 */
export async function lookAtDocuments(
  views: readonly View[],
  provider: string,
): Promise<Material[]> {
  const looks = views.map(async (view) => {
    // A popup may close at any moment; it shows nothing then.
    const url = await view.url().catch(() => '');
    if (!OPEN_TO_ALL.test(url)) return [];
    const { protocol, host, pathname } = new URL(url);
    // Node gives addresses of extensions no origin.
    const origin = `${protocol}//${host}`;
    const parts = await lookAt(view);
    return Object.entries(parts).flatMap(([part, text]) => {
      const place = `${part} of ${origin}${pathname}`;
      if (part === 'databases' && protocol.endsWith('-extension:')) return recordsIn(place, text);
      return [
        { place, text, ...(origin === provider && { mayHold: ['state', 'nonce'] as const }) },
      ];
    });
  });
  return (await Promise.all(looks)).flat();
}

async function lookAt(view: View): Promise<Record<string, string>> {
  try {
    return await view.evaluate<Record<string, string>>(DOCUMENT);
  } catch (error) {
    if (await view.isOpen()) throw error;
    return {};
  }
}

/** The place of an account's refresh token: database, store, `sub`. */
const REFRESH_TOKENS = /^companion-secrets\/refreshTokens\/[^/]+$/;

function recordsIn(place: string, json: string): Material[] {
  // Where nothing is kept on disk there is no database.
  if (/^failed: .*InvalidStateError/.test(json)) return [];
  const records = JSON.parse(json) as Record<string, unknown>;
  return Object.entries(records).map(([key, value]) => ({
    place: `${place}, ${key.replace(/[^/]+$/, '…')}`,
    text: `${key} ${JSON.stringify(value)}`,
    ...(REFRESH_TOKENS.test(key) && { mayHold: ['refresh token'] as const }),
  }));
}
