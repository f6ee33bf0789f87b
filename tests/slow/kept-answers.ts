import type { BrowserSession } from '../drivers/driver.ts';

/** Reads all pieces of all answers on disk, of whatever account. */
const READ = `(async () => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let all = '';
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('companion-runs.')) continue;
    const database = await settled(indexedDB.open(name));
    const pieces = await settled(database.transaction('answers').objectStore('answers').getAll());
    database.close();
    all += pieces.map(({ answer }) => answer).join('');
  }
  return all;
})()`;

/** All answers that the journals hold now, in the order of their runs; asks the running background. */
export function keptAnswers(browser: BrowserSession): Promise<string> {
  return browser.evaluateInBackground<string>(READ);
}
