import type { View } from '../../tests/drivers/driver.ts';
import type { StoredRun } from '../../utils/journal/stored-run.ts';

/* What a page of the extension can do to bring about a state sooner than a person could. */

/** Asks the background. @throws Error when it refuses */
export async function ask<T>(page: View, kind: string, parameters: object = {}): Promise<T> {
  const message = JSON.stringify({ ...parameters, kind });
  const answer = await page.evaluate<{ ok: boolean; value?: T; error?: object } | undefined>(
    `chrome.runtime.sendMessage(${message})`,
  );
  if (!answer?.ok) throw new Error(`${kind}: ${JSON.stringify(answer?.error)}`);
  return answer.value as T;
}

/** The window of a page, whose runs it shows. */
export function windowOf(page: View): Promise<number> {
  return page.evaluate<number>('chrome.windows.getCurrent().then(({ id }) => id)');
}

export async function readStored<T>(page: View, area: 'local' | 'session', key: string) {
  const read = `chrome.storage.${area}.get(${JSON.stringify(key)})`;
  return page.evaluate<T | undefined>(`${read}.then((all) => all[${JSON.stringify(key)}])`);
}

/** Writes a stored value, as the background would; `undefined` takes it away. */
export async function writeStored(
  page: View,
  area: 'local' | 'session',
  key: string,
  value: unknown,
): Promise<void> {
  const change =
    value === undefined
      ? `remove(${JSON.stringify(key)})`
      : `set(${JSON.stringify({ [key]: value })})`;
  await page.evaluate(`chrome.storage.${area}.${change}`);
}

/** `sub` of the account in use. */
export async function subOf(page: View): Promise<string> {
  const accounts = await readStored<{ active?: string }>(page, 'local', 'accounts');
  if (accounts?.active === undefined) throw new Error('nobody is signed in');
  return accounts.active;
}

/** A run as it is kept, with its long texts. */
export interface KeptRun extends Partial<StoredRun> {
  readonly text?: string;
  readonly answer?: string;
  readonly reasoning?: string;
}

const PUT = `async (sub, run, { text, answer, reasoning }) => {
  const finished = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await finished(indexedDB.open('companion-runs.' + sub));
  const transaction = database.transaction(['runs', 'texts', 'answers'], 'readwrite');
  transaction.objectStore('runs').put(run);
  transaction.objectStore('texts').put(text, run.startedAt);
  transaction.objectStore('answers').put({ answer, reasoning }, [run.startedAt, 0]);
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  database.close();
}`;

function whole({ text = '', answer = '', reasoning = '', ...change }: KeptRun, index: number) {
  const id = crypto.randomUUID();
  const run = {
    id,
    conversation: id,
    startedAt: Date.now() + index,
    windowId: -1,
    action: 'summarize',
    quote: text.replaceAll(/\s+/g, ' ').slice(0, 300),
    textLength: text.length,
    isSelectionCut: false,
    droppedTurns: 0,
    seams: [],
    preview: answer.replaceAll('*', '').slice(0, 300),
    ...change,
  };
  return { run, texts: { text, answer, reasoning } };
}

/** Puts a run where those of the account in use are kept, in whatever state. @returns its id */
async function keepRun(page: View, kept: KeptRun): Promise<string> {
  const sub = await subOf(page);
  // The database is there once it was asked for.
  await ask(page, 'history.count', { sub });
  const { run, texts } = whole(kept, 0);
  await page.evaluate(`(${PUT})(${JSON.stringify([sub, run, texts]).slice(1, -1)})`);
  return run.id;
}

/** Imports ended runs into the history of the account in use, where a search finds them. */
export async function importRuns(page: View, runs: readonly KeptRun[]): Promise<void> {
  const imported = runs.map(whole).map(({ run, texts }) => ({ ...run, ...texts }));
  await ask(page, 'history.import', {
    sub: await subOf(page),
    batch: { format: 'companion-runs', version: 1, runs: imported },
  });
}

/** Keeps a run, and shows it in the window of a page. */
export async function showRun(page: View, run: KeptRun): Promise<void> {
  const runId = await keepRun(page, run);
  await ask(page, 'run.show', { runId, windowId: await windowOf(page) });
  await page.waitUntil('the run', () =>
    page.evaluate(`document.querySelector('article') !== null`),
  );
}

/** Ends and deletes all runs of the account in use, so that no window shows one. */
export async function forgetRuns(page: View): Promise<void> {
  const sub = await subOf(page);
  for (const { id } of await ask<{ id: string }[]>(page, 'history.now', { sub })) {
    await ask(page, 'run.stop', { runId: id });
  }
  await ask(page, 'history.delete-all', { sub });
}
