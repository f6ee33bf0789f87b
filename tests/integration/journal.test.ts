import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import { readKeptRuns } from '@/tests/fakes/kept-runs';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();

it('[R47] a run that waits for sign-in outlives its background and goes on with the same text', async () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  extension.stopBackground();
  await extension.startBackground();
  const panel = extension.attach(1);
  expect(await panel.waitFor('held')).toMatchObject({ quote: PARAGRAPH });
  await extension.signIn();
  await panel.waitFor('done');
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it('an answer is there for views that open after the background was stopped, and can be tried again', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  const { answer, id } = await extension.attach(1).waitFor('done');
  extension.stopBackground();
  await extension.startBackground();
  const panel = extension.attach(1);
  expect((await panel.waitFor('done')).answer).toBe(answer);
  expect(await extension.request('run.retry', { runId: id, windowId: 1 })).toMatchObject({
    ok: true,
  });
  await vi.waitFor(() => expect(hub.chats).toHaveLength(2), WAIT);
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it('[ST-03] [R1] a run cut short by the end of its background is interrupted, with the text that had come', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'stall', path: '/v1/chat/completions', afterChunks: 5 });
  extension.clickMenu('summarize', PARAGRAPH);
  const shown = await keptAnswer(extension.attach(1));
  extension.stopBackground();
  await extension.startBackground();
  const run = await extension.attach(1).waitFor('failed');
  expect(run).toMatchObject({ answer: shown, state: { error: { kind: 'interrupted' } } });
  expect(hub.chats).toHaveLength(1);
});

it('[R1] after a restart of the browser the next view of any window shows what it interrupted', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'stall', path: '/v1/chat/completions', afterChunks: 5 });
  extension.clickMenu('summarize', PARAGRAPH);
  const answer = await keptAnswer(extension.attach(1));
  await extension.restartBrowser();
  const run = await extension.attach(77).waitFor('failed');
  expect(run).toMatchObject({
    answer,
    quote: PARAGRAPH,
    state: { error: { kind: 'interrupted' } },
  });
  await extension.request('run.continue', { runId: run.id });
  const whole = await extension.attach(77).waitFor('done');
  expect(whole).toMatchObject({ id: run.id, seams: [answer.length] });
  expect(whole.answer).toBe(`${answer}${hub.chats[1]?.sentText}`);
});

it('sends nothing after a restart of the browser of what waited before it', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await hub.revoke();
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitForHold('sign-in');
  await extension.restartBrowser();
  await extension.attach(1).waitFor('failed');
  await extension.signIn();
  await extension.network.settle();
  expect(hub.chats).toEqual([]);
});

it('a view that has more of an interrupted answer than the journal gives it back', async () => {
  const { extension } = companion;
  await extension.signIn();
  companion.hub.fault({ kind: 'stall', path: '/v1/chat/completions', afterChunks: 5 });
  extension.clickMenu('summarize', PARAGRAPH);
  const answer = await keptAnswer(extension.attach(1));
  await extension.startBackground();
  const panel = extension.attach(1);
  const { id } = await panel.waitFor('failed');
  panel.say({ kind: 'recover', runId: id, answer: 'Something else', reasoning: '' });
  panel.say({ kind: 'recover', runId: id, answer: `${answer} and more`, reasoning: '' });
  await vi.waitFor(() => expect(panel.run?.answer).toBe(`${answer} and more`), WAIT);
  await extension.startBackground();
  expect(await extension.attach(1).waitFor('failed')).toMatchObject({
    answer: `${answer} and more`,
  });
});

it('a newer action takes the place of one that waits, which is never sent', async () => {
  const { extension, hub } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  const panel = extension.attach(1);
  await panel.waitFor('held');
  extension.clickMenu('explain', 'Another text about lenses.');
  await vi.waitFor(() => expect(panel.run).toMatchObject({ action: 'explain' }), WAIT);
  await extension.signIn();
  await panel.waitFor('done');
  expect(hub.chats).toHaveLength(1);
  expect(companion.sentText()).toBe('Another text about lenses.');
});

it('[AU-18] [TK-06] sign-out leaves no text and no answer anywhere, not even a late one', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('done');
  await vi.waitFor(async () => expect((await readKeptRuns(ADA))?.words).not.toEqual([]), WAIT);
  await extension.request('session.sign-out', { sub: ADA, deletesHistory: true });
  await vi.waitFor(async () => {
    expect(await readKeptRuns(ADA)).toBeUndefined();
    expect(await extension.storage('session')).toEqual({});
  }, WAIT);
});

it('asks before a sign-out deletes answers, and tells how many', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('done');
  await vi.waitFor(async () => {
    expect((await readKeptRuns(ADA))?.runs).toMatchObject([{ state: { kind: 'done' } }]);
  }, WAIT);
  expect(await extension.request('session.sign-out', { sub: ADA })).toEqual({
    ok: false,
    error: { kind: 'history-would-go', count: 1, sub: ADA },
  });
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'open' });
});

it('[R32] [TK-10] sets a damaged run aside whole, says so, and keeps the others', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  const { id } = await extension.attach(1).waitFor('done');
  await vi.waitFor(async () => expect((await readKeptRuns(ADA))?.words).not.toEqual([]), WAIT);
  extension.stopBackground();
  const database = await openDB(`companion-runs.${ADA}`);
  await database.put('runs', { startedAt: 5, id: 'damaged', conversation: 'x', underWay: 1 });
  await database.put('texts', 'A text of a damaged run', 5);
  database.close();
  await extension.startBackground();
  expect((await extension.attach(1).waitFor('done')).id).toBe(id);
  const kept = await readKeptRuns(ADA);
  expect(kept?.runs).toMatchObject([{ id }]);
  expect(JSON.stringify(kept?.damaged)).toContain('A text of a damaged run');
});

