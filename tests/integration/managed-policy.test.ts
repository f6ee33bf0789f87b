import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startHub, type Hub } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';

/** What an administrator sets, at any time. */
async function setPolicy(policy: Record<string, unknown>): Promise<void> {
  await fakeBrowser.storage.managed.set(policy);
}

async function start(text = PARAGRAPH) {
  const { extension } = companion;
  const panel = extension.attach(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text });
  return panel;
}

/** The model and its suffix, as it left the machine. */
async function askedModel(): Promise<unknown> {
  await (await start()).waitFor('done');
  return companion.hub.chats.at(-1)?.body['model'];
}

async function choose(model: string): Promise<void> {
  await companion.extension.choose(model);
}

/** How a run fails that must not leave the machine. */
async function refusal(): Promise<unknown> {
  const before = companion.requests(CHAT).length;
  const { state } = await (await start()).waitFor('failed');
  expect(companion.requests(CHAT)).toHaveLength(before);
  return 'error' in state ? state.error : undefined;
}

describe('the app', () => {
  it('signs in with the client id and the scopes of the policy', async () => {
    const { hub } = companion;
    await companion.install({ clientId: undefined });
    const { extension } = companion;
    await setPolicy({
      OAUTH_CLIENT_ID: hub.clientId,
      OAUTH_SCOPES: 'openid profile email inference-api',
    });
    await extension.signIn();
    const { searchParams } = new URL(String(extension.authorizations[0]));
    expect(searchParams.get('client_id')).toBe(hub.clientId);
    expect(searchParams.get('scope')).toBe('openid profile email inference-api');
    expect((await extension.account())?.scopes).toContain('email');
  });

  it('takes what can be used of a policy with damage in it', async () => {
    await setPolicy({
      OAUTH_CLIENT_ID: 'hf_abcdefghijklmnop',
      OAUTH_SCOPES: 7,
      OPENID_PROVIDER_URL: 'http://127.0.0.1:1',
      INFERENCE_ROUTER_URL: 'not an address',
      ALLOWED_MODELS: 'demo/extractive',
      ALLOWED_PROVIDERS: [],
      HISTORY_DISABLED: 'yes',
      BILLING_ORGANIZATION: 'analytical-engine',
    });
    await companion.extension.signIn();
    expect(await askedModel()).toBe('demo/extractive:cheapest');
    expect(companion.hub.chats).toMatchObject([{ billTo: 'analytical-engine' }]);
  });
});

describe('the origins', () => {
  let other: Hub | undefined;

  afterEach(async () => {
    companion.stop();
    await other?.close();
    other = undefined;
  });

  /** A second Hub, which the build may reach too. */
  async function startOther(): Promise<Hub> {
    other = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
    const { hub, extension } = companion;
    const { origin, routerOrigin, picturesOrigin } = other;
    Object.assign(globalThis, {
      __BUILD_CONFIGURATION__: {
        clientId: hub.clientId,
        scopes: 'openid profile inference-api',
        providerOrigin: hub.origin,
        routerOrigin: hub.routerOrigin,
        extraOrigins: [hub.picturesOrigin, origin, routerOrigin, picturesOrigin],
      },
    });
    await extension.startBackground();
    return other;
  }

  it('are those of the policy, for all that leaves the machine', async () => {
    const { extension, hub } = companion;
    const { origin, routerOrigin, chats, requests } = await startOther();
    await setPolicy({ OPENID_PROVIDER_URL: `${origin}/`, INFERENCE_ROUTER_URL: routerOrigin });
    await extension.signIn();
    await (await start()).waitFor('done');
    await extension.expireAccessToken();
    await (await start()).waitFor('done');
    expect(hub.requests).toEqual([]);
    expect(chats).toHaveLength(2);
    for (const path of ['/.well-known', '/oauth/authorize', '/oauth/token', '/v1/models']) {
      expect(requests.some((request) => request.path.startsWith(path))).toBe(true);
    }
  });

  it('sends no token to a provider that the policy names later, and ends the session', async () => {
    const { extension, hub } = companion;
    const { origin, requests } = await startOther();
    await extension.signIn();
    await setPolicy({ OPENID_PROVIDER_URL: origin });
    await extension.expireAccessToken();
    await (await start()).waitForHold('sign-in');
    expect((await extension.account())?.session).toBe('ended');
    expect(requests.filter(({ method }) => method === 'POST')).toEqual([]);
    expect(hub.chats).toEqual([]);
  });

  it('asks a router that the policy names later for its own list', async () => {
    const { extension } = companion;
    const { routerOrigin, requests } = await startOther();
    await extension.signIn();
    await extension.waitFor('local', 'modelCatalogue');
    await setPolicy({ INFERENCE_ROUTER_URL: routerOrigin });
    await extension.request('models.refresh', {});
    expect(requests.map(({ path }) => path)).toEqual(['/v1/models']);
    expect(await extension.storage('local')).toMatchObject({ modelCatalogue: { routerOrigin } });
  });
});

