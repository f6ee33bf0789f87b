import { describe, expect, it } from 'vitest';
import { PARAGRAPH, useCompanion } from './companion';
import { KEY, useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);

describe('what is wrong with an own endpoint', () => {
  /** As real browsers do with each POST to a server on this computer. */
  function nameOrigin(): void {
    companion.extension.network.before('/v1', (request) =>
      request.headers.set('origin', 'chrome-extension://abc'),
    );
  }

  async function failure(url: string, more: { key?: string; model?: string } = {}) {
    const { check } = await servers.use(url, more);
    const { state } = await (await companion.start()).waitFor('failed');
    return { check, state };
  }

  it('is told when it does not run, by list and by run', async () => {
    const server = await servers.serve();
    await server.close();
    const error = {
      kind: 'endpoint-unreachable',
      host: new URL(server.origin).host,
      isLocal: true,
    };
    expect(await failure(server.origin)).toMatchObject({ check: { error }, state: { error } });
  });

  it('is told when there is no network, which a server on this computer does not need', async () => {
    const server = await servers.serve();
    await server.close();
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      expect(await failure(server.origin)).toMatchObject({
        state: { error: { kind: 'endpoint-unreachable' } },
      });
    } finally {
      Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    }
  });

  it.each([
    [undefined, 'nothing'],
    ['sk-wrong', 'key'],
  ])('is told when it does not take the key %j', async (key, by) => {
    const { origin } = await servers.serve({ kind: 'vLLM', key: KEY });
    const error = { kind: 'endpoint-refused', by };
    expect(await failure(origin, key === undefined ? {} : { key })).toMatchObject({
      check: { error },
      state: { error },
    });
  });

  it('is told when Ollama does not know our origin, and nothing is asked again', async () => {
    const server = await servers.serve({ kind: 'Ollama' });
    nameOrigin();
    const error = { kind: 'endpoint-refused', by: 'origin' };
    expect(await failure(server.origin)).toMatchObject({ check: { error }, state: { error } });
    const posts = server.requests.filter(({ method }) => method === 'POST');
    expect(posts.filter(({ headers }) => headers.accept === 'text/event-stream')).toHaveLength(1);
  });

  it('is nothing once OLLAMA_ORIGINS names extensions', async () => {
    const { origin } = await servers.serve({ kind: 'Ollama', origins: ['chrome-extension://*'] });
    nameOrigin();
    await servers.use(origin);
    await (await companion.start()).waitFor('done');
  });

  it('is told when another program answers', async () => {
    const { origin } = await servers.serve({ kind: 'another program' });
    const error = { kind: 'endpoint-not-compatible' };
    expect(await failure(origin)).toMatchObject({ check: { error }, state: { error } });
  });

  it.each(['Ollama', 'vLLM'] as const)('is told when %s has the model no more', async (kind) => {
    const { origin } = await servers.serve({ kind });
    expect(await failure(origin, { model: 'gone-3b' })).toMatchObject({
      check: { ok: true },
      state: { error: { kind: 'endpoint-model-gone', model: 'gone-3b' } },
    });
  });

  it('is told when it was removed', async () => {
    await companion.extension.change({
      choices: { default: { model: 'lens-7b', endpoint: 'no-such' } },
    });
    const { state } = await (await companion.start()).waitFor('failed');
    expect(state).toMatchObject({ error: { kind: 'endpoint-gone' } });
  });

  it('never sends half of a long text unasked', async () => {
    const { extension } = companion;
    const server = await servers.serve();
    await servers.use(server.origin);
    const view = await companion.start(1, PARAGRAPH.repeat(3_000));
    const { state } = await view.waitForHold('confirmation');
    expect(state).toMatchObject({ by: 'confirmation' });
    expect(server.chats).toEqual([]);
    await extension.request('run.confirm', { runId: view.runId });
    await view.waitFor('done');
  });
});