it('[R47] an action that wakes the background takes the place of the run that waited from before', async () => {
  const { extension, hub } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  extension.stopBackground();
  await Promise.all([
    extension.startBackground(),
    // The event that woke it is delivered as soon as its script has run.
    Promise.resolve().then(() => undefined),
  ]);
  extension.clickMenu('explain', 'Another text about lenses.');
  await extension.signIn();
  await extension.attach(1).waitFor('done');
  expect(hub.chats).toHaveLength(1);
  expect(companion.sentText()).toBe('Another text about lenses.');
});

it('[TK-06] runs of one person are neither shown to nor paid by the next', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await hub.revoke();
  extension.clickMenu('summarize', PARAGRAPH);
  const panel = extension.attach(1);
  await panel.waitForHold('sign-in');
  hub.signInAs('grace');
  await extension.signIn('session.add-account');
  expect(await extension.account()).toMatchObject({ username: 'grace' });
  await vi.waitFor(() => expect(panel.run).toBeUndefined(), WAIT);
  await extension.network.settle();
  expect(hub.chats).toEqual([]);
});

it('a closed window takes along what waited in it, and leaves what is under way', async () => {
  const { extension, hub } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  await fakeBrowser.windows.onRemoved.trigger(1);
  await vi.waitFor(async () => expect(await storedRuns()).toEqual([]), WAIT);
  await extension.signIn();
  expect(hub.chats).toEqual([]);
  const letGo = hub.hold();
  const panel = await companion.start(2);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  const { runId } = panel;
  await fakeBrowser.windows.onRemoved.trigger(2);
  letGo();
  const rows = await vi.waitFor(async () => {
    const page = await extension.request('history.list', { sub: ADA, query: 'lighthouse' });
    expect(page).toMatchObject({ ok: true, value: { rows: [{ id: runId }] } });
    return page;
  }, WAIT);
  expect(rows).toMatchObject({ value: { rows: [{ state: { kind: 'done' } }] } });
});

it('[TK-07] [R43] keeps nothing of a private window on disk, and nothing at all once it is closed', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  extension.privateWindows.add(3);
  const panel = await companion.start(3);
  await panel.waitFor('done');
  const second = extension.attach(3);
  expect(await second.waitFor('done')).toMatchObject({ quote: PARAGRAPH, page: null });
  await vi.waitFor(async () => expect(await storedRuns()).toHaveLength(1), WAIT);
  expect((await readKeptRuns(ADA))?.runs ?? []).toEqual([]);
  await fakeBrowser.windows.onRemoved.trigger(3);
  await vi.waitFor(async () => expect(await storedRuns()).toEqual([]), WAIT);
  expect(hub.chats).toHaveLength(1);
});

/** Names of what is stored of runs. */
async function storedRuns(): Promise<string[]> {
  const names = Object.keys(await companion.extension.storage('session'));
  return names.filter((name) => name.startsWith('run.'));
}

it('[TK-06] stores nothing of a run, not even for a moment, where the policy forbids it', async () => {
  const { extension, hub } = companion;
  await fakeBrowser.storage.managed.set({ HISTORY_DISABLED: true });
  const stored: string[] = [];
  fakeBrowser.storage.session.onChanged.addListener((changes) => {
    stored.push(...Object.keys(changes));
  });
  await extension.signIn();
  hub.fault({ kind: 'stall', path: '/v1/chat/completions', afterChunks: 5 });
  extension.clickMenu('summarize', PARAGRAPH);
  const panel = extension.attach(1);
  await panel.waitForText();
  await extension.request('run.stop', { runId: panel.runId });
  expect(await panel.waitFor('stopped')).toMatchObject({ quote: PARAGRAPH });
  await extension.network.settle();
  expect(stored).toContain('signIn');
  expect(stored.filter((name) => name.startsWith('run.'))).toEqual([]);
  extension.stopBackground();
  await extension.startBackground();
  expect(await extension.request('run.retry', { runId: panel.runId, windowId: 1 })).toMatchObject({
    error: { kind: 'run-gone' },
  });
});

it('forgets what is kept of runs when such a policy comes, and shows them on', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  const panel = extension.attach(1);
  await panel.waitFor('done');
  await vi.waitFor(async () => expect((await readKeptRuns(ADA))?.words).not.toEqual([]), WAIT);
  await fakeBrowser.storage.managed.set({ HISTORY_DISABLED: true });
  await vi.waitFor(async () => expect(await readKeptRuns(ADA)).toBeUndefined(), WAIT);
  expect(panel.run).toMatchObject({ quote: PARAGRAPH });
  expect(await extension.accessToken()).toBeDefined();
});

it('forgets what is kept of runs when such a policy has come meanwhile', async () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  await vi.waitFor(async () => expect(await storedRuns()).toHaveLength(1), WAIT);
  extension.stopBackground();
  await fakeBrowser.storage.managed.set({ HISTORY_DISABLED: true });
  await extension.startBackground();
  await vi.waitFor(async () => expect(await storedRuns()).toEqual([]), WAIT);
  expect(extension.attach(1).run).toBeUndefined();
});

/** Waits until a view shows the five words after which the Hub stalls, and they are kept too. */
async function keptAnswer(panel: FakeViewer): Promise<string> {
  return await vi.waitFor(async () => {
    const { answer = '' } = panel.run ?? {};
    expect(answer.split(' ')).toHaveLength(5);
    const kept = (await readKeptRuns(ADA))?.answers ?? [];
    expect(kept.map((piece) => piece.answer).join('')).toBe(answer);
    return answer;
  }, WAIT);
}
