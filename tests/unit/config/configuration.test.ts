// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Configuration } from '@/utils/config/configuration';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';
import type { Settings } from '@/utils/config/settings';
import { PLAIN_BUILD } from '../support/builds';

/** The configuration in force when the layers hold these; a string for policy means that reading it rejects. */
async function configurationOf(layers: {
  policy?: Record<string, unknown> | string;
  settings?: Settings;
  build?: Partial<typeof PLAIN_BUILD>;
}) {
  const { policy = {}, settings, build } = layers;
  Object.assign(globalThis, { __BUILD_CONFIGURATION__: { ...PLAIN_BUILD, ...build } });
  const get = () =>
    typeof policy === 'string' ? Promise.reject(new Error(policy)) : Promise.resolve(policy);
  Object.assign(fakeBrowser.storage.managed, { get });
  vi.resetModules();
  const { settingsItem } = await import('@/utils/storage/items');
  if (settings) await settingsItem.set(settings);
  const { readConfiguration } = await import('@/utils/config/configuration');
  return await readConfiguration();
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('readConfiguration', () => {
  it.each([
    ['none when no layer has one', {}, undefined, 'none'],
    ["the build's when it is alone", { build: { clientId: 'built' } }, 'built', 'build'],
    [
      "the person's over the build's",
      { settings: { clientId: 'pasted' }, build: { clientId: 'built' } },
      'pasted',
      'settings',
    ],
    [
      "the policy's over all",
      {
        policy: { OAUTH_CLIENT_ID: ' managed-id\n' },
        settings: { clientId: 'pasted' },
        build: { clientId: 'built' },
      },
      'managed-id',
      'policy',
    ],
    [
      "the person's when the policy's is empty",
      { policy: { OAUTH_CLIENT_ID: '' }, settings: { clientId: 'pasted' } },
      'pasted',
      'settings',
    ],
    [
      "the person's when the policy's is a token",
      { policy: { OAUTH_CLIENT_ID: 'hf_abcdefghijkl' }, settings: { clientId: 'pasted' } },
      'pasted',
      'settings',
    ],
    [
      "the build's when the policy's is our redirect URI",
      { policy: { OAUTH_CLIENT_ID: CHROMIUM_REDIRECT_URI }, build: { clientId: 'built' } },
      'built',
      'build',
    ],
    [
      "the person's when the policy is damaged",
      { policy: { OAUTH_CLIENT_ID: 7 }, settings: { clientId: 'pasted' } },
      'pasted',
      'settings',
    ],
    [
      "the person's when the browser has no managed storage",
      { policy: 'Managed storage manifest not found', settings: { clientId: 'pasted' } },
      'pasted',
      'settings',
    ],
  ])('the client id is %s', async (_title, layers, clientId, clientIdSource) => {
    expect(await configurationOf(layers)).toMatchObject({ clientId, clientIdSource });
  });

  it.each([
    ["the build's when it is alone", {}, 'openid profile inference-api'],
    ["the person's over the build's", { settings: { scopes: 'openid' } }, 'openid'],
    [
      "the policy's over the person's",
      { policy: { OAUTH_SCOPES: 'openid email' }, settings: { scopes: 'openid' } },
      'openid email',
    ],
    ["the policy's in one line", { policy: { OAUTH_SCOPES: ' openid,\n email ' } }, 'openid email'],
    [
      "the person's when the policy's lack openid",
      { policy: { OAUTH_SCOPES: 'profile' }, settings: { scopes: 'openid' } },
      'openid',
    ],
    [
      "the person's when the policy's are empty",
      { policy: { OAUTH_SCOPES: '' }, settings: { scopes: 'openid' } },
      'openid',
    ],
  ])('the scopes are %s', async (_title, layers, scopes) => {
    expect(await configurationOf(layers)).toMatchObject({ scopes });
  });

  it.each([
    ['are valid', 'openid email', true],
    ['are none', 'profile "', false],
  ])('says whether the scopes are managed when those of the policy %s', async (_title, set, is) => {
    const configuration = await configurationOf({ policy: { OAUTH_SCOPES: set } });
    expect(configuration.areScopesManaged).toBe(is);
  });

  it('takes a valid policy beside an invalid one', async () => {
    const policy = { OAUTH_CLIENT_ID: 'short', OAUTH_SCOPES: 'openid email' };
    expect(await configurationOf({ policy })).toMatchObject({
      clientIdSource: 'none',
      scopes: 'openid email',
    });
  });

  it.each([
    ["the build's when nothing else is set", {}, 'https://huggingface.co'],
    [
      "the policy's when the build may reach it",
      { OPENID_PROVIDER_URL: 'https://hub.example' },
      'https://hub.example',
    ],
    [
      "the build's when it may not reach the policy's",
      { OPENID_PROVIDER_URL: 'https://evil.example' },
      'https://huggingface.co',
    ],
  ])('the provider is %s', async (_title, policy, providerOrigin) => {
    const build = { extraOrigins: ['https://hub.example'] };
    const configuration = await configurationOf({ policy, build });
    const routerOrigin = 'https://router.huggingface.co';
    expect(configuration).toMatchObject({ providerOrigin, routerOrigin });
  });

  it.each([
    ["the policy's when the build may reach it", 'https://router.example'],
    ["the build's when it may not reach the policy's", 'https://router.huggingface.co'],
  ])('the router is %s', async (_title, routerOrigin) => {
    const build = { extraOrigins: [routerOrigin] };
    const policy = { INFERENCE_ROUTER_URL: 'https://router.example' };
    expect(await configurationOf({ policy, build })).toMatchObject({
      providerOrigin: 'https://huggingface.co',
      routerOrigin,
    });
  });

  it('limits nothing, bills nobody else and keeps runs without a policy', async () => {
    expect(await configurationOf({})).toMatchObject({
      allowedModels: undefined,
      allowedProviders: undefined,
      billingOrganization: undefined,
      isHistoryDisabled: false,
      managed: [],
    });
  });

  it('takes all that the policy sets, and says so', async () => {
    const policy = {
      ALLOWED_MODELS: ['demo/*'],
      ALLOWED_PROVIDERS: ['groq'],
      BILLING_ORGANIZATION: 'engines',
      HISTORY_DISABLED: true,
    };
    const configuration = await configurationOf({ policy });
    expect(configuration).toMatchObject({
      allowedModels: ['demo/*'],
      allowedProviders: ['groq'],
      billingOrganization: 'engines',
      isHistoryDisabled: true,
    });
    expect(configuration.managed.map(({ key }) => key)).toEqual(Object.keys(policy));
  });
});

describe('watchConfiguration', () => {
  async function watched() {
    let policy: Record<string, unknown> = {};
    Object.assign(fakeBrowser.storage.managed, { get: () => Promise.resolve(policy) });
    vi.resetModules();
    const { watchConfiguration } = await import('@/utils/config/configuration');
    const told: Configuration[] = [];
    watchConfiguration((configuration) => told.push(configuration));
    const change = async (area: string, set: Record<string, unknown>) => {
      policy = set;
      await fakeBrowser.storage.onChanged.trigger({}, area);
    };
    return { told, change };
  }

  it('tells of a policy that comes while the browser is open', async () => {
    const { told, change } = await watched();
    await change('managed', { BILLING_ORGANIZATION: 'engines' });
    await vi.waitFor(() => expect(told).toMatchObject([{ billingOrganization: 'engines' }]));
  });

  it("tells of the person's options", async () => {
    const { told } = await watched();
    const { settingsItem } = await import('@/utils/storage/items');
    await settingsItem.set({ clientId: 'pasted' });
    await vi.waitFor(() => expect(told).toMatchObject([{ clientId: 'pasted' }]));
  });

  it('says nothing of other storage', async () => {
    const { told, change } = await watched();
    await change('session', {});
    await change('managed', {});
    await vi.waitFor(() => expect(told).not.toEqual([]));
    expect(told).toHaveLength(1);
  });
});
