import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FakeEvent } from '@/tests/fakes/fake-event';
import { PARAGRAPH, useCompanion } from './companion';

const companion = useCompanion();
const added = fakeBrowser.permissions.onAdded as unknown as FakeEvent<[object]>;

/** Hosts that the person has taken back, in the settings of the extension. */
let refused: string[] = [];

beforeEach(() => {
  refused = [];
  Object.assign(fakeBrowser.permissions, {
    contains: ({ origins = [] }: { origins?: string[] }) =>
      Promise.resolve(!origins.some((origin) => refused.includes(origin))),
  });
});

function takeBackHosts(): void {
  refused = ['http://127.0.0.1/*'];
}

function giveBackHosts(): void {
  refused = [];
  added.trigger({ origins: ['http://127.0.0.1/*'] });
}

it('[R44] [BR-06] holds a run while the hosts may not be reached, and goes on when they may', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const panel = extension.attach(1);
  takeBackHosts();
  hub.requests.length = 0;
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  await panel.waitForHold('host-access');
  expect(hub.requests).toHaveLength(0);
  giveBackHosts();
  await panel.waitFor('done');
  expect(hub.chats).toHaveLength(1);
});

it('[R44] refuses a sign-in before anything leaves, and forgets that when the hosts are back', async () => {
  const { extension, hub } = companion;
  takeBackHosts();
  expect(await extension.failToSignIn()).toMatchObject({ kind: 'host-access-missing' });
  expect(hub.requests).toHaveLength(0);
  giveBackHosts();
  await extension.waitUntilGone('session', 'signIn');
  await extension.signIn();
});
