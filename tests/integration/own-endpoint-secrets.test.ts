import { describe, expect, it } from 'vitest';
import { readEndpointKey } from '@/utils/endpoints/endpoint-key';
import { useCompanion } from './companion';
import { HUB_ENDPOINT, KEY, managed, useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);

describe('what an own endpoint is sent', () => {
  /** Everything that Hugging Face would be sent. */
  async function expectNoHubSecrets(): Promise<void> {
    const { extension } = companion;
    const token = (await extension.accessToken())?.value;
    expect(token).toMatch(/^hf_/);
    for (const secret of [token ?? '', ...extension.network.secrets]) {
      expect(servers.heard()).not.toContain(secret);
    }
    expect(servers.heard()).not.toMatch(/x-hf-|huggingface/i);
  }

  it('[TK-05] is never the token of the account, nor a header of Hugging Face, on this computer', async () => {
    const { extension } = companion;
    managed({ BILLING_ORGANIZATION: 'lighthouse' });
    await extension.signIn();
    const server = await servers.serve();
    await servers.use(server.origin, { sendsToken: true });
    await (await companion.start()).waitFor('done');
    expect(server.chats).toHaveLength(1);
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBeUndefined();
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    await expectNoHubSecrets();
  });

  it.each(['llama.cpp', 'vLLM', 'TGI'] as const)(
    '[TK-05] is its own key, which only it is sent, by %s',
    async (kind) => {
      const { extension, hub } = companion;
      await extension.signIn();
      const server = await servers.serve({ kind, key: KEY });
      const stranger = await servers.serve();
      const { check } = await servers.use(server.origin, { key: ` ${KEY} ` });
      expect(check).toEqual({ ok: true, value: null });
      await (await companion.start()).waitFor('done');
      await servers.use(stranger.origin);
      await (await companion.start()).waitFor('done');
      for (const { headers } of server.requests)
        expect(headers.authorization).toBe(`Bearer ${KEY}`);
      expect(JSON.stringify(stranger.requests)).not.toContain(KEY);
      expect(JSON.stringify(hub.requests)).not.toContain(KEY);
      await expectNoHubSecrets();
    },
  );

  it('[TK-05] is no token at an Inference Endpoint where the person has not said so', async () => {
    const { extension } = companion;
    await extension.signIn();
    const server = await servers.serve();
    extension.network.standIn(HUB_ENDPOINT, server.origin);
    await servers.use(HUB_ENDPOINT);
    await (await companion.start()).waitFor('done');
    expect(server.requests).toHaveLength(2);
    await expectNoHubSecrets();
  });

  it('is the token at an Inference Endpoint where the person has said so, and no header else', async () => {
    const { extension } = companion;
    managed({ BILLING_ORGANIZATION: 'lighthouse' });
    await extension.signIn();
    const token = (await extension.accessToken())?.value ?? '';
    const server = await servers.serve({ key: token });
    extension.network.standIn(HUB_ENDPOINT, server.origin);
    await servers.use(HUB_ENDPOINT, { sendsToken: true });
    await (await companion.start()).waitFor('done');
    for (const { headers } of server.requests) {
      expect(headers.authorization).toBe(`Bearer ${token}`);
      expect(headers['x-hf-bill-to']).toBeUndefined();
    }
    expect(server.requests).toHaveLength(2);
  });

  it('is its key and not the token where it has one', async () => {
    const { extension } = companion;
    await extension.signIn();
    const server = await servers.serve({ key: KEY });
    extension.network.standIn(HUB_ENDPOINT, server.origin);
    await servers.use(HUB_ENDPOINT, { sendsToken: true, key: KEY });
    await (await companion.start()).waitFor('done');
    await expectNoHubSecrets();
  });

  it('waits for a sign-in where the token is to go and nobody is signed in', async () => {
    const server = await servers.serve();
    companion.extension.network.standIn(HUB_ENDPOINT, server.origin);
    await servers.use(HUB_ENDPOINT, { sendsToken: true });
    await (await companion.start()).waitForHold('sign-in');
    expect(server.requests).toEqual([]);
  });

  it('[TK-03] [TK-04] has its key in the database alone, and says of it only that it is there', async () => {
    const { extension } = companion;
    const server = await servers.serve({ key: KEY });
    const { id } = await servers.use(server.origin, { key: KEY });
    await (await companion.start()).waitFor('done');
    await extension.request('endpoints.change', { id, key: 'another-key-0815' });
    const open = [
      extension.told,
      await extension.storage('local'),
      await extension.storage('session'),
    ];
    expect(JSON.stringify(open)).not.toMatch(/sk-of-my-own|another-key/);
    expect(await servers.stored()).toMatchObject([{ hasKey: true }]);
    expect(await readEndpointKey(id)).toBe('another-key-0815');
    await extension.request('endpoints.change', { id, key: null });
    expect(await servers.stored()).toMatchObject([{ hasKey: false }]);
    expect(await readEndpointKey(id)).toBeUndefined();
  });
});

