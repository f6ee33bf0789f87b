import { expect, it, vi } from 'vitest';
import { ADA, GRACE, PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const OTHER = 'A tide mill grinds twice a day. The sea does the work. The miller keeps its hours.';

async function switchTo(sub: string): Promise<void> {
  await companion.extension.request('session.switch-account', { sub });
}

/** Starts a run of Ada's in window 1, whose answer the Hub holds after some words; Grace is in use then. */
async function startForAda() {
  const { extension, hub } = companion;
  await companion.signInBoth();
  await switchTo(ADA);
  const letGo = hub.hold({ afterWords: 3 });
  const panel = await companion.start();
  await panel.waitForText();
  const { runId } = panel;
  await switchTo(GRACE);
  await vi.waitFor(() => expect(panel.run).toBeUndefined(), WAIT);
  const heard = panel.events.length;
  return { extension, hub, panel, letGo, runId, heard };
}

it('[TK-06] a run goes on while another account is in use, out of its sight in every window', async () => {
  const { extension, hub, panel, letGo, heard } = await startForAda();
  expect(panel.events.at(-1)).toEqual({ kind: 'cleared' });
  const views = [extension.attach(1), extension.attach(2)];
  letGo();
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  await extension.network.settle();
  expect(panel.events).toHaveLength(heard);
  for (const view of views)
    expect(view.events).toEqual([
      { kind: 'snapshot', run: null, earlier: [], viewer: expect.anything() },
    ]);
});

it('[TK-06] a run is there, whole, when its account is in use again, and was paid by it', async () => {
  const { extension, hub, panel, letGo, runId } = await startForAda();
  letGo();
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  await switchTo(ADA);
  const run = await panel.waitFor('done');
  expect(run).toMatchObject({ id: runId, quote: PARAGRAPH, answer: hub.chats[0]?.sentText });
  const token = (await extension.accessToken(ADA))?.value;
  const [chat] = companion.requests('/v1/chat');
  expect(chat?.headers.authorization).toBe(`Bearer ${token}`);
});

it('[TK-06] each account has a run of its own in a window', async () => {
  const { hub, panel, letGo, runId } = await startForAda();
  letGo();
  await companion.extension.request('run.start', {
    windowId: 1,
    action: 'summarize',
    text: OTHER,
  });
  const grace = await panel.waitFor('done');
  expect(grace).toMatchObject({ quote: OTHER });
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  await switchTo(ADA);
  await vi.waitFor(() => expect(panel.run).toMatchObject({ id: runId }), WAIT);
  await switchTo(GRACE);
  await vi.waitFor(() => expect(panel.run).toEqual(grace), WAIT);
});

it.each(['run.retry', 'run.ask', 'run.confirm'] as const)(
  '[TK-06] %s with the id of another account’s run finds none, and sends nothing',
  async (kind) => {
    const { extension, hub, panel, letGo, runId } = await startForAda();
    const answer = await extension.request(kind, { runId, question: 'Who?', windowId: 1 });
    expect(answer).toEqual({ ok: false, error: { kind: 'run-gone' } });
    letGo();
    await extension.network.settle();
    expect(hub.chats).toHaveLength(1);
    expect(panel.run).toBeUndefined();
  },
);

it('[TK-06] nobody stops a run of another account', async () => {
  const { extension, hub, letGo, runId } = await startForAda();
  expect(await extension.request('run.stop', { runId })).toEqual({ ok: true, value: null });
  letGo();
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
});

it('[TK-06] a run outlives its background out of sight, and is there for its account only', async () => {
  const { extension, hub, letGo, runId } = await startForAda();
  letGo();
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  await extension.network.settle();
  await extension.startBackground();
  const view = extension.attach(1);
  await vi.waitFor(
    () =>
      expect(view.events).toEqual([
        { kind: 'snapshot', run: null, earlier: [], viewer: expect.anything() },
      ]),
    WAIT,
  );
  await switchTo(ADA);
  expect(await view.waitFor('done')).toMatchObject({ id: runId, quote: PARAGRAPH });
});

it('[AU-18] a sign-out stops the runs of its account, also out of sight, and no others', async () => {
  const { extension, hub, letGo } = await startForAda();
  const view = await companion.start(2, OTHER);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(2), WAIT);
  await extension.request('session.sign-out', { sub: ADA });
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('aborted'), WAIT);
  letGo();
  await view.waitFor('done');
  await vi.waitFor(async () => {
    expect(JSON.stringify(await extension.storage('session'))).not.toContain('lighthouse');
  }, WAIT);
});

it('[TK-06] [R30] a session that ends out of sight shows nothing to the account in use', async () => {
  const { extension, hub } = companion;
  await companion.signInBoth();
  await switchTo(ADA);
  await extension.waitFor('local', 'modelCatalogue');
  await extension.expireAccessToken(ADA);
  const letGo = extension.network.hold('/oauth/token');
  const body = { error: 'invalid_grant' };
  hub.fault({ kind: 'status', status: 400, body, path: '/oauth/token' });
  const panel = await companion.start();
  await vi.waitFor(() => expect(companion.refreshes()).toHaveLength(1), WAIT);
  await switchTo(GRACE);
  await vi.waitFor(() => expect(panel.run).toBeUndefined(), WAIT);
  const heard = panel.events.length;
  letGo();
  await vi.waitFor(async () => {
    expect((await extension.accounts())?.list[0]).toMatchObject({ sub: ADA, session: 'ended' });
  }, WAIT);
  await extension.network.settle();
  expect(panel.events).toHaveLength(heard);
  expect(await extension.storage('session')).not.toHaveProperty('signIn');
  expect(hub.chats).toEqual([]);
  await (await companion.start(2)).waitFor('done');
  await switchTo(ADA);
  expect(await panel.waitForHold('sign-in')).toMatchObject({ quote: PARAGRAPH });
});

it('[TK-06] a run that waits for its account goes on with that one only, whatever the others may do', async () => {
  const { extension, hub } = companion;
  await companion.signInBoth();
  await hub.revoke();
  await extension.expireAccessToken(GRACE);
  const panel = await companion.start();
  await panel.waitForHold('sign-in');
  hub.signInAs('ada');
  await extension.signIn('session.add-account');
  await vi.waitFor(() => expect(panel.run).toBeUndefined(), WAIT);
  await extension.network.settle();
  expect(hub.chats).toEqual([]);
  await switchTo(GRACE);
  hub.signInAs('grace');
  await extension.signIn();
  await panel.waitFor('done');
  expect(companion.sentText()).toBe(PARAGRAPH);
  const [chat] = companion.requests('/v1/chat');
  expect(chat?.headers.authorization).toBe(`Bearer ${(await extension.accessToken(GRACE))?.value}`);
});
