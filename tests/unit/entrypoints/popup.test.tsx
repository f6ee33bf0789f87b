import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FakePort } from '@/tests/fakes/fake-port';
import { accountsItem, modelCatalogueItem, settingsItem } from '@/utils/storage/items';
import { ADA } from '../support/fake-background';

/** What the popup showed after each change, and what it had asked the background for by then. */
interface Moment {
  text: string;
  requests: number;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.resetModules();
  document.body.replaceChildren(document.createElement('div'));
  document.body.firstElementChild?.setAttribute('id', 'app');
  Object.assign(fakeBrowser.runtime, { connect: () => FakePort.pair('runs', {})[0] });
  Object.assign(fakeBrowser.windows, { getCurrent: () => Promise.resolve({ id: 1 }) });
  Object.assign(fakeBrowser, {
    identity: { getRedirectURL: () => 'https://id.chromiumapp.org/oauth2' },
    scripting: { executeScript: () => Promise.resolve([]) },
  });
});

async function openPopup(): Promise<Moment[]> {
  const moments: Moment[] = [];
  let requests = 0;
  const sendMessage = () => {
    requests += 1;
    return Promise.resolve({ ok: true, value: null });
  };
  Object.assign(fakeBrowser.runtime, { sendMessage });
  const root = document.body;
  const observer = new MutationObserver(() =>
    moments.push({ text: root.textContent ?? '', requests }),
  );
  observer.observe(root, { childList: true, subtree: true });
  await import('@/entrypoints/popup/main');
  await vi.waitFor(() => expect(requests + Number(root.textContent !== '')).toBeGreaterThan(0));
  observer.disconnect();
  return moments;
}

it('shows somebody who is signed in their account at once, and never a signed-out view', async () => {
  await settingsItem.set({ clientId: 'an-owner-s-app' });
  await accountsItem.set({ active: ADA.sub, list: [ADA] });
  const moments = await openPopup();
  expect(moments[0]?.text).toContain('Ada Lovelace');
  expect(moments.map(({ text }) => text).join()).not.toContain('Sign in with');
});

it('is painted before it asks for anything from the network', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch');
  await settingsItem.set({ clientId: 'an-owner-s-app' });
  await accountsItem.set({ active: ADA.sub, list: [ADA] });
  await modelCatalogueItem.set({ fetchedAt: 0, models: [] });
  const [first] = await openPopup();
  expect(first).toMatchObject({ requests: 0 });
  expect(first?.text).toContain('Summarize');
  expect(fetch).not.toHaveBeenCalled();
});