describe('an endpoint that is refused', () => {
  it.each([
    ['https://example.org/v1', 'host'],
    ['http://192.168.1.7:11434', 'host'],
    ['http://127.0.0.1.evil.example:80', 'host'],
    ['https://endpoints.huggingface.cloud.evil.example', 'host'],
    ['http://me:secret@127.0.0.1:8080', 'credentials'],
    ['', 'format'],
  ])('[TK-05] is %j, before anything is stored or sent', async (url, reason) => {
    const { extension } = companion;
    expect(await extension.request('endpoints.add', { url, sendsToken: false })).toEqual({
      ok: false,
      error: { kind: 'endpoint-url', reason },
    });
    expect(await servers.stored()).toEqual([]);
  });

  it('[TK-05] is one with a token of Hugging Face for its key, elsewhere than there', async () => {
    const { extension } = companion;
    const { origin } = await servers.serve();
    const key = 'hf_aBcDeFgHiJkLmNoPqRsTuVwXyZ';
    expect(
      await extension.request('endpoints.add', { url: origin, key, sendsToken: false }),
    ).toEqual({
      ok: false,
      error: { kind: 'endpoint-key', reason: 'hub-token' },
    });
    const id = await servers.add(origin);
    expect(await extension.request('endpoints.change', { id, key })).toMatchObject({ ok: false });
    await servers.add(HUB_ENDPOINT, { key });
    expect(servers.heard()).not.toContain(key);
  });

  it('[BR-06] is one whose host the person has not allowed', async () => {
    const { extension } = companion;
    const { localhost, requests } = await servers.serve();
    servers.refused = ['http://localhost/*'];
    expect(
      await extension.request('endpoints.add', { url: localhost, sendsToken: false }),
    ).toMatchObject({ ok: false, error: { kind: 'host-access-missing' } });
    servers.refused = [];
    await servers.use(localhost);
    requests.length = 0;
    servers.refused = ['http://localhost/*'];
    const view = await companion.start();
    await view.waitForHold('host-access');
    expect(requests).toEqual([]);
  });

  it('[TK-05] is asked nothing any more once it is removed', async () => {
    const { extension } = companion;
    const server = await servers.serve();
    const { id } = await servers.use(server.origin);
    await extension.request('endpoints.remove', { id });
    const asked = server.requests.length;
    const answer = await fetch(`${server.origin}/v1/models`).catch((cause: unknown) => cause);
    expect(answer).toMatchObject({ error: { kind: 'unreachable' } });
    expect(server.requests).toHaveLength(asked);
  });

  it('is any where policy names the providers, and a model that policy does not name', async () => {
    const { extension } = companion;
    const server = await servers.serve();
    await servers.use(server.origin);
    for (const policy of [{ ALLOWED_PROVIDERS: ['quill'] }, { ALLOWED_MODELS: ['org/*'] }]) {
      managed(policy);
      const { state } = await (await companion.start()).waitFor('failed');
      expect(state).toMatchObject({ error: { kind: 'endpoint-not-allowed' } });
    }
    managed({ ALLOWED_PROVIDERS: ['quill'] });
    expect(
      await extension.request('endpoints.add', { url: server.origin, sendsToken: false }),
    ).toMatchObject({ error: { kind: 'endpoint-not-allowed' } });
    expect(server.chats).toEqual([]);
    managed({ ALLOWED_MODELS: ['lens-7b'] });
    await (await companion.start()).waitFor('done');
  });
});
