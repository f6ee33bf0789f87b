import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { waysToPay } from '@/utils/models/ways-to-pay';
import { accountsItem, ownEndpointsItem, settingsByAccountItem } from '@/utils/storage/items';
import { ADA } from '../support/fake-background';

const HOME = {
  id: 'e1',
  name: 'Home',
  url: 'http://127.0.0.1:8080/v1',
  model: 'lens-7b',
  models: ['lens-7b'],
  hasKey: false,
  sendsToken: false,
};
const { model: _, ...UNCHECKED } = { ...HOME, id: 'e2' };

const organization = (username: string, canPay?: boolean) => ({
  sub: username,
  name: username.toUpperCase(),
  username,
  ...(canPay === undefined ? {} : { canPay }),
});

let policy: Record<string, unknown>;

beforeEach(async () => {
  fakeBrowser.reset();
  policy = {};
  Object.assign(fakeBrowser.storage.managed, { get: () => Promise.resolve(policy) });
  const organizations = [
    organization('team', true),
    organization('poor', false),
    organization('unknown'),
    organization('other', true),
  ];
  await accountsItem.set({ list: [{ ...ADA, organizations }], active: ADA.sub });
  await ownEndpointsItem.set([HOME, UNCHECKED]);
});

const ways = (billTo?: string) =>
  waysToPay({ owner: ADA.sub, override: billTo === undefined ? undefined : { billTo } });

it('are the browser’s own model, the own endpoints with a model, and the organizations that can pay', async () => {
  expect(await ways()).toEqual({
    builtIn: true,
    endpoints: [{ id: 'e1', name: 'Home', model: 'lens-7b' }],
    organizations: [
      { username: 'team', name: 'TEAM' },
      { username: 'other', name: 'OTHER' },
    ],
  });
});

it('are not the organization whose credits are used up', async () => {
  expect((await ways('team')).organizations).toEqual([{ username: 'other', name: 'OTHER' }]);
  await settingsByAccountItem.set({ [ADA.sub]: { billTo: 'other' } });
  expect((await ways()).organizations).toEqual([{ username: 'team', name: 'TEAM' }]);
});

it('are the person where an organization was to pay', async () => {
  expect(await ways('team')).toHaveProperty('isByOrganization', true);
  await settingsByAccountItem.set({ [ADA.sub]: { billTo: 'other' } });
  expect(await ways()).toHaveProperty('isByOrganization', true);
  // Paid by the person this time, it is their credits that are used up.
  expect(await ways('')).not.toHaveProperty('isByOrganization');
});

it('are none that policy forbids', async () => {
  policy = { BILLING_ORGANIZATION: 'team', ALLOWED_PROVIDERS: ['quill'] };
  expect(await ways()).toEqual({});
  policy = { ALLOWED_MODELS: ['lens-7b'] };
  expect(await ways()).toHaveProperty('endpoints');
  expect(await ways()).not.toHaveProperty('builtIn');
});

it('are at most three of a kind', async () => {
  await ownEndpointsItem.set(Array.from({ length: 5 }, (_value, id) => ({ ...HOME, id: `${id}` })));
  expect((await ways()).endpoints).toHaveLength(3);
});
