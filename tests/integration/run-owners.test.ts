import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ADA, GRACE, PARAGRAPH, useCompanion, WAIT } from './companion';

/* Whose a run is, when it starts before the background knows who is in use. */

const companion = useCompanion();
const OTHER = 'A tide mill grinds twice a day. The sea does the work. The miller keeps its hours.';

async function switchTo(sub: string): Promise<void> {
  await companion.extension.request('session.switch-account', { sub });
}

/**
 * Starts the background anew while Ada is in use.
 *
 * @returns what lets it read who is in use, which it can not until then
 */
async function wakeForAda(): Promise<() => void> {
  const { extension } = companion;
  const { local } = fakeBrowser.storage;
  await switchTo(ADA);
  await extension.network.settle();
  const { promise, resolve } = Promise.withResolvers<void>();
  const get = (keys: string) => promise.then(() => local.get(keys));
  Object.assign(fakeBrowser.storage, { local: { ...local, get } });
  await extension.startBackground();
  return () => {
    Object.assign(fakeBrowser.storage, { local });
    resolve();
  };
}

function startFromPopup(text: string): void {
  void companion.extension.request('run.start', { windowId: 1, action: 'summarize', text });
}

it.each<[string, () => void]>([
  ['the menu', () => companion.extension.clickMenu('summarize', PARAGRAPH)],
  ['the popup', () => startFromPopup(PARAGRAPH)],
])(
  '[TK-06] a run from %s that wakes the background and fails at once is out of sight for others',
  async (_what, start) => {
    const { extension, hub } = companion;
    await companion.signInBoth();
    const know = await wakeForAda();
    await fakeBrowser.storage.local.remove('modelCatalogue');
    hub.fault({ kind: 'status', status: 500, body: '', path: '/v1/models', times: 5 });
    start();
    await extension.network.settle();
    know();
    const view = extension.attach(1);
    expect(await view.waitFor('failed')).toMatchObject({ quote: PARAGRAPH });
    await switchTo(GRACE);
    await vi.waitFor(() => expect(view.run).toBeUndefined(), WAIT);
  },
);

it('[TK-06] a run that wakes the background is shown in place of its account’s run, and of no other', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  const view = await companion.start();
  const grace = await view.waitFor('done');
  await switchTo(ADA);
  await companion.start();
  const { id } = await view.waitFor('done');
  const know = await wakeForAda();
  startFromPopup(OTHER);
  await extension.network.settle();
  know();
  const woken = extension.attach(1);
  expect(await woken.waitFor('done')).toMatchObject({ quote: OTHER });
  await extension.request('run.show', { runId: id, windowId: 1 });
  expect(await woken.waitFor('done')).toMatchObject({ id, quote: PARAGRAPH });
  await switchTo(GRACE);
  await vi.waitFor(() => expect(woken.run).toEqual(grace), WAIT);
});

it('[TK-06] a run is paid by who was in use at the click that woke the background', async () => {
  const { extension, hub } = companion;
  await companion.signInBoth();
  const know = await wakeForAda();
  const page = Promise.withResolvers<unknown>();
  Object.assign(fakeBrowser, { scripting: { executeScript: () => page.promise } });
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.network.settle();
  know();
  const view = extension.attach(1);
  await vi.waitFor(() => expect(view.run).toBeDefined(), WAIT);
  await switchTo(GRACE);
  page.resolve([{ result: { kind: 'text', text: PARAGRAPH, isCut: false } }]);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  const [chat] = companion.requests('/v1/chat');
  expect(chat?.headers.authorization).toBe(`Bearer ${(await extension.accessToken(ADA))?.value}`);
});

it('a run does not miss a sign-in that ends while it is found out that there is none', async () => {
  const { extension } = companion;
  await extension.network.settle();
  const policy = Promise.withResolvers<object>();
  // Where a run looks next, once it has seen that nobody is signed in.
  const { managed } = fakeBrowser.storage;
  Object.assign(fakeBrowser.storage, { managed: { ...managed, get: () => policy.promise } });
  const view = await companion.start();
  await extension.network.settle();
  Object.assign(fakeBrowser.storage, { managed });
  await extension.signIn();
  await extension.network.settle();
  expect(view.run?.state).toEqual({ kind: 'preparing' });
  policy.resolve({});
  await view.waitFor('done');
});
