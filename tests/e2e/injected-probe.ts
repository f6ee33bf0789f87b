import type { Stage } from './stage.ts';
import { WORDS } from './words.ts';

/** What a script that the extension puts into the article can reach, each in words. */
export interface InjectedProbe {
  readonly id: string;
  readonly local: string;
  readonly session: string;
  readonly databases: string;
  readonly secrets: string;
}

/** Injects a script into the article, where `activeTab` must have come with a click before. */
export function probeFromArticle({ browser, hub }: Stage): Promise<InjectedProbe> {
  return browser.evaluateInBackground(`(async () => {
    const probe = async () => {
      const words = ${WORDS};
      const open = () => new Promise((resolve, reject) => {
        const opening = indexedDB.open('companion-secrets');
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          opening.result.close();
          indexedDB.deleteDatabase('companion-secrets');
          resolve(names);
        };
        opening.onerror = () => reject(opening.error);
      });
      return {
        id: chrome.runtime.id,
        page: location.href,
        local: await words(() => chrome.storage.local.get(null)),
        session: await words(() => chrome.storage.session.get(null)),
        databases: await words(() => indexedDB.databases()),
        secrets: await words(open),
      };
    };
    const tabs = await chrome.tabs.query({});
    for (const { id } of tabs) {
      const injection = { target: { tabId: id }, world: 'ISOLATED', func: probe };
      const [answer] = await chrome.scripting.executeScript(injection).catch(() => []);
      if (answer?.result?.page === ${JSON.stringify(hub.articleUrl)}) return answer.result;
    }
    throw new Error('No script could be injected into the article');
  })()`);
}

/** The names of all that the extension keeps: in both storage areas, and its databases. */
export function keptNames({ browser }: Stage): Promise<string[]> {
  return browser.evaluateInBackground(`(async () => [
    ...Object.keys(await chrome.storage.local.get(null)),
    ...Object.keys(await chrome.storage.session.get(null)),
    ...(await indexedDB.databases()).map(({ name }) => name),
  ])()`);
}
