import { expect, it, vi } from 'vitest';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import { readKeptRuns } from '@/tests/fakes/kept-runs';
import { hasEnded } from '@/utils/runs/run';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

/* More than one run at a time: three go on at once, the others wait their turn. */

const companion = useCompanion();

/** Starts runs in windows of their own, one after the other. */
async function startMany(count: number): Promise<FakeViewer[]> {
  const views: FakeViewer[] = [];
  for (let windowId = 1; windowId <= count; windowId += 1) {
    views.push(await companion.start(windowId, `${PARAGRAPH} Number ${windowId}.`));
  }
  return views;
}

const underWay = () => companion.hub.chats.filter(({ state }) => state === 'streaming').length;
const stateOf = (view: FakeViewer | undefined) => view?.run?.state.kind;

it('[R42] [ST-13] three run, the others wait visibly, and come in the order they were started', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold();
  const views = await startMany(5);
  await vi.waitFor(() => {
    expect(views.map(stateOf)).toEqual([...Array(3).fill('streaming'), 'waiting', 'waiting']);
    expect(hub.chats).toHaveLength(3);
  }, WAIT);
  await extension.request('run.stop', { runId: views[0]?.runId ?? '' });
  await vi.waitFor(() => expect(stateOf(views[3])).toBe('streaming'), WAIT);
  expect(stateOf(views[4])).toBe('waiting');
  letGo();
  for (const view of views.slice(1)) await view.waitFor('done');
  const numbers = hub.chats.map(
    ({ messages }) => /Number (\d)/.exec(JSON.stringify(messages))?.[1],
  );
  expect(numbers.slice(3)).toEqual(['4', '5']);
});

it('[R42] a run that waits its turn can be stopped, and sends nothing then', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold();
  const views = await startMany(4);
  await vi.waitFor(() => expect(stateOf(views[3])).toBe('waiting'), WAIT);
  await extension.request('run.stop', { runId: views[3]?.runId ?? '' });
  await views[3]?.waitFor('stopped');
  letGo();
  for (const view of views.slice(0, 3)) await view.waitFor('done');
  await extension.network.settle();
  expect(hub.chats).toHaveLength(3);
});

it('[R42] [ST-13] of fifty starts never more than three are at the Hub, and all end', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'status', path: '/v1/chat', status: 402, body: {}, times: 5 });
  let most = 0;
  extension.network.before('/v1/chat', () => {
    most = Math.max(most, underWay());
  });
  const views = await startMany(50);
  await vi.waitFor(
    () => {
      for (const { run } of views) expect(run && hasEnded(run.state)).toBe(true);
    },
    { timeout: 20_000, interval: 50 },
  );
  expect(most).toBeLessThanOrEqual(3);
  expect(hub.chats).toHaveLength(50);
  await vi.waitFor(async () => {
    const kept = (await readKeptRuns(ADA))?.runs ?? [];
    expect(kept).toHaveLength(50);
    expect(kept.filter(({ underWay: is }) => is)).toEqual([]);
  }, WAIT);
}, 30_000);

it('says on the toolbar button what runs and what came, until it was seen', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold();
  const [view] = await startMany(1);
  await vi.waitFor(() => expect(extension.toolbar.badge).toMatchObject({ text: '…' }), WAIT);
  expect(extension.toolbar.badge.title).toContain('1 running');
  letGo();
  await view?.waitFor('done');
  await vi.waitFor(() => expect(extension.toolbar.badge).toMatchObject({ text: '1' }), WAIT);
  expect(extension.toolbar.badge.title).toContain('1 finished');
  view?.say({ kind: 'seen', runId: view.runId });
  await vi.waitFor(
    () => expect(extension.toolbar.badge).toEqual({ text: '', title: 'Companion' }),
    WAIT,
  );
});

it('counts what came for nobody to see, also after the browser was started anew', async () => {
  const { extension } = companion;
  await extension.signIn();
  await (await companion.start(1)).waitFor('done');
  await vi.waitFor(async () => {
    expect((await readKeptRuns(ADA))?.runs).toMatchObject([{ unread: 1, state: { kind: 'done' } }]);
  }, WAIT);
  await extension.restartBrowser();
  await vi.waitFor(() => expect(extension.toolbar.badge).toMatchObject({ text: '1' }), WAIT);
});

it('[TK-06] the toolbar button counts the runs of the account in use alone', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  await (await companion.start(1)).waitFor('done');
  await vi.waitFor(() => expect(extension.toolbar.badge).toMatchObject({ text: '1' }), WAIT);
  await extension.request('session.switch-account', { sub: ADA });
  await vi.waitFor(() => expect(extension.toolbar.badge).toMatchObject({ text: '' }), WAIT);
});

it('[R33] [BR-07] an update waits until no answer is under way', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold();
  const [view] = await startMany(1);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  extension.updates.offer();
  await extension.network.settle();
  expect(extension.updates.reloads).toBe(0);
  letGo();
  await view?.waitFor('done');
  await vi.waitFor(() => expect(extension.updates.reloads).toBe(1), WAIT);
});

it('[R33] an update comes at once when nothing is under way', async () => {
  const { extension } = companion;
  extension.updates.offer();
  await vi.waitFor(() => expect(extension.updates.reloads).toBe(1), WAIT);
});
