// @vitest-environment node
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { POLICY_SCHEMAS, readManagedPolicy, type PolicyKey } from '@/utils/config/managed-policy';
import { PLAIN_BUILD } from '../support/builds';

const CLIENT_ID = '1a2b3c4d-0000-4000-8000-123456789abc';

/** What is read when an administrator has set this; an error is what Firefox rejects with. */
async function read(set: Record<string, unknown> | Error) {
  const get = () => (set instanceof Error ? Promise.reject(set) : Promise.resolve(set));
  Object.assign(fakeBrowser.storage.managed, { get });
  const build = { ...PLAIN_BUILD, extraOrigins: ['https://hub.example', 'http://127.0.0.1:8080'] };
  return await readManagedPolicy(build);
}

/** A value of each key that passes, as written and as taken. */
const GOOD: [PolicyKey, unknown, unknown, string][] = [
  ['OAUTH_CLIENT_ID', ` ${CLIENT_ID} `, CLIENT_ID, CLIENT_ID],
  ['OAUTH_SCOPES', 'openid, email', 'openid email', 'openid email'],
  ['OPENID_PROVIDER_URL', 'https://HUB.example/', 'https://hub.example', 'https://hub.example'],
  [
    'INFERENCE_ROUTER_URL',
    'http://127.0.0.1:8080',
    'http://127.0.0.1:8080',
    'http://127.0.0.1:8080',
  ],
  ['ALLOWED_MODELS', ['demo/one', ' org/* '], ['demo/one', 'org/*'], 'demo/one, org/*'],
  ['ALLOWED_PROVIDERS', ['groq', 'Mistyped!'], ['groq', 'Mistyped!'], 'groq, Mistyped!'],
  ['BILLING_ORGANIZATION', ' my-org_1.x ', 'my-org_1.x', 'my-org_1.x'],
  ['HISTORY_DISABLED', true, true, 'true'],
  ['HISTORY_DISABLED', false, false, 'false'],
];

const BAD: [PolicyKey, unknown][] = [
  ['OAUTH_CLIENT_ID', 'hf_abcdefghijklmnopqrstuvwxyz'],
  ['OAUTH_CLIENT_ID', 7],
  ['OAUTH_SCOPES', 'profile'],
  ['OAUTH_SCOPES', ['openid']],
  ['OPENID_PROVIDER_URL', 'https://evil.example'],
  ['OPENID_PROVIDER_URL', 'https://huggingface.co.evil.example'],
  ['OPENID_PROVIDER_URL', 'https://huggingface.co/oauth'],
  ['OPENID_PROVIDER_URL', 'https://huggingface.co/?a=b'],
  ['OPENID_PROVIDER_URL', 'https://user@huggingface.co'],
  ['OPENID_PROVIDER_URL', 'http://huggingface.co'],
  ['OPENID_PROVIDER_URL', 'huggingface.co'],
  ['OPENID_PROVIDER_URL', ''],
  ['INFERENCE_ROUTER_URL', 'http://127.0.0.1:8081'],
  ['INFERENCE_ROUTER_URL', null],
  ['ALLOWED_MODELS', []],
  ['ALLOWED_MODELS', 'demo/one'],
  ['ALLOWED_MODELS', ['demo/one', 7]],
  ['ALLOWED_PROVIDERS', {}],
  ['ALLOWED_PROVIDERS', [['groq']]],
  ['BILLING_ORGANIZATION', ''],
  ['BILLING_ORGANIZATION', 'my org'],
  ['BILLING_ORGANIZATION', 'org\r\nx-evil: 1'],
  ['BILLING_ORGANIZATION', 'организация'],
  ['BILLING_ORGANIZATION', true],
  ['HISTORY_DISABLED', 'true'],
  ['HISTORY_DISABLED', 1],
];

beforeEach(() => {
  fakeBrowser.reset();
});

describe('readManagedPolicy', () => {
  it.each(GOOD)('takes %s of %j', async (key, set, value, shown) => {
    const { policy, settings } = await read({ [key]: set });
    expect(policy[key]).toEqual(value);
    expect(settings).toEqual([{ key, value: shown }]);
  });

  it.each(BAD)('takes nothing of %s of %j, and shows that it is not usable', async (key, set) => {
    const { policy, settings } = await read({ [key]: set });
    expect(policy[key]).toBeUndefined();
    expect(settings).toEqual([{ key, value: undefined }]);
  });

  it.each(BAD)('takes all others beside %s of %j', async (key, set) => {
    const others = GOOD.filter(([other]) => other !== key);
    const { policy } = await read({
      ...Object.fromEntries(others.map(([other, written]) => [other, written])),
      [key]: set,
      UNKNOWN: 'x',
    });
    expect(policy).toEqual(Object.fromEntries(others.map(([other, , value]) => [other, value])));
  });

  it.each([
    ['there is none', {}],
    ['the browser has none', new Error('Managed storage manifest not found')],
  ])('is empty when %s', async (_title, set) => {
    const { policy, settings } = await read(set);
    expect(Object.values(policy).filter((value) => value !== undefined)).toEqual([]);
    expect(settings).toEqual([]);
  });
});

describe('managed-schema.json', () => {
  interface Property {
    type: string;
    title: string;
    description: string;
    items?: { type: string };
  }
  const schema = JSON.parse(readFileSync('public/managed-schema.json', 'utf8')) as {
    properties: Record<string, Property>;
  };

  it('has exactly the keys that the code reads, of the same types', () => {
    const declared = Object.entries(schema.properties).map(([key, { type, items }]) => [
      key,
      type,
      items?.type,
    ]);
    const known = Object.entries(POLICY_SCHEMAS).map(([key, each]) => [
      key,
      each.type,
      'item' in each ? each.item.type : undefined,
    ]);
    expect(declared).toEqual(known);
  });

  it('says no more than Chromium understands, which else refuses the whole extension', () => {
    expect(Object.keys(schema)).toEqual(['type', 'properties']);
    for (const { title, description, type, items, ...others } of Object.values(schema.properties)) {
      expect(others).toEqual({});
      expect(title && description).toMatch(/\.$/);
      expect(['string', 'boolean', 'array']).toContain(type);
      expect(items === undefined || type === 'array').toBe(true);
    }
  });
});
