import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeExtension } from '@/tests/fakes/extension';
import { startHub, type Hub } from '@/tests/hub/hub';
import { CHROMIUM_REDIRECT_URI } from '@/utils/config/extension-ids';

const PARAGRAPH =
  'A lighthouse lens bends light. Its rings send a small flame across twenty miles of sea. Sailors trusted it.';

let hub: Hub;
let extension: FakeExtension;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [CHROMIUM_REDIRECT_URI] });
});
afterAll(() => hub.close());

beforeEach(async () => {
  hub.clearFaults();
  await hub.revoke();
  hub.requests.length = 0;
  hub.chats.length = 0;
  extension = new FakeExtension(hub);
  await extension.install();
});

describe('sign-in', () => {
  it('shows the account after Allow', async () => {
    await extension.signIn();
    const { account } = await extension.storage('local');
    expect(account).toMatchObject({ username: 'ada', fullName: 'Ada Lovelace', isPro: true });
    expect((account as { organizations: unknown[] }).organizations).toHaveLength(2);
    expect((account as { picture: string }).picture).toMatch(/^data:image\//);
  });
});

describe('a run from the context menu', () => {
  it('streams the answer to the panel', async () => {
    await extension.signIn();
    const panel = extension.attach(1);
    extension.clickMenu('summarize', PARAGRAPH);
    const run = await panel.waitFor('done');
    expect(run.answer).toContain('lighthouse lens');
    expect(panel.events.filter(({ kind }) => kind === 'delta').length).toBeGreaterThan(3);
    vi.resetModules();
  });
});