describe('the models', () => {
  it('have their default among the allowed ones', async () => {
    await setPolicy({ ALLOWED_MODELS: ['demo/two-shops-70b'] });
    await companion.extension.signIn();
    expect(await askedModel()).toBe('demo/two-shops-70b:cheapest');
  });

  it('may be all of an organization', async () => {
    await setPolicy({ ALLOWED_MODELS: ['demo/*'] });
    await companion.extension.signIn();
    expect(await askedModel()).toBe('demo/extractive:cheapest');
  });

  it('are refused when they are chosen and not allowed, before anything is sent', async () => {
    await companion.extension.signIn();
    await choose('demo/two-shops-70b');
    await setPolicy({ ALLOWED_MODELS: ['demo/extractive', 'other/*'] });
    expect(await refusal()).toEqual({
      kind: 'model-not-allowed',
      reason: 'models',
      model: 'demo/two-shops-70b',
      allowed: 'demo/extractive, other/*',
    });
    await choose('demo/extractive');
    expect(await askedModel()).toBe('demo/extractive:cheapest');
  });

  it('are refused when none is left, in words of the policy', async () => {
    await setPolicy({ ALLOWED_MODELS: ['nobody/*'] });
    await companion.extension.signIn();
    expect(await refusal()).toEqual({
      kind: 'model-not-allowed',
      reason: 'models',
      allowed: 'nobody/*',
    });
  });

  it('may be used again as soon as the policy goes', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    await choose('demo/two-shops-70b');
    await setPolicy({ ALLOWED_MODELS: ['demo/extractive'] });
    const panel = await start();
    await panel.waitFor('failed');
    await fakeBrowser.storage.managed.clear();
    await extension.request('run.retry', { runId: panel.runId, windowId: 1 });
    await panel.waitFor('done');
    expect(hub.chats).toHaveLength(1);
  });
});

describe('the providers', () => {
  it.each([
    ['the only allowed one', ['quill'], 'demo/extractive', 'demo/extractive:quill'],
    [
      'the cheapest of those allowed',
      ['lantern', 'quill'],
      'demo/extractive',
      'demo/extractive:quill',
    ],
    ['an allowed one that is dear', ['quill'], 'demo/two-shops-70b', 'demo/two-shops-70b:quill'],
    ['one in other letters', ['ABACUS'], 'demo/two-shops-70b', 'demo/two-shops-70b:abacus'],
  ])('are named in the request: %s', async (_title, allowed, model, asked) => {
    await setPolicy({ ALLOWED_PROVIDERS: allowed });
    await companion.extension.signIn();
    await choose(model);
    expect(await askedModel()).toBe(asked);
  });

  it('have the default among the models that they serve', async () => {
    await setPolicy({ ALLOWED_PROVIDERS: ['lantern'], ALLOWED_MODELS: ['demo/onlooker-24b'] });
    await companion.extension.signIn();
    expect(await askedModel()).toBe('demo/onlooker-24b:lantern');
  });

  it.each([
    ['that none of them serves', 'demo/short-memory-3b'],
    ['that no list has, whoever serves it', 'ada/note-g-8b'],
    ['with a provider of its own in its name', 'demo/extractive:lantern'],
  ])('are the reason to refuse a model %s', async (_title, model) => {
    await setPolicy({ ALLOWED_PROVIDERS: ['quill'] });
    await companion.extension.signIn();
    await choose(model);
    expect(await refusal()).toEqual({
      kind: 'model-not-allowed',
      reason: 'providers',
      model,
      allowed: 'quill',
    });
  });

  it('set the price that is asked about before a run', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    await choose('demo/two-shops-70b');
    const text = 'The lens turns again. '.repeat(1_900);
    await (await start(text)).waitFor('done');
    await setPolicy({ ALLOWED_PROVIDERS: ['quill'] });
    // What the first receipt has taught changes the price too.
    await fakeBrowser.storage.local.remove('tokenRatios');
    await (await start(`${text}Still.`)).waitForHold('confirmation');
    expect(hub.chats).toHaveLength(1);
  });
});

describe('the bill', () => {
  it('goes to the organization of the policy, with every request', async () => {
    const { extension, hub } = companion;
    await setPolicy({ BILLING_ORGANIZATION: 'analytical-engine', ALLOWED_PROVIDERS: ['quill'] });
    await extension.signIn();
    hub.fault({ kind: 'status', path: CHAT, status: 401, body: { error: 'expired' } });
    expect(await askedModel()).toBe('demo/extractive:quill');
    const sent = companion.requests(CHAT).map(({ headers }) => headers['x-hf-bill-to']);
    expect(sent).toEqual(['analytical-engine', 'analytical-engine']);
  });

  it('goes to the person without one', async () => {
    await companion.extension.signIn();
    await askedModel();
    expect(companion.requests(CHAT)).toHaveLength(1);
    for (const { headers } of companion.requests(CHAT)) {
      expect(headers).not.toHaveProperty('x-hf-bill-to');
    }
  });

  it('goes into no other request', async () => {
    await setPolicy({ BILLING_ORGANIZATION: 'analytical-engine' });
    await companion.extension.signIn();
    await askedModel();
    const others = companion.hub.requests.filter(({ path }) => path !== CHAT);
    expect(others.length).toBeGreaterThan(3);
    for (const { headers } of others) expect(headers).not.toHaveProperty('x-hf-bill-to');
  });
});

it('keeps nothing of a run where the policy forbids a history', async () => {
  await setPolicy({ HISTORY_DISABLED: true });
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  await companion.extension.signIn();
  expect(await askedModel()).toBe('demo/extractive:cheapest');
  await vi.waitFor(() => expect(companion.hub.chats.at(-1)?.state).toBe('finished'), WAIT);
  await companion.extension.network.settle();
  expect(set).toHaveBeenCalled();
  expect(JSON.stringify(set.mock.calls)).not.toContain('lighthouse');
});
