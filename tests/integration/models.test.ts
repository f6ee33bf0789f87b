import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ModelCatalogue } from '@/utils/models/chat-model';
import { ADA, PARAGRAPH, useCompanion } from './companion';

const companion = useCompanion();
const MODELS = '/v1/models';
const HOUR_MS = 60 * 60_000;

async function run() {
  const { extension } = companion;
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  return panel;
}

/** Signs in and waits for the list, which then seems to be this old. */
async function signInWithListOf(hours: number): Promise<void> {
  const { extension } = companion;
  await extension.signIn();
  const list = (await extension.waitFor('local', 'modelCatalogue')) as ModelCatalogue;
  const fetchedAt = list.fetchedAt - hours * HOUR_MS;
  await fakeBrowser.storage.local.set({ modelCatalogue: { ...list, fetchedAt } });
}

it('fetches the list right after the sign-in, before any run', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { models } = (await extension.waitFor('local', 'modelCatalogue')) as ModelCatalogue;
  expect(companion.requests(MODELS)).toHaveLength(1);
  const ids = models.map(({ id }) => id);
  expect(ids).toContain('demo/extractive');
  // Without a live provider, and without text to answer with.
  for (const id of ['demo/out-of-order-7b', 'demo/painter-xl', 'demo/rehearsal-8b']) {
    expect(ids).not.toContain(id);
  }
});

it('sends the default model to the cheapest provider', async () => {
  await companion.extension.signIn();
  const panel = await run();
  await panel.waitFor('done');
  const [chat] = companion.hub.chats;
  expect(chat?.body).toMatchObject({
    model: 'demo/extractive:cheapest',
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: expect.any(Number),
  });
});

it('uses the list of the same day without asking again, also after a restart', async () => {
  await signInWithListOf(23);
  await companion.extension.startBackground();
  const panel = await run();
  await panel.waitFor('done');
  await companion.extension.request('models.refresh', {});
  expect(companion.requests(MODELS)).toHaveLength(1);
});

it.each([
  ['is older than a day', 25],
  ['seems to come from the future: a clock was wrong', -365 * 24],
])('asks again when the list %s', async (_what, hours) => {
  await signInWithListOf(hours);
  const panel = await run();
  await panel.waitFor('done');
  expect(companion.requests(MODELS)).toHaveLength(2);
  const { modelCatalogue } = await companion.extension.storage('local');
  const { fetchedAt } = modelCatalogue as ModelCatalogue;
  expect(Math.abs(Date.now() - fetchedAt)).toBeLessThan(HOUR_MS);
});

it('asks once for many who wait for the list', async () => {
  await signInWithListOf(25);
  const { extension } = companion;
  const refresh = () => extension.request('models.refresh', {});
  const answers = await Promise.all([refresh(), refresh(), refresh()]);
  expect(answers).toEqual([0, 1, 2].map(() => ({ ok: true, value: null })));
  expect(companion.requests(MODELS)).toHaveLength(2);
});

it.each([
  { kind: 'status', status: 503, body: 'Later' },
  { kind: 'html', status: 200 },
  { kind: 'raw', contentType: 'application/json', body: '{"data":{}}' },
  { kind: 'cut', afterChunks: 0 },
  { kind: 'redirect', location: '/elsewhere' },
] as const)('uses an old list when the router answers %o', async (fault) => {
  const { hub } = companion;
  await signInWithListOf(25);
  hub.fault({ ...fault, path: MODELS, times: 9 });
  const panel = await run();
  await panel.waitFor('done');
  expect(hub.chats[0]?.model).toBe('demo/extractive');
});

it.each([
  [{ kind: 'status', status: 500, body: { error: 'Oops' } }, 'model-list-unavailable'],
  [{ kind: 'html', status: 200 }, 'model-list-unavailable'],
  [{ kind: 'raw', contentType: 'application/json', body: '{"data":7}' }, 'model-list-unavailable'],
  [{ kind: 'redirect', location: '/elsewhere' }, 'unreachable'],
  [{ kind: 'raw', contentType: 'application/json', body: '{"data":[]}' }, 'no-models'],
] as const)('fails without any list on %o: %s; Try again works', async (fault, kind) => {
  const { extension, hub } = companion;
  hub.fault({ ...fault, path: MODELS, times: 9 });
  await extension.signIn();
  const panel = await run();
  expect((await panel.waitFor('failed')).state).toMatchObject({ error: { kind } });
  expect(hub.chats).toEqual([]);
  hub.clearFaults();
  await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
  await panel.waitFor('done');
});

it('says that there is no list when the router does not answer in time', async () => {
  const { extension, hub } = companion;
  // In place of the twenty seconds: as soon as the request has arrived.
  const patience = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
  hub.fault({ kind: 'silent', path: MODELS, times: 9 });
  await extension.signIn();
  const panel = await run();
  await vi.waitFor(() => expect(companion.requests(MODELS)).not.toEqual([]), 10_000);
  patience.abort(new DOMException('The operation timed out.', 'TimeoutError'));
  expect((await panel.waitFor('failed')).state).toEqual({
    kind: 'failed',
    error: { kind: 'model-list-unavailable' },
  });
});

it('uses the chosen model, remembers it, and goes back to the default without one', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.choose('demo/two-shops-70b');
  await (await run()).waitFor('done');
  await extension.restartBrowser();
  await (await run()).waitFor('done');
  await extension.request('session.sign-out', { sub: ADA });
  await extension.signIn();
  await (await run()).waitFor('done');
  await extension.choose(undefined);
  await (await run()).waitFor('done');
  const asked = hub.chats.map(({ body }) => body['model']);
  const chosen = 'demo/two-shops-70b:cheapest';
  expect(asked).toEqual([chosen, chosen, chosen, 'demo/extractive:cheapest']);
});

it('asks for a chosen model that is not on the list, and says what the router says', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.choose('demo/missing');
  const panel = await run();
  expect((await panel.waitFor('failed')).state).toEqual({
    kind: 'failed',
    error: { kind: 'model-not-supported', model: 'demo/missing', nearest: 'demo/extractive' },
  });
});

it('Try again takes the model that is chosen by then', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = await run();
  await panel.waitFor('done');
  await extension.choose('demo/gift-1b');
  await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
  expect((await panel.waitFor('done')).choice?.model).toBe('demo/gift-1b');
  expect(hub.chats).toHaveLength(2);
});

it.each([404, 410])(
  'asks for the list again after a model turned out to be gone (%d)',
  async (status) => {
    const { extension, hub } = companion;
    await extension.signIn();
    await extension.waitFor('local', 'modelCatalogue');
    hub.fault({ kind: 'status', path: '/v1/chat/completions', status, body: { error: 'gone' } });
    const panel = await run();
    await panel.waitFor('failed');
    const before = companion.requests(MODELS).length;
    await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
    await panel.waitFor('done');
    expect(companion.requests(MODELS)).toHaveLength(before + 1);
  },
);
