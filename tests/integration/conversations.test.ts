import { expect, it, vi } from 'vitest';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

/* Follow-up questions, and answers that are gone on with. */

const companion = useCompanion();

/** A summary of the paragraph, done, in a view. */
async function summarize(): Promise<FakeViewer> {
  await companion.extension.signIn();
  const view = await companion.start();
  await view.waitFor('done');
  return view;
}

async function followUp(view: FakeViewer, question: string): Promise<string> {
  const { extension } = companion;
  const answer = await extension.request('run.follow-up', {
    runId: view.runId,
    question,
    windowId: 1,
  });
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  await vi.waitFor(() => expect(view.runId).toBe(answer.value), WAIT);
  return answer.value;
}

const sent = (index: number) => companion.hub.chats[index]?.messages ?? [];
const contents = (index: number) => sent(index).map(({ content }) => String(content));

it('a follow-up goes with the text, the answer so far and the question', async () => {
  const view = await summarize();
  const first = view.run;
  await followUp(view, 'How far does the flame reach?');
  const run = await view.waitFor('done');
  expect(run).toMatchObject({
    action: 'ask',
    question: 'How far does the flame reach?',
    quote: '',
  });
  expect(run.answer).toContain('twenty miles');
  expect(view.earlier).toMatchObject([{ id: first?.id, answer: first?.answer }]);
  expect(sent(1).map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(contents(1)[1]).toContain(PARAGRAPH);
  expect(contents(1).slice(2)).toEqual([first?.answer, 'How far does the flame reach?']);
});

it('a conversation goes on from the history, after the background was stopped', async () => {
  const { extension } = companion;
  const view = await summarize();
  const { runId } = view;
  await followUp(view, 'Who trusted it?');
  await view.waitFor('done');
  await companion.start(1, 'Another text about mills.');
  await extension.startBackground();
  await extension.request('run.show', { runId, windowId: 1 });
  const again = extension.attach(1);
  await vi.waitFor(() => expect(again.earlier.map(({ id }) => id)).toEqual([runId]), WAIT);
  await followUp(again, 'How far does the flame reach?');
  await again.waitFor('done');
  expect(again.earlier).toHaveLength(2);
  expect(contents(-1 + companion.hub.chats.length)).toHaveLength(6);
});

it('what failed without a word is not part of what is sent, and Try again takes its place', async () => {
  const { hub, extension } = companion;
  const view = await summarize();
  hub.fault({ kind: 'status', path: '/v1/chat', status: 402, body: { error: 'no credits' } });
  await followUp(view, 'Who trusted it?');
  const failed = await view.waitFor('failed');
  await extension.request('run.retry', { runId: failed.id, windowId: 1 });
  await vi.waitFor(() => expect(view.runId).not.toBe(failed.id), WAIT);
  await view.waitFor('done');
  expect(view.earlier).toHaveLength(1);
  expect(contents(2).filter((content) => content === 'Who trusted it?')).toHaveLength(1);
});

it('says how many of the oldest questions had no room', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.choose('demo/short-memory-3b');
  const view = await companion.start();
  await view.waitFor('done');
  const question = `What about ${'the lens '.repeat(900)}?`;
  for (let turn = 0; turn < 4; turn += 1) {
    await followUp(view, question);
    await view.waitFor('done');
  }
  expect(view.run?.droppedTurns).toBeGreaterThan(0);
  expect(contents(4)[1]).toContain(PARAGRAPH);
});

it('Continue goes on with the same run from its last word, and marks where', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'cut', path: '/v1/chat', afterChunks: 4 });
  const view = await companion.start();
  const { id, answer } = await view.waitFor('failed');
  expect(await extension.request('run.continue', { runId: id })).toMatchObject({ ok: true });
  const whole = await view.waitFor('done');
  expect(whole).toMatchObject({ id, seams: [answer.length] });
  expect(whole.answer).toBe(answer + hub.chats[1]?.sentText);
  expect(sent(1).map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(contents(1)[2]).toBe(answer);
});

it('Continue after Stop goes on as well, and a second click on it changes nothing', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const view = await companion.start();
  await vi.waitFor(() => expect(view.run?.answer.split(' ')).toHaveLength(3), WAIT);
  await extension.request('run.stop', { runId: view.runId });
  const { answer } = await view.waitFor('stopped');
  letGo();
  await Promise.all([1, 2].map(() => extension.request('run.continue', { runId: view.runId })));
  const whole = await view.waitFor('done');
  expect(whole.answer).toBe(answer + hub.chats[1]?.sentText);
  expect(hub.chats).toHaveLength(2);
});

it('[R19] [ST-12] an answer that broke off is never asked for again unasked', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'cut', path: '/v1/chat', afterChunks: 1 });
  const view = await companion.start();
  await view.waitFor('failed');
  await extension.network.settle();
  expect(hub.chats).toHaveLength(1);
});

it('Try again with another model is for that run alone', async () => {
  const { extension, hub } = companion;
  const view = await summarize();
  const before = view.run?.choice?.model;
  const other = 'demo/gilded-400b';
  await extension.request('run.retry', {
    runId: view.runId,
    windowId: 1,
    override: { choice: { model: other } },
  });
  await vi.waitFor(() => expect(hub.chats[1]?.model).toBe(other), WAIT);
  await view.waitFor('done');
  expect(view.run?.choice?.model).toBe(other);
  await companion.start(2, 'Another text about mills.');
  await vi.waitFor(() => expect(hub.chats).toHaveLength(3), WAIT);
  expect(hub.chats[2]?.model).toBe(before);
});

it('a follow-up that broke off is gone on with in its conversation, though nothing shows that any more', async () => {
  const { extension, hub } = companion;
  const view = await summarize();
  view.say({ kind: 'seen', runId: view.runId });
  hub.fault({ kind: 'cut', path: '/v1/chat', afterChunks: 4 });
  const runId = await followUp(view, 'How far does the flame reach?');
  await view.waitFor('failed');
  await extension.request('run.start', { windowId: 1, action: 'explain', text: 'Of mills.' });
  await vi.waitFor(() => expect(view.run?.quote).toBe('Of mills.'), WAIT);
  await view.waitFor('done');
  await extension.request('run.continue', { runId });
  await vi.waitFor(() => expect(hub.chats).toHaveLength(4), WAIT);
  expect(contents(3)[1]).toContain(PARAGRAPH);
  expect(contents(3)[3]).toBe('How far does the flame reach?');
});
