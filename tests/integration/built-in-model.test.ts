import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import { readKeptRuns } from '@/tests/fakes/kept-runs';
import type { RunPortEvent } from '@/utils/messaging/protocol';
import { BUILT_IN_CHOICE } from '@/utils/models/built-in';
import { createRunModel } from '@/utils/state/run-model';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

/* The browser's own model: only pages have it, so the background asks one of them. */

const companion = useCompanion();
const PERSONAL = `${PARAGRAPH} Write to ada@example.org.`;

/** A view whose run has met the wall. */
async function atTheWall(text = PARAGRAPH): Promise<FakeViewer> {
  companion.hub.fault({
    kind: 'status',
    path: '/v1/chat/completions',
    status: 402,
    body: { error: 'You have depleted your monthly included credits.' },
  });
  const view = await companion.start(1, text);
  await view.waitFor('failed');
  return view;
}

function retry(view: FakeViewer) {
  const override = { choice: BUILT_IN_CHOICE };
  return companion.extension.request('run.retry', { runId: view.runId, windowId: 1, override });
}

/** What a view is asked, once it is. */
async function askedOf(view: FakeViewer): Promise<Extract<RunPortEvent, { kind: 'infer' }>> {
  return await vi.waitFor(() => {
    const asked = view.asked.at(-1);
    if (!asked) throw new Error('nothing was asked');
    return asked;
  }, WAIT);
}

/** Goes on with the browser's own model, as far as the question to the view. */
async function goOn(view: FakeViewer): Promise<string> {
  const before = view.asked.length;
  await retry(view);
  await vi.waitFor(() => expect(view.asked).toHaveLength(before + 1), WAIT);
  return (await askedOf(view)).id;
}

it('[R22] answers what the credits no longer pay for, in one of the views; nothing leaves the computer, and there is no bill', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.change({ masks: true });
  const others = [extension.attach(1), extension.attach(2)];
  const view = await atTheWall(PERSONAL);
  expect(view.run?.state).toMatchObject({ error: { kind: 'credits-used-up', builtIn: true } });
  const [chats, ledgers] = [hub.chats.length, (await extension.storage('local'))['ledgers']];
  const id = await goOn(view);
  const { messages, maxTokens } = await askedOf(view);
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
  expect(messages[1]?.content).toContain('A lighthouse lens bends light.');
  expect(messages[1]?.content).not.toContain('ada@example.org');
  expect(maxTokens).toBeGreaterThan(0);
  const placeholder = /Write to (\S+)\./.exec(messages[1]?.content ?? '')?.[1] ?? '';
  view.say({ kind: 'inferred', id, text: `Ask ${placeholder.slice(0, 3)}` });
  view.say({ kind: 'inferred', id, text: `${placeholder.slice(3)}, who knows.` });
  view.say({ kind: 'inferred-end', id, end: 'stop' });
  expect(await view.waitFor('done')).toMatchObject({
    answer: 'Ask ada@example.org, who knows.',
    choice: BUILT_IN_CHOICE,
    receipt: null,
  });
  expect(others.flatMap(({ asked }) => asked)).toEqual([]);
  expect(view.asked).toHaveLength(1);
  expect(hub.chats).toHaveLength(chats);
  expect((await extension.storage('local'))['ledgers']).toEqual(ledgers);
  await vi.waitFor(async () => {
    const kept = await readKeptRuns(ADA);
    expect(kept?.answers.map(({ answer }) => answer)).toContain('Ask ada@example.org, who knows.');
  }, WAIT);
});

it('[R22] needs no sign-in', async () => {
  const { extension } = companion;
  const view = await companion.start();
  await view.waitForHold('sign-in');
  await extension.change({ choices: { default: BUILT_IN_CHOICE } });
  const { id } = await askedOf(view);
  view.say({ kind: 'inferred', id, text: 'Light bends.' });
  view.say({ kind: 'inferred-end', id, end: 'length' });
  expect((await view.waitFor('done')).state).toEqual({ kind: 'done', finish: 'length' });
});

it('takes an answer from the view that was asked alone, and only until it has ended', async () => {
  const { extension } = companion;
  await extension.signIn();
  const foreign = extension.attach(1);
  const view = await atTheWall();
  const id = await goOn(view);
  foreign.say({ kind: 'inferred', id, text: 'Forged.' });
  foreign.say({ kind: 'inferred-end', id, end: 'stop' });
  view.say({ kind: 'inferred', id: view.runId, text: 'Of no question.' });
  await vi.waitFor(() => {
    expect(foreign.toldToStop).toEqual([id, id]);
    expect(view.toldToStop).toEqual([view.runId]);
  }, WAIT);
  view.say({ kind: 'inferred', id, text: 'Light bends.' });
  view.say({ kind: 'inferred-end', id, end: 'stop' });
  view.say({ kind: 'inferred', id, text: 'Too late.' });
  await vi.waitFor(() => expect(view.toldToStop).toContain(id), WAIT);
  expect((await view.waitFor('done')).answer).toBe('Light bends.');
});

