// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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

  it('takes the origins from the build, whatever the other layers say', async () => {
    const policy = { OPENID_PROVIDER_URL: 'https://evil.example' };
    const configuration = await configurationOf({ policy });
    expect(configuration).toMatchObject({
      providerOrigin: 'https://huggingface.co',
      routerOrigin: 'https://router.huggingface.co',
    });
  });
});
