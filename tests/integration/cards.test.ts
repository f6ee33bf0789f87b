import { expect, it, vi } from 'vitest';
import { CARD_SENDER, type FakeCard } from '@/tests/fakes/fake-card';
import { CARD_WINDOW, inviteCard } from './card-invitation';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';
import { useOwnServers } from './own-servers';

const companion = useCompanion();
const servers = useOwnServers(companion);
const invite = (...how: [info?: object, item?: string]) => inviteCard(companion, ...how);

async function openCard(): Promise<FakeCard> {
  return companion.extension.attachCard(await invite());
}

it('a card gets the answer, and no panel opens', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const card = await openCard();
  const { answer, receipt } = await card.waitFor('done');
  expect(answer).toBe(hub.chats[0]?.sentText);
  expect(receipt).toMatchObject({ inputTokens: expect.any(Number) });
  expect(card.events.filter(({ kind }) => kind === 'delta').length).toBeGreaterThan(3);
  expect([extension.openedPanels, extension.openedWindows]).toEqual([[], []]);
  expect(extension.invitations).toEqual([
    { ticket: expect.any(String), action: 'explain', theme: 'system' },
  ]);
});

it('[IS-08] a card is told of its answer alone', async () => {
  const { extension } = companion;
  await extension.signIn();
  const card = await openCard();
  await extension.request('run.start', {
    windowId: 1,
    action: 'summarize',
    text: 'Of tide mills.',
  });
  await card.waitFor('done');
  await extension.network.settle();
  const told = JSON.stringify(card.events);
  for (const secret of [
    ...extension.network.secrets,
    ADA,
    'tide',
    PARAGRAPH,
    'windowId',
    'runId',
  ]) {
    expect(told).not.toContain(secret);
  }
  const names = card.events.flatMap((event) => Object.keys(event));
  expect(new Set(names)).toEqual(new Set(['kind', 'answer', 'state', 'seams', 'receipt', 'text']));
});

it.each([
  ['another tab', { ...CARD_SENDER, tab: { id: 2, windowId: 1 } }],
  ['another frame', { ...CARD_SENDER, frameId: 3 }],
  ['another document of the same frame', { ...CARD_SENDER, documentId: 'document-2' }],
  ['another extension', { ...CARD_SENDER, id: 'other' }],
  ['nobody', {}],
])('[IS-03] a card in %s is refused, and does nothing to the run', async (_where, sender) => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const ticket = await invite();
  const stranger = extension.attachCard(ticket, sender);
  for (const kind of ['stop', 'more', 'seen']) stranger.say({ kind });
  await vi.waitFor(() => expect(stranger.events).toEqual([{ kind: 'gone' }]), WAIT);
  letGo();
  // Nor does it take the ticket away from who was invited.
  await extension.attachCard(ticket).waitFor('done');
  expect(extension.openedPanels).toEqual([]);
});

it.each(['', 'x', crypto.randomUUID(), '__proto__', 'toString'])(
  '[IS-03] a ticket that was not given, %o, is refused',
  async (ticket) => {
    const { extension } = companion;
    await extension.signIn();
    await invite();
    const stranger = extension.attachCard(ticket);
    await vi.waitFor(() => expect(stranger.events).toEqual([{ kind: 'gone' }]), WAIT);
  },
);

it('[IS-03] a card that has said no ticket can do nothing', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const panel = extension.attach(1);
  await invite();
  const runId = (await panel.waitForText()).id;
  const stranger = extension.attachCard('');
  stranger.say({ kind: 'attach', runId });
  stranger.say({ kind: 'stop', runId });
  await extension.network.settle();
  letGo();
  await panel.waitFor('done');
});

it('[IS-03] a card stops its own run, and no other', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const card = await openCard();
  await vi.waitFor(() => expect(card.run.answer).not.toBe(''), WAIT);
  const other = extension.attach(2);
  await extension.request('run.start', {
    windowId: 2,
    action: 'summarize',
    text: 'Of tide mills.',
  });
  const { id: runId } = await other.waitFor('streaming');
  card.say({ kind: 'stop', runId });
  await card.waitFor('stopped');
  letGo();
  await other.waitFor('done');
});

