import { expect, it, vi } from 'vitest';
import { PARAGRAPH, useCompanion, WAIT } from './companion';
import { useOwnServers } from './own-servers';

/* Conversations that began before anybody had signed in. */

const companion = useCompanion();
const servers = useOwnServers(companion);

/** A conversation that nobody has begun on an own endpoint, and Ada has gone on with. */
async function begin() {
  const { extension } = companion;
  const server = await servers.serve();
  await servers.use(server.origin);
  const view = await companion.start();
  const { id: first } = await view.waitFor('done');
  await extension.signIn();
  await vi.waitFor(() => expect(view.runId).toBe(first), WAIT);
  const question = 'What did Ada never tell Grace?';
  await extension.request('run.follow-up', { runId: first, question, windowId: 1 });
  await vi.waitFor(() => expect(view.runId).not.toBe(first), WAIT);
  const { id: second } = await view.waitFor('done');
  expect(server.chats).toHaveLength(2);
  return { server, first, second, question };
}

it('the next account neither sends nor sees what another asked in one that nobody began', async () => {
  const { extension, hub } = companion;
  const { server, first, question } = await begin();
  hub.signInAs('grace');
  await extension.signIn('session.add-account');
  const asked = { runId: first, question: 'And how far?', windowId: 1 };
  const answer = await extension.request('run.follow-up', asked);
  if (answer?.ok) {
    await vi.waitFor(() => expect(server.chats).toHaveLength(3), WAIT);
    const sent = await extension.request('run.sent', { runId: answer.value });
    expect(JSON.stringify(sent)).not.toContain(question);
  }
  expect(JSON.stringify(server.chats.slice(2))).not.toContain(question);
});

it('what was sent is still said to the letter after a restart of the browser', async () => {
  const { extension } = companion;
  const { server, second } = await begin();
  await extension.restartBrowser();
  const sent = await extension.request('run.sent', { runId: second });
  expect(sent).toMatchObject({ ok: true, value: { messages: server.chats[1]?.messages } });
  expect(JSON.stringify(sent)).toContain(PARAGRAPH);
});

it('a text that has gone to an own endpoint alone stays there in follow-ups, whatever is chosen since', async () => {
  const { extension, hub } = companion;
  const { server, second } = await begin();
  await extension.choose('demo/extractive');
  await extension.request('run.follow-up', { runId: second, question: 'And why?', windowId: 1 });
  await vi.waitFor(() => expect(server.chats).toHaveLength(3), WAIT);
  expect(hub.chats).toEqual([]);
});
