// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CHROMIUM_KEY, GECKO_ID } from '@/utils/config/extension-ids';
import { createManifest, type ManifestTarget } from '@/utils/config/manifest';
import { PLAIN_BUILD } from '../support/builds';

const CHROMIUM: ManifestTarget = { browser: 'chrome', isStoreZip: false, isDevelopment: false };
const FIREFOX: ManifestTarget = { ...CHROMIUM, browser: 'firefox' };
const chromium = createManifest(PLAIN_BUILD, CHROMIUM);
const firefox = createManifest(PLAIN_BUILD, FIREFOX);
const BOTH = [
  ['Chromium', chromium],
  ['Firefox', firefox],
] as const;

describe('createManifest', () => {
  it.each(BOTH)('[IS-01] asks for exactly five permissions in %s', (_browser, manifest) => {
    expect(manifest.permissions).toEqual([
      'identity',
      'storage',
      'contextMenus',
      'activeTab',
      'scripting',
    ]);
  });

  it.each(BOTH)('[IS-01] asks for exactly three hosts in %s', (_browser, manifest) => {
    expect(manifest.host_permissions).toEqual([
      'https://huggingface.co/*',
      'https://router.huggingface.co/*',
      'https://cdn-avatars.huggingface.co/*',
    ]);
  });

  it.each(BOTH)('[IS-01] leaves own endpoints to a later question in %s', (_browser, manifest) => {
    expect(manifest.optional_host_permissions).toEqual([
      'https://*.endpoints.huggingface.cloud/*',
      'http://127.0.0.1/*',
      'http://localhost/*',
    ]);
    expect(manifest).not.toHaveProperty('optional_permissions');
  });

  it.each(BOTH)('[IS-01] reaches into no page by itself in %s', (_browser, manifest) => {
    expect(JSON.stringify(manifest)).not.toMatch(/<all_urls>|\*:\/\/|:\/\/\*\/|"tabs"/);
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  it('[IS-02] lets no other extension and no web page connect', () => {
    expect(chromium.externally_connectable).toEqual({ ids: [] });
  });

  it('adds the origins of the build to the hosts', () => {
    const build = { ...PLAIN_BUILD, extraOrigins: ['https://models.example'] };
    expect(createManifest(build, CHROMIUM).host_permissions).toContain('https://models.example/*');
  });

  it.each([
    ['pins the id of an unpacked extension', CHROMIUM, CHROMIUM_KEY],
    ['has no key in a store zip', { ...CHROMIUM, isStoreZip: true }, undefined],
    ['has no key in Firefox', FIREFOX, undefined],
  ])('%s', (_title, target, key) => {
    expect(createManifest(PLAIN_BUILD, target).key).toBe(key);
  });

  it('names the oldest Chromium and the policy schema', () => {
    expect(chromium.minimum_chrome_version).toBe('120');
    expect(chromium.storage).toEqual({ managed_schema: 'managed-schema.json' });
    expect(chromium).not.toHaveProperty('browser_specific_settings');
  });

  it('names the id, the oldest Firefox and the data that is sent', () => {
    expect(firefox.browser_specific_settings).toEqual({
      gecko: {
        id: GECKO_ID,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    });
    // Keys that Firefox warns of.
    expect(firefox).not.toHaveProperty('externally_connectable');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox).not.toHaveProperty('storage');
  });

  it('leaves the policy of pages to the development server', () => {
    const development = createManifest(PLAIN_BUILD, { ...CHROMIUM, isDevelopment: true });
    expect(development).not.toHaveProperty('content_security_policy');
    expect(chromium).toHaveProperty('content_security_policy.extension_pages');
  });

  it('opens by one key, of the four that Chromium allows', () => {
    expect(chromium.commands).toEqual({
      _execute_action: { suggested_key: { default: 'Alt+Shift+J' } },
    });
  });
});
