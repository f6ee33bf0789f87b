import { expect, it, vi } from 'vitest';
import { allTurns } from '@/tests/fakes/all-turns';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { untilKept } from '@/tests/fakes/kept-runs';
import { createRunModel } from '@/utils/state/run-model';
import { ADA, GRACE, PARAGRAPH, useCompanion, WAIT } from './companion';

/* What a careful reader found: texts doubled, runs that nobody sees, and clicks that pay twice. */

const companion = useCompanion();
const OTHER = 'A tide mill grinds twice a day. The sea does the work. The miller keeps its hours.';

it('[R1] [ST-03] a view that gives back what the journal lacks shows it once', async () => {
  const { extension, hub } = companion;
  vi.stubGlobal('document', { hidden: true, addEventListener: () => undefined });
  await extension.signIn();
  hub.fault({ kind: 'stall', path: '/v1/chat/completions', afterChunks: 5 });
  const { run, answer } = createRunModel(1);
  await companion.start(1);
  await vi.waitFor(() => expect(answer.value.split(' ')).toHaveLength(5), WAIT);
  const shown = answer.value;
  await extension.startBackground();
  await vi.waitFor(() => expect(run.value?.state.kind).toBe('failed'), WAIT);
  const later = extension.attach(1);
  await vi.waitFor(() => expect(later.run?.answer).toBe(shown), WAIT);
  await allTurns();
  expect(answer.value).toBe(shown);
});

it('a follow-up keeps its conversation when another run takes its window', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const view = await companion.start(1);
  const { id } = await view.waitFor('done');
  view.say({ kind: 'seen', runId: id });
  await untilKept(ADA, 'done');
  hub.fault({ kind: 'cut', path: '/v1/chat', afterChunks: 4 });
  const answer = await extension.request('run.follow-up', {
    runId: id,
    question: 'Who trusted it?',
    windowId: 1,
  });
  const followUp = answer?.ok ? answer.value : '';
  await vi.waitFor(() => expect(view.runId).toBe(followUp), WAIT);
  await view.waitFor('failed');
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: OTHER });
  await vi.waitFor(() => expect(view.run?.quote).toBe(OTHER), WAIT);
  await view.waitFor('done');
  await extension.request('run.show', { runId: followUp, windowId: 1 });
  await vi.waitFor(() => expect(view.runId).toBe(followUp), WAIT);
  await extension.request('run.continue', { runId: followUp });
  await view.waitFor('done');
  expect(view.earlier.map((turn) => turn.id)).toEqual([id]);
});

it('Try again shows the new run where it was clicked', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { id } = await (await companion.start(1)).waitFor('done');
  await fakeBrowser.windows.onRemoved.trigger(1);
  const view = extension.attach(2);
  await extension.request('run.show', { runId: id, windowId: 2 });
  await view.waitFor('done');
  const again = await extension.request('run.retry', { runId: id, windowId: 2 });
  await allTurns();
  expect(view.runId).toBe(again?.ok && again.value);
});

it('a second click on Try again is paid for once', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const view = await companion.start(1);
  const { id } = await view.waitFor('done');
  await Promise.all([1, 2].map(() => extension.request('run.retry', { runId: id, windowId: 1 })));
  await vi.waitFor(() => expect(hub.chats.length).toBeGreaterThan(1), WAIT);
  await allTurns();
  expect(hub.chats).toHaveLength(2);
});

it('[R29] a follow-up is asked after what it follows, whatever the clock says', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const now = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(now + 50_000);
  const { id } = await (await companion.start(1)).waitFor('done');
  await untilKept(ADA, 'done');
  clock.mockRestore();
  await extension.startBackground();
  const view = extension.attach(1);
  await view.waitFor('done');
  await extension.request('run.follow-up', { runId: id, question: 'Who trusted it?', windowId: 1 });
  await vi.waitFor(() => expect(hub.chats).toHaveLength(2), { timeout: 1_000 }).catch(() => 0);
  expect(view.earlier.map((turn) => turn.id)).toEqual([id]);
  expect(hub.chats).toHaveLength(2);
});

it('[TK-06] a view that was cut off shows nothing of an account that is no longer in use', async () => {
  const { extension } = companion;
  vi.stubGlobal('document', { hidden: true, addEventListener: () => undefined });
  await companion.signInBoth();
  await extension.request('session.switch-account', { sub: ADA });
  const { run } = createRunModel(1);
  await companion.start(1);
  await vi.waitFor(() => expect(run.value?.state.kind).toBe('done'), WAIT);
  // Idle, the background stops; the switch wakes it before the view is attached again.
  await extension.startBackground();
  await extension.request('session.switch-account', { sub: GRACE });
  await vi.waitFor(() => expect(run.value).toBeUndefined(), WAIT);
});

it('[R47] a long text that waits for sign-in outlives its background too', async () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH.repeat(6_000));
  await extension.attach(1).waitForHold('sign-in');
  await allTurns();
  await extension.startBackground();
  const again = extension.attach(1);
  await vi.waitFor(() => expect(again.events).not.toEqual([]), WAIT);
  expect(again.run?.state).toMatchObject({ kind: 'held', by: 'sign-in' });
});

it('[R3] an answer nobody has seen is shown after a restart, also by a later background', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { id } = await (await companion.start(1)).waitFor('done');
  await untilKept(ADA, 'done');
  await extension.restartBrowser();
  await vi.waitFor(() => expect(extension.toolbar.badge).toMatchObject({ text: '1' }), WAIT);
  await vi.waitFor(async () => {
    expect(await fakeBrowser.storage.session.get(null)).toHaveProperty('shownConversations');
  }, WAIT);
  await extension.startBackground();
  const view = extension.attach(77);
  await vi.waitFor(() => expect(view.events).not.toEqual([]), WAIT);
  expect(view.run).toMatchObject({ id });
});

it('[ST-06] [R42] Stop in the moment a run gets its turn ends it', async () => {
  const { Slots } = await import('@/utils/runs/slots');
  const slots = new Slots(1);
  const leave = await slots.take(new AbortController().signal);
  const second = new AbortController();
  const turn = slots.take(second.signal);
  leave();
  second.abort();
  await expect(turn).rejects.toThrow();
});
