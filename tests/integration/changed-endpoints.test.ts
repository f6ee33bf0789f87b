import { describe, expect, it } from 'vitest';
import { askEndpoint } from '@/utils/endpoints/ask-endpoint';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import { ADA, useCompanion } from './companion';
import { HUB_ENDPOINT, KEY, useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);

/** As a run that waits for others knows it. */
async function known(): Promise<OwnEndpoint> {
  const [endpoint] = await servers.stored();
  if (!endpoint) throw new Error('no endpoint');
  return endpoint;
}

const init = { signal: new AbortController().signal };

describe('a run that was prepared before its endpoint was changed', () => {
  it('[TK-05] does not send the token that the person has taken back', async () => {
    const { extension } = companion;
    await extension.signIn();
    const server = await servers.serve();
    extension.network.standIn(HUB_ENDPOINT, server.origin);
    const id = await servers.add(HUB_ENDPOINT, { sendsToken: true });
    const endpoint = await known();
    await extension.request('endpoints.change', { id, sendsToken: false });
    await askEndpoint({ endpoint, owner: ADA }, '/models', init);
    expect(server.requests).toHaveLength(1);
    expect(servers.heard()).not.toMatch(/bearer/i);
  });

  it('sends nothing to one that was removed, though another is at its origin', async () => {
    const { extension } = companion;
    const server = await servers.serve({ key: KEY });
    const id = await servers.add(server.origin, { key: KEY });
    const endpoint = await known();
    await servers.add(server.origin, { key: KEY });
    await extension.request('endpoints.remove', { id });
    const answer = await askEndpoint({ endpoint, owner: undefined }, '/models', init).catch(
      (cause: unknown) => cause,
    );
    expect(answer).toMatchObject({ error: { kind: 'endpoint-gone' } });
    expect(server.requests).toEqual([]);
  });
});

describe('a list of models', () => {
  it('is kept without names that are no names', async () => {
    const { extension } = companion;
    const models = ['', 'x'.repeat(100_000), 'lens-7b', '__proto__'];
    const server = await servers.serve({ models });
    const id = await servers.add(server.origin);
    await extension.request('endpoints.check', { id });
    expect(await servers.stored()).toMatchObject([
      { models: ['lens-7b', '__proto__'], model: 'lens-7b' },
    ]);
  });
});