it('[ST-05] a card that closes stops nothing, and its ticket counts no longer', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const ticket = await invite();
  const card = extension.attachCard(ticket);
  await vi.waitFor(() => expect(card.run.answer).not.toBe(''), WAIT);
  card.close();
  letGo();
  await vi.waitFor(() => expect(hub.chats[0]?.state).toBe('finished'), WAIT);
  // Nobody has seen it.
  await vi.waitFor(() => expect(extension.toolbar.badge.text).toBe('1'), WAIT);
  const again = extension.attachCard(ticket);
  await vi.waitFor(() => expect(again.events).toEqual([{ kind: 'gone' }]), WAIT);
});

it('a card that has shown the end has been read', async () => {
  const { extension } = companion;
  await extension.signIn();
  const card = await openCard();
  await card.waitFor('done');
  expect(extension.toolbar.badge.text).toBe('1');
  card.say({ kind: 'seen' });
  await vi.waitFor(() => expect(extension.toolbar.badge.text).toBe(''), WAIT);
});

it('[R40] more of it opens the panel within the gesture, with the conversation', async () => {
  const { extension } = companion;
  await extension.signIn();
  const card = await openCard();
  const { answer } = await card.waitFor('done');
  const panel = extension.attach(1);
  await extension.request('run.start', {
    windowId: 1,
    action: 'summarize',
    text: 'Of tide mills.',
  });
  await panel.waitFor('done');
  card.say({ kind: 'more' });
  await Promise.resolve();
  expect(extension.openedPanels).toEqual([1]);
  await vi.waitFor(() => expect(panel.run?.answer).toBe(answer), WAIT);
});

it('more of it is in a window for who wants answers there', async () => {
  const { extension } = companion;
  await extension.signIn();
  const card = extension.attachCard(await invite({}, 'card:window:explain'));
  await card.waitFor('done');
  card.say({ kind: 'more' });
  await vi.waitFor(() => expect(extension.openedWindows).toEqual([CARD_WINDOW]), WAIT);
  expect(extension.openedPanels).toEqual([]);
});

it('[R39] more of it is left to the panel that is there where the browser opens none', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.panelOpens = false;
  const panel = extension.attach(1);
  const card = await openCard();
  await card.waitFor('done');
  const { answer } = card.run;
  card.say({ kind: 'more' });
  await vi.waitFor(() => expect(panel.run?.answer).toBe(answer), WAIT);
  await extension.network.settle();
  expect(extension.openedWindows).toEqual([]);
});

it('[ST-08] a card outlives the background: it hears what has become of the answer', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const ticket = await invite();
  const card = extension.attachCard(ticket);
  await vi.waitFor(() => expect(card.run.answer).not.toBe(''), WAIT);
  await extension.startBackground();
  letGo();
  const again = extension.attachCard(ticket);
  const { state } = await again.waitFor('failed');
  expect(state).toEqual({ kind: 'failed', error: { kind: 'interrupted' } });
});

it('[TK-06] a card closes when its account signs out', async () => {
  const { extension } = companion;
  await extension.signIn();
  const card = await openCard();
  await card.waitFor('done');
  await extension.request('session.sign-out', { sub: ADA, deletesHistory: true });
  await vi.waitFor(() => expect(card.events.at(-1)).toEqual({ kind: 'gone' }), WAIT);
});

it('[IS-08] a card hears of no organization that could pay', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const body = { error: 'You have depleted your monthly included credits.' };
  hub.fault({ kind: 'status', path: '/v1/chat/completions', status: 402, body });
  const card = await openCard();
  const { state } = await card.waitFor('failed');
  expect(state).toEqual({ kind: 'failed', error: { kind: 'credits-used-up', free: [] } });
});

it('[IS-08] a card does not hear where an own endpoint is', async () => {
  const server = await servers.serve();
  await server.close();
  await servers.use(server.origin);
  const card = await openCard();
  await card.waitFor('failed');
  expect(card.events.at(-1)).toMatchObject({ state: { error: { kind: 'own-endpoint' } } });
  expect(JSON.stringify(card.events)).not.toContain(server.origin.replace('http://', ''));
});

it('[IS-08] a card hears of no model that could stand in', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'status', path: '/v1/chat/completions', status: 404, body: { error: 'Gone' } });
  const card = await openCard();
  const { state } = await card.waitFor('failed');
  expect(state).toMatchObject({ error: { kind: 'model-gone' } });
  expect(state).not.toHaveProperty('error.nearest');
});

it('[IS-08] a card does not hear what a server has said', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const body = { error: `Tenant ${ADA} may not do this.` };
  hub.fault({ kind: 'status', path: '/v1/chat/completions', status: 400, body });
  const card = await openCard();
  await card.waitFor('failed');
  expect(JSON.stringify(card.events)).not.toContain('Tenant');
});
