import { expect, it, vi } from 'vitest';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import type { ScriptedAnswer } from '@/tests/hub/scripted-answer';
import type { SentRequest } from '@/utils/runs/run';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

/* What was sent, shown to the letter; how texts are mended and masked; texts sent again as edited. */

let script: ScriptedAnswer | undefined;
const companion = useCompanion({ script: () => script });

const PERSONAL =
  'Write to ada@example.org or grace@example.org, or call +49 30 1234567. The card is 4111 1111 1111 1111.';

const MENDABLE =
  'The lens of a lighthouse bends the light of a small flame into a\nbeam that is seen over twenty miles of sea, which is why sai-\nlors trusted it.';

async function start(text: string, action: 'summarize' | 'translate' = 'summarize') {
  const view = companion.extension.attach(1);
  await companion.extension.request('run.start', { windowId: 1, action, text });
  return view;
}

/** What the extension says was sent for the run that a view shows. */
async function said({ runId }: FakeViewer): Promise<SentRequest> {
  const answer = await companion.extension.request('run.sent', { runId });
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** Holds the extension to its word: the last request, byte for byte. */
async function compare(view: FakeViewer): Promise<SentRequest> {
  const sent = await said(view);
  const got = companion.hub.chats.at(-1)?.messages;
  expect(JSON.stringify(sent.messages)).toBe(JSON.stringify(got));
  const characters = sent.messages.reduce((sum, { content }) => sum + content.length, 0);
  expect(sent.characters).toBe(characters);
  expect(sent.tokens).toBeGreaterThan(0);
  return sent;
}

function answering(...pieces: string[]): void {
  script = { pieces, piecesPerSecond: 10_000 };
}

async function signIn(masks = false): Promise<void> {
  script = undefined;
  await companion.extension.signIn();
  if (masks) await companion.extension.change({ masks });
}

it('what was sent is what the server got, of a first turn', async () => {
  await signIn();
  const view = await start(PARAGRAPH);
  await view.waitFor('done');
  expect(await compare(view)).toMatchObject({ text: PARAGRAPH, isMasked: false });
});

it('what was sent is what the server got, of a text that was cut', async () => {
  const { extension } = companion;
  await signIn(true);
  answering('Short.');
  const view = await start(`${PERSONAL} ${'lighthouse '.repeat(100_000)}`);
  const { id: runId } = await view.waitForHold('confirmation');
  await extension.request('run.confirm', { runId });
  await view.waitFor('done');
  const sent = await compare(view);
  expect(sent.text.startsWith(`${PERSONAL} lighthouse`)).toBe(true);
  expect(sent.text.length).toBeLessThan(1_000_000);
});

it('broken lines are joined before sending, and the whole counts as sent', async () => {
  await signIn();
  const view = await start(MENDABLE);
  const run = await view.waitFor('done');
  expect(companion.sentText()).toBe(MENDABLE.replace('sai-\nlors', 'sailors').replace('\n', ' '));
  expect(run).toMatchObject({ sentCharacters: MENDABLE.length, brief: { isRepaired: true } });
  await compare(view);
});

it('nothing that is masked reaches the server, and the answer has it all', async () => {
  const { extension, hub } = companion;
  await signIn(true);
  answering(
    'Ask [EM',
    'AIL_1], not \\[email\\_2\\]; ',
    'call [PHONE_1',
    ']. Card: [CARD_1], [EMAIL_9]',
  );
  const view = await start(PERSONAL);
  const run = await view.waitFor('done');
  expect(run.answer).toBe(
    'Ask ada@example.org, not grace@example.org; call +49 30 1234567. Card: 4111 1111 1111 1111, [EMAIL_9]',
  );
  expect((await compare(view)).text).toBe(PERSONAL);

  await extension.request('run.follow-up', {
    runId: view.runId,
    question: 'Who is grace@example.org?',
    windowId: 1,
  });
  await vi.waitFor(() => expect(view.earlier).toHaveLength(1), WAIT);
  await view.waitFor('done');
  await compare(view);
  expect(hub.chats.at(-1)?.messages.at(-1)?.content).toBe('Who is [EMAIL_2]?');
  expect(JSON.stringify(hub.chats)).not.toMatch(/@example|1234567|4111/);
});

it('an answer that broke off is gone on with under the same mask', async () => {
  const { extension, hub } = companion;
  await signIn(true);
  answering('The address of Ada is ', '[EMAIL_1], and ', 'never comes');
  hub.fault({ kind: 'cut', path: '/v1/chat', afterChunks: 2 });
  const view = await start(PERSONAL);
  const broken = await view.waitFor('failed');
  expect(broken.answer).toContain('ada@example.org');
  answering('that of Grace is [EMAIL_2].');
  await extension.request('run.continue', { runId: broken.id });
  const run = await view.waitFor('done');
  expect(run.answer).toMatch(/ada@example\.org[\s\S]*grace@example\.org\.$/);
  await compare(view);
  expect(JSON.stringify(hub.chats)).not.toContain('@example');
});

it('a text is sent again as it was edited, without mending, and still masked', async () => {
  const { extension, hub } = companion;
  await signIn(true);
  const view = await start(MENDABLE, 'translate');
  const { id: runId } = await view.waitFor('done');
  const text = `${MENDABLE}\nada@example.org`;
  await extension.request('run.send-edited', { runId, text, windowId: 1 });
  await vi.waitFor(() => expect(view.runId).not.toBe(runId), WAIT);
  const again = await view.waitFor('done');
  expect(again).toMatchObject({ action: 'translate', brief: { isRepaired: false } });
  expect(companion.sentText()).toBe(`${MENDABLE}\n[EMAIL_1]`);
  await compare(view);
  expect(hub.chats).toHaveLength(2);
});

it('an edited text goes by its own language, not by that of the text before', async () => {
  const { extension, hub } = companion;
  await signIn();
  await extension.change({ language: 'zh-Hans', secondLanguage: 'fr' });
  const view = await start('灯塔的透镜把光汇聚成一束。', 'translate');
  const { id: runId } = await view.waitFor('done');
  expect(hub.chats[0]?.messages[0]?.content).toContain('into French');
  const text = 'Λάμπα του φάρου';
  await extension.request('run.send-edited', { runId, text, windowId: 1 });
  await vi.waitFor(() => expect(view.runId).not.toBe(runId), WAIT);
  const again = await view.waitFor('done');
  expect(again.brief).toMatchObject({ language: 'zh-Hans', isRepaired: false });
  expect(hub.chats[1]?.messages[0]?.content).toContain('into Simplified Chinese.');
});

it('is not told of runs of another account', async () => {
  const { extension, hub } = companion;
  await signIn();
  const view = await start(PARAGRAPH);
  const { id: runId } = await view.waitFor('done');
  hub.signInAs('grace');
  await extension.signIn('session.add-account');
  expect(await extension.request('run.sent', { runId })).toMatchObject({ ok: false });
});

it('answers come in the language that was chosen, and a translation leaves it', async () => {
  const { extension, hub } = companion;
  await signIn();
  await extension.change({ language: 'zh-Hans', secondLanguage: 'fr' });
  const view = await start(PARAGRAPH);
  await view.waitFor('done');
  expect(hub.chats[0]?.messages[0]?.content).toContain('in Simplified Chinese');
  await start('灯塔的透镜把光汇聚成一束。', 'translate');
  await vi.waitFor(() => expect(hub.chats).toHaveLength(2), WAIT);
  expect(hub.chats[1]?.messages[0]?.content).toContain('into French');
});

it('a word or two whose language nobody can tell go to whichever of the two they are not in', async () => {
  const { extension, hub } = companion;
  await signIn();
  await extension.change({ language: 'de', secondLanguage: 'fr' });
  const view = await start('Guten Morgen', 'translate');
  const run = await view.waitFor('done');
  const told = 'Translate the text into German; if it is in German already, into French.';
  expect(hub.chats[0]?.messages[0]?.content).toContain(told);
  expect(run.brief).toMatchObject({ language: 'de', otherwise: 'fr' });
  // It is read from the disk then.
  await extension.restartBrowser();
  await compare(view);
});
