import { expect, it, vi } from 'vitest';
import { createRunModel } from '@/utils/state/run-model';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const OTHER = 'A tide mill grinds twice a day. The sea does the work. The miller keeps its hours.';

function start(windowId: number, text = PARAGRAPH): Promise<unknown> {
  return companion.extension.request('run.start', { windowId, action: 'summarize', text });
}

it('two windows do not see each other’s runs', async () => {
  const { extension } = companion;
  await extension.signIn();
  const [first, second] = [extension.attach(1), extension.attach(2)];
  await Promise.all([start(1), start(2, OTHER)]);
  const one = await first.waitFor('done');
  const two = await second.waitFor('done');
  expect(one).toMatchObject({ quote: PARAGRAPH });
  expect(two).toMatchObject({ quote: OTHER });
  expect(JSON.stringify(first.events)).not.toContain('tide mill');
  expect(JSON.stringify(second.events)).not.toContain('lighthouse');
});

it('two views of a window show the same', async () => {
  const { extension } = companion;
  await extension.signIn();
  const [first, second] = [extension.attach(1), extension.attach(1)];
  await start(1);
  expect(await first.waitFor('done')).toEqual(await second.waitFor('done'));
});

it('[R6] a view that comes in the middle gets what there is, then the rest, and ends alike', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const first = extension.attach(1);
  await start(1);
  await first.waitForText();
  const letGo = hub.hold();
  const second = extension.attach(1);
  await second.waitForText();
  const [snapshot] = second.events;
  letGo();
  const run = await first.waitFor('done');
  expect(await second.waitFor('done')).toEqual(run);
  expect(snapshot).toMatchObject({ kind: 'snapshot', run: { state: { kind: 'streaming' } } });
  const begun = snapshot?.kind === 'snapshot' ? (snapshot.run?.answer ?? '') : '';
  expect(begun).not.toBe('');
  const deltas = second.events.map((event) => (event.kind === 'delta' ? event.text : ''));
  expect(begun + deltas.join('')).toBe(run.answer);
});

it('[ST-05] [R6] goes on when all views are closed, and shows all to the next one', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  await start(1);
  await panel.waitForText();
  panel.close();
  const letGo = hub.hold();
  const events = panel.events.length;
  letGo();
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  const later = extension.attach(1);
  expect((await later.waitFor('done')).answer).toBe(hub.chats[0]?.sentText);
  expect(panel.events).toHaveLength(events);
});

it('shows a finished run to a view that comes later, and none to another window', async () => {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  await start(1);
  const run = await panel.waitFor('done');
  expect(await extension.attach(1).waitFor('done')).toEqual(run);
  const elsewhere = extension.attach(2);
  await vi.waitFor(
    () =>
      expect(elsewhere.events).toEqual([
        { kind: 'snapshot', run: null, earlier: [], viewer: expect.anything() },
      ]),
    WAIT,
  );
});

it('a view goes over to the newest run of its window; the one before goes on, and is found again', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  const letGo = hub.hold();
  await start(1);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  const first = panel.runId;
  await start(1, OTHER);
  await vi.waitFor(() => expect(panel.run?.quote).toBe(OTHER), WAIT);
  letGo();
  expect((await panel.waitFor('done')).answer).not.toContain('lighthouse');
  await extension.request('run.show', { runId: first, windowId: 1 });
  expect(await panel.waitFor('done')).toMatchObject({ id: first, quote: PARAGRAPH });
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  expect(panel.run?.answer).toBe(hub.chats[0]?.sentText);
});

it('a second click on the same action while it runs is the same run', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  const [first, second] = await Promise.all([start(1), start(1)]);
  expect(second).toEqual(first);
  await panel.waitFor('done');
  expect(hub.chats).toHaveLength(1);
});

it('quotes the beginning of a long text only', async () => {
  const { extension } = companion;
  const panel = extension.attach(1);
  await start(1, 'x'.repeat(100_000));
  const { quote, textLength } = await panel.waitForHold('sign-in');
  expect(quote).toHaveLength(4_000);
  expect(textLength).toBe(100_000);
});

it('[ST-03] [R1] a view keeps the text of a run whose background was stopped, as interrupted', async () => {
  const { extension, hub } = companion;
  vi.stubGlobal('document', { hidden: true, addEventListener: () => undefined });
  await extension.signIn();
  const { run, answer } = createRunModel(1);
  await start(1);
  await vi.waitFor(() => expect(answer.value).not.toBe(''), WAIT);
  const letGo = hub.hold();
  await extension.startBackground();
  await vi.waitFor(() => {
    expect(run.value?.state).toEqual({ kind: 'failed', error: { kind: 'interrupted' } });
  }, WAIT);
  letGo();
  expect(answer.value).not.toBe('');
  expect(run.value?.quote).toBe(PARAGRAPH);
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('aborted'), WAIT);
  expect(hub.chats).toHaveLength(1);
});

it('[R1] what a view shows beyond the journal is kept, and there once, when the background is killed', async () => {
  const { extension, hub } = companion;
  vi.stubGlobal('document', { hidden: true, addEventListener: () => undefined });
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 5 });
  const { run, answer } = createRunModel(1);
  await start(1);
  await vi.waitFor(() => expect(answer.value.match(/\S+/g)).toHaveLength(5), WAIT);
  const shown = answer.value;
  // Before the second after which text is written.
  await extension.startBackground();
  await vi.waitFor(() => {
    expect(run.value?.state).toEqual({ kind: 'failed', error: { kind: 'interrupted' } });
    expect(answer.value).toBe(shown);
  }, WAIT);
  expect((await extension.attach(1).waitFor('failed')).answer).toBe(shown);
  expect(answer.value).toBe(shown);
  letGo();
});

it('[R1] a view that comes while a new background still reads what was kept hears nothing before it knows', async () => {
  const { extension } = companion;
  await extension.signIn();
  const panel = extension.attach(1);
  await start(1);
  await panel.waitFor('done');
  await extension.startBackground();
  const early = extension.attach(1);
  await early.waitFor('done');
  expect(early.events.map(({ kind }) => kind)).not.toContain('cleared');
});
