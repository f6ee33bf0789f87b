import { describe, expect, it } from 'vitest';
import { readEndpointKey } from '@/utils/endpoints/endpoint-key';
import { ADA, useCompanion } from './companion';
import { KEY, useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);

describe('an own endpoint', () => {
  it.each(['llama.cpp', 'Ollama', 'vLLM', 'TGI'] as const)(
    'answers like %s without anybody being signed in, and nothing goes to Hugging Face',
    async (kind) => {
      const { hub, extension } = companion;
      const server = await servers.serve({ kind });
      await servers.use(server.origin);
      const view = await companion.start();
      const { answer, choice } = await view.waitFor('done');
      expect(answer).toBe(server.chats[0]?.sentText);
      expect(answer).not.toBe('');
      expect(choice).toMatchObject({ model: 'lens-7b' });
      expect(server.chats[0]?.body).toMatchObject({ model: 'lens-7b', stream: true });
      expect(hub.requests).toEqual([]);
      // As of nobody: not on disk.
      expect(Object.keys(await extension.storage('session'))).toContain(`run.${view.runId}`);
    },
  );

  it('needs no client id either', async () => {
    await companion.install({ clientId: undefined });
    const server = await servers.serve();
    await servers.use(server.origin);
    await (await companion.start()).waitFor('done');
    expect(server.chats).toHaveLength(1);
  });

  it('keeps the names of its models, and the choice among them while it is there', async () => {
    const { extension } = companion;
    const server = await servers.serve();
    const id = await servers.add(`${server.localhost}/v1/chat/completions`);
    expect(await servers.stored()).toMatchObject([
      { id, url: `${server.localhost}/v1`, name: new URL(server.localhost).host, models: [] },
    ]);
    await extension.request('endpoints.check', { id });
    expect(await servers.stored()).toMatchObject([
      { models: ['lens-7b', 'lens-8b'], model: 'lens-7b' },
    ]);
    await extension.request('endpoints.change', { id, model: 'lens-8b', name: ' Home ' });
    await extension.request('endpoints.check', { id });
    expect(await servers.stored()).toMatchObject([{ model: 'lens-8b', name: 'Home' }]);
  });

  it.each([
    ['vLLM', 32_768, 106_000],
    ['llama.cpp', 32_768, 106_000],
    ['llama.cpp', 4_096, 8_000],
    // Which say nothing.
    ['Ollama', 32_768, 48_000],
  ] as const)('is sent as much as %s says that it takes: %i tokens', async (kind, size, about) => {
    const { extension } = companion;
    const server = await servers.serve({ kind, contextLength: size });
    await servers.use(server.origin);
    const view = extension.attach(1);
    const text = 'lighthouse '.repeat(20_000);
    await extension.request('run.start', { windowId: 1, action: 'summarize', text });
    const { state } = await view.waitForHold('confirmation');
    if (!('sendCharacters' in state)) throw new Error(state.kind);
    expect(state.sendCharacters / about).toBeGreaterThan(0.9);
    expect(state.sendCharacters / about).toBeLessThan(1.1);
  });

  it.each([[-1], [0.5], ['32768'], [null], [{}]])(
    'keeps its models where it says nonsense about what they take: %j',
    async (contextLength) => {
      const server = await servers.serve({ kind: 'vLLM', contextLength: contextLength as number });
      await servers.use(server.origin);
      expect(await servers.stored()).toMatchObject([{ models: ['lens-7b', 'lens-8b'] }]);
      await (await companion.start()).waitFor('done');
    },
  );

  it('takes up a run that waits for a sign-in as soon as it is chosen', async () => {
    const server = await servers.serve();
    const view = await companion.start();
    await view.waitForHold('sign-in');
    await servers.use(server.origin);
    await view.waitFor('done');
    expect(server.chats).toHaveLength(1);
  });

  it('serves one run alone, and keeps it in the history of the account', async () => {
    const { extension, hub } = companion;
    await extension.signIn();
    const server = await servers.serve();
    const id = await servers.add(server.origin);
    const view = await companion.start();
    await view.waitFor('done');
    const override = { choice: { model: 'lens-7b', endpoint: id } };
    await extension.request('run.retry', { runId: view.runId, windowId: 1, override });
    await view.waitFor('done');
    expect(server.chats).toHaveLength(1);
    expect(hub.chats).toHaveLength(1);
    const history = await extension.request('history.list', { sub: ADA, query: '' });
    expect(history).toMatchObject({ ok: true, value: { rows: [{}, {}] } });
  });

  it('stops its request with the run', async () => {
    const server = await servers.serve();
    await servers.use(server.origin);
    const release = server.hold({ afterWords: 2 });
    const view = await companion.start();
    await view.waitForText();
    await companion.extension.request('run.stop', { runId: view.runId });
    await view.waitFor('stopped');
    await expect.poll(() => server.chats[0]?.state).toBe('aborted');
    release();
  });

  it('goes with its key, its access and where it was chosen', async () => {
    const { extension } = companion;
    const server = await servers.serve({ key: KEY });
    // What the local Hub has is needed for more.
    const { id } = await servers.use(server.localhost, { key: KEY });
    const other = await servers.add(server.localhost);
    await extension.request('endpoints.remove', { id: other });
    expect(servers.removed).toEqual([]);
    await extension.request('endpoints.remove', { id });
    expect(await servers.stored()).toEqual([]);
    expect(await readEndpointKey(id)).toBeUndefined();
    expect(servers.removed).toEqual(['http://localhost/*']);
    expect(await extension.storage('local')).toMatchObject({
      settingsByAccount: { '': { choices: {} } },
    });
    const view = await companion.start();
    await view.waitForHold('sign-in');
  });
});
