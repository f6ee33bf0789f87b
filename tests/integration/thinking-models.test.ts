import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ModelCatalogue } from '@/utils/models/chat-model';
import { useCompanion, WAIT } from './companion';
import { useOwnServers } from './own-servers';

/* Models that think before they answer, though neither the list nor their name says so. */

const companion = useCompanion();
const servers = useOwnServers(companion);
const CHAT = '/v1/chat/completions';
const MODEL = 'demo/two-shops-70b';

/** A stream that is nothing but thoughts, until its bound is met. */
const THOUGHTS = [
  { choices: [{ index: 0, delta: { reasoning: 'Where was I?' }, finish_reason: null }] },
  { choices: [{ index: 0, delta: {}, finish_reason: 'length' }] },
]
  .map((event) => `data: ${JSON.stringify(event)}\n\n`)
  .join('');

async function list(): Promise<ModelCatalogue> {
  const { modelCatalogue } = await companion.extension.storage('local');
  return modelCatalogue as ModelCatalogue;
}

async function isThinking(model: string): Promise<boolean | undefined> {
  return (await list()).models.find(({ id }) => id === model)?.isThinking;
}

/** Has the chosen model answer with thoughts alone, which is all that its bound has room for. */
async function think() {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.choose(MODEL);
  hub.fault({ kind: 'raw', path: CHAT, contentType: 'text/event-stream', body: THOUGHTS });
  const panel = await companion.start();
  const { state } = await panel.waitFor('failed');
  expect(state).toMatchObject({ error: { kind: 'empty-answer' } });
  return panel;
}

it('have room for their thoughts once they have had some', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.choose(MODEL);
  await (await companion.start()).waitFor('done');
  const panel = await think();
  await vi.waitFor(async () => expect(await isThinking(MODEL)).toBe(true), WAIT);
  await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
  await panel.waitFor('done');
  const bounds = hub.chats.map(({ body }) => Number(body['max_tokens']));
  expect(bounds.at(-1)).toBe((bounds[0] ?? 0) + 4_096);
});

it('stay known when the list is fetched again', async () => {
  await think();
  await vi.waitFor(async () => expect(await isThinking(MODEL)).toBe(true), WAIT);
  const old = { ...(await list()), fetchedAt: 1 };
  await fakeBrowser.storage.local.set({ modelCatalogue: old });
  await companion.extension.request('models.refresh', {});
  expect((await list()).fetchedAt).toBeGreaterThan(1);
  expect(await isThinking(MODEL)).toBe(true);
  expect(await isThinking('demo/extractive')).toBe(false);
});

it('[TK-07] [R43] are not remembered from a private window', async () => {
  companion.extension.privateWindows.add(1);
  await think();
  await companion.extension.request('models.refresh', {});
  expect(await isThinking(MODEL)).toBe(false);
});

it('of an own endpoint are known too, and stay so when it is asked again', async () => {
  const { extension, hub } = companion;
  const id = await servers.add(hub.origin);
  await extension.request('endpoints.check', { id });
  await extension.change({ choices: { default: { model: MODEL, endpoint: id } } });
  hub.fault({ kind: 'raw', path: CHAT, contentType: 'text/event-stream', body: THOUGHTS });
  await (await companion.start()).waitFor('failed');
  const known = { [MODEL]: { isThinking: true } };
  await vi.waitFor(async () => expect(await servers.stored()).toMatchObject([{ known }]), WAIT);
  await extension.request('endpoints.check', { id });
  expect(await servers.stored()).toMatchObject([{ known }]);
});
