import { expect, it } from 'vitest';
import type { FakeViewer } from '@/tests/fakes/fake-viewer';
import type { RunOverride } from '@/utils/runs/run';
import { PARAGRAPH, useCompanion } from './companion';
import { useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);

/** Runs into the wall once. */
async function hitTheWall(): Promise<FakeViewer> {
  companion.hub.fault({
    kind: 'status',
    path: '/v1/chat/completions',
    status: 402,
    body: { error: 'You have depleted your monthly included credits.' },
  });
  const view = await companion.start();
  await view.waitFor('failed');
  return view;
}

async function goOn(view: FakeViewer, override: RunOverride): Promise<void> {
  const { extension } = companion;
  await extension.request('run.retry', { runId: view.runId, windowId: 1, override });
  const { quote } = await view.waitFor('done');
  expect(quote).toBe(PARAGRAPH);
}

it('[R22] goes on with the own endpoint, which the error names', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const server = await servers.serve();
  const id = await servers.add(server.origin);
  await extension.request('endpoints.check', { id });
  const view = await hitTheWall();
  const name = new URL(server.origin).host;
  expect(view.run?.state).toMatchObject({
    error: { kind: 'credits-used-up', endpoints: [{ id, name, model: 'lens-7b' }] },
  });
  await goOn(view, { choice: { model: 'lens-7b', endpoint: id } });
  expect(server.chats).toHaveLength(1);
  expect(hub.chats).toHaveLength(1);
});

it('[R22] goes on at the own expense where an organization was to pay', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.change({ billTo: 'analytical-engine' });
  const view = await hitTheWall();
  expect(view.run?.state).toMatchObject({ error: { isByOrganization: true } });
  await goOn(view, { billTo: '' });
  expect(hub.chats.map(({ billTo }) => billTo)).toEqual(['analytical-engine', undefined]);
  expect(view.run?.receipt?.billTo).toBeUndefined();
});

it('[R22] goes on at the expense of an organization that can pay, with the same model', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const view = await hitTheWall();
  const { state } = view.run ?? {};
  const error = state?.kind === 'failed' ? state.error : undefined;
  const organizations = error?.kind === 'credits-used-up' ? (error.organizations ?? []) : [];
  const [payer] = organizations;
  expect(payer).toBeDefined();
  await goOn(view, { billTo: payer?.username });
  expect(hub.chats.map(({ billTo }) => billTo)).toEqual([undefined, payer?.username]);
  expect(new Set(hub.chats.map(({ model }) => model.split(':')[0])).size).toBe(1);
});
