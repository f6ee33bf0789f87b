import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

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
  await extension.request('session.sign-out', {});
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
  await extension.request('session.sign-in', {});
  await vi.waitFor(async () => {
    expect(await extension.storage('local')).toMatchObject({ account: { username: 'grace' } });
  }, WAIT);
  await vi.waitFor(() => expect(panel.run).toBeUndefined(), WAIT);
  expect(hub.chats).toEqual([]);
  expect(JSON.stringify(await extension.storage('session'))).not.toContain('lighthouse');
});

it('a closed window takes its run along', async () => {
  const { extension } = companion;
  extension.clickMenu('summarize', PARAGRAPH);
  await extension.attach(1).waitFor('held');
  await fakeBrowser.windows.onRemoved.trigger(1);
  await vi.waitFor(async () => expect(await extension.storage('session')).toEqual({}), WAIT);
});