it('[R22] is stopped by Stop, and what still comes of it is not in an answer that is gone on with', async () => {
  const { extension } = companion;
  await extension.signIn();
  const view = await atTheWall();
  const first = await goOn(view);
  view.say({ kind: 'inferred', id: first, text: 'Light ' });
  await view.waitForText();
  await extension.request('run.stop', { runId: view.runId });
  await view.waitFor('stopped');
  await vi.waitFor(() => expect(view.toldToStop).toEqual([first]), WAIT);
  await extension.request('run.continue', { runId: view.runId });
  await vi.waitFor(() => expect(view.asked).toHaveLength(2), WAIT);
  const { id, messages } = await askedOf(view);
  expect(messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  view.say({ kind: 'inferred', id: first, text: 'Too late.' });
  view.say({ kind: 'inferred', id, text: 'bends.' });
  view.say({ kind: 'inferred-end', id, end: 'stop' });
  expect((await view.waitFor('done')).answer).toBe('Light bends.');
});

it('[R22] is interrupted when the view goes; what had come is kept, and another view goes on', async () => {
  const { extension } = companion;
  await extension.signIn();
  const view = await atTheWall();
  const id = await goOn(view);
  view.say({ kind: 'inferred', id, text: 'Light ' });
  await view.waitForText();
  view.close();
  const next = extension.attach(1);
  expect(await next.waitFor('failed')).toMatchObject({
    answer: 'Light ',
    state: { error: { kind: 'interrupted' } },
  });
  await extension.request('run.continue', { runId: next.runId });
  const again = await askedOf(next);
  next.say({ kind: 'inferred', id: again.id, text: 'bends.' });
  next.say({ kind: 'inferred-end', id: again.id, end: 'stop' });
  expect((await next.waitFor('done')).answer).toBe('Light bends.');
});

it.each(['text-too-long', 'built-in-unavailable', 'stream-cut'] as const)(
  '[R22] says %s as the view found it',
  async (end) => {
    await companion.extension.signIn();
    const view = await atTheWall();
    const id = await goOn(view);
    view.say({ kind: 'inferred-end', id, end });
    expect((await view.waitFor('failed')).state).toMatchObject({ error: { kind: end } });
  },
);

it('[R22] can’t be used where no view is there to ask it', async () => {
  const { extension } = companion;
  await extension.signIn();
  const view = await atTheWall();
  const { runId } = view;
  view.close();
  const override = { choice: BUILT_IN_CHOICE };
  await extension.request('run.retry', { runId, windowId: 1, override });
  await vi.waitFor(async () => {
    expect(JSON.stringify((await readKeptRuns(ADA))?.runs)).toContain('built-in-unavailable');
  }, WAIT);
  expect((await extension.attach(1).waitFor('failed')).state).toMatchObject({
    error: { kind: 'built-in-unavailable' },
  });
});

it.each<Record<string, string[]>>([
  { ALLOWED_MODELS: ['demo/*'] },
  { ALLOWED_PROVIDERS: ['quill'] },
])('is not asked under the policy %o', async (policy) => {
  const { extension } = companion;
  await extension.signIn();
  const view = await atTheWall();
  await fakeBrowser.storage.managed.set(policy);
  await retry(view);
  await vi.waitFor(
    () => expect(view.run?.state).toMatchObject({ error: { kind: 'endpoint-not-allowed' } }),
    WAIT,
  );
  expect(view.asked).toEqual([]);
});

it('[R22] is asked by a page as it shows the run, until Stop', async () => {
  const { extension } = companion;
  vi.stubGlobal('document', { hidden: true, addEventListener: () => undefined });
  const signals: AbortSignal[] = [];
  vi.stubGlobal('LanguageModel', {
    availability: () => Promise.resolve('available'),
    create: () =>
      Promise.resolve({
        promptStreaming: async function* (_input: string, { signal }: { signal: AbortSignal }) {
          signals.push(signal);
          yield 'Light bends.';
          await new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
        },
        destroy: () => undefined,
      }),
  });
  await extension.change({ choices: { default: BUILT_IN_CHOICE } });
  const { run, answer } = createRunModel(1);
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: PARAGRAPH });
  await vi.waitFor(() => expect(answer.value).toBe('Light bends.'), WAIT);
  await extension.request('run.stop', { runId: run.value?.id ?? '' });
  await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([true]), WAIT);
  expect(run.value?.state.kind).toBe('stopped');
});
