import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
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
  expect(await extension.request('run.retry', { runId: id })).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(hub.chats).toHaveLength(2), WAIT);
  expect(companion.sentText()).toBe(PARAGRAPH);
});

it('[ST-03] [R1] a run cut short by the end of its background is interrupted, with the text that had come', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'stall', path: '/v1/chat/completions', afterChunks: 5 });
  extension.clickMenu('summarize', PARAGRAPH);
  const first = extension.attach(1);
  const shown = await vi.waitFor(async () => {
    const { answer = '', id = '' } = first.run ?? {};
    expect(answer).not.toBe('');
    expect((await extension.storage('session'))[`answer.${id}`]).toBe(answer);
    return answer;
  }, WAIT);
  extension.stopBackground();
  await extension.startBackground();
  const run = await extension.attach(1).waitFor('failed');
  expect(run).toMatchObject({ answer: shown, state: { error: { kind: 'interrupted' } } });
  expect(hub.chats).toHaveLength(1);
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

it('[AU-18] sign-out leaves no text and no answer in storage, not even a late one', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('done');
  await extension.request('session.sign-out', { sub: ADA });
  await vi.waitFor(async () => expect(await extension.storage('session')).toEqual({}), WAIT);
});

it('forgets a damaged run and keeps the others', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('done');
  extension.stopBackground();
  await fakeBrowser.storage.session.set({ 'run.damaged': { id: 7 } });
  await extension.startBackground();
  expect((await extension.attach(1).waitFor('done')).quote).toBe(PARAGRAPH);
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

it('a closed window takes its run along', async () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  await fakeBrowser.windows.onRemoved.trigger(1);
  await vi.waitFor(async () => expect(await extension.storage('session')).toEqual({}), WAIT);
});

/** Names of what is stored of runs. */
async function storedRuns(): Promise<string[]> {
  const names = Object.keys(await companion.extension.storage('session'));
  return names.filter((name) => /^(run|answer)\./.test(name));
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
  expect(stored.filter((name) => /^(run|answer)\./.test(name))).toEqual([]);
  extension.stopBackground();
  await extension.startBackground();
  expect(await extension.request('run.retry', { runId: panel.runId })).toMatchObject({
    error: { kind: 'run-gone' },
  });
});

it('forgets what is stored of runs when such a policy comes, and shows them on', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.clickMenu('summarize', PARAGRAPH);
  const panel = extension.attach(1);
  await panel.waitFor('done');
  await vi.waitFor(async () => expect(await storedRuns()).toHaveLength(2), WAIT);
  await fakeBrowser.storage.managed.set({ HISTORY_DISABLED: true });
  await vi.waitFor(async () => expect(await storedRuns()).toEqual([]), WAIT);
  expect(panel.run).toMatchObject({ quote: PARAGRAPH });
  expect(await extension.accessToken()).toBeDefined();
});

it('forgets what is stored of runs when such a policy has come meanwhile', async () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  await vi.waitFor(async () => expect(await storedRuns()).toHaveLength(2), WAIT);
  extension.stopBackground();
  await fakeBrowser.storage.managed.set({ HISTORY_DISABLED: true });
  await extension.startBackground();
  await vi.waitFor(async () => expect(await storedRuns()).toEqual([]), WAIT);
  expect(extension.attach(1).run).toBeUndefined();
});
