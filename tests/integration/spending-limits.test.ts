import { describe, expect, it, vi } from 'vitest';
import { EXPORT_FORMAT, EXPORT_VERSION } from '@/utils/history/exported-run';
import type { LedgerEntry } from '@/utils/money/ledger';
import { allowProviders } from './allow-providers';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';
const MONTH = new Date().toISOString().slice(0, 7);

async function entries(): Promise<LedgerEntry[]> {
  const { ledgers } = (await companion.extension.storage('local')) as {
    ledgers?: Record<string, Record<string, LedgerEntry[]>>;
  };
  return ledgers?.[ADA]?.[MONTH] ?? [];
}

const askedModels = () => companion.hub.chats.map(({ body }) => body['model']);

/** A run of a file that anybody may have written. */
function forged(change: object): object {
  const id = crypto.randomUUID();
  return {
    startedAt: Date.UTC(2026, 0, 1),
    id,
    conversation: id,
    action: 'summarize',
    quote: 'A lens.',
    textLength: 7,
    isSelectionCut: false,
    droppedTurns: 0,
    seams: [],
    preview: 'It',
    state: { kind: 'stopped' },
    text: PARAGRAPH,
    answer: 'It bends',
    reasoning: '',
    choice: { model: 'demo/extractive' },
    ...change,
  };
}

async function importRun(change: object): Promise<string> {
  const run = forged(change) as { id: string };
  const batch = { format: EXPORT_FORMAT, version: EXPORT_VERSION, runs: [run] };
  const result = await companion.extension.request('history.import', { sub: ADA, batch });
  expect(result).toMatchObject({ ok: true, value: { added: 1 } });
  return run.id;
}

it('counts what an answer had used when the background was stopped', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ kind: 'stall', path: CHAT, afterChunks: 5 });
  const view = await companion.start();
  await view.waitForText(1);
  await vi.waitFor(async () => {
    const { answer } = await extension.attach(1).waitFor('streaming');
    expect(answer).not.toBe('');
  }, WAIT);
  extension.stopBackground();
  await extension.startBackground();
  const { receipt } = await extension.attach(1).waitFor('failed');
  expect(receipt).toMatchObject({ isEstimated: true });
  expect(await entries()).toMatchObject([{ runs: 1, estimatedUsd: receipt?.costUsd }]);
});

it('asks before the run that would pass the cap with what is under way', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.change({ askAboveUsd: 5 });
  await extension.choose('demo/gilded-400b');
  // One run may cost about one cent.
  await extension.change({ monthlyCapUsd: 0.015 });
  const letGo = hub.hold();
  const first = await companion.start(1);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  const second = await companion.start(2, `${PARAGRAPH} Again.`);
  await vi.waitFor(() => expect(second.run?.state.kind).not.toBe('preparing'), WAIT);
  const { state } = second.run ?? {};
  letGo();
  await first.waitFor('done');
  expect(state).toMatchObject({ kind: 'held', reason: 'cap' });
});

it('sends what has waited its turn by the settings of the moment when it goes', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold();
  for (const windowId of [1, 2, 3]) await companion.start(windowId, `${PARAGRAPH} ${windowId}.`);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(3), WAIT);
  const last = await companion.start(4, `${PARAGRAPH} 4.`);
  await vi.waitFor(() => expect(last.run?.state.kind).toBe('waiting'), WAIT);
  await allowProviders(extension, 'lantern');
  letGo();
  await last.waitFor('done');
  expect(askedModels()[3]).toBe('demo/extractive:lantern');
});

it('asks again where the price that was agreed to is not known any more', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.choose('demo/two-shops-70b');
  await extension.change({ monthlyCapUsd: 0 });
  const view = await companion.start();
  const { state } = await view.waitForHold('confirmation');
  expect(state).toMatchObject({ reason: 'cap' });
  const choice = { model: 'demo/two-shops-70b', provider: 'nobody-lists-it' };
  await extension.change({ choices: { default: choice } });
  await extension.request('run.confirm', { runId: view.runId });
  await vi.waitFor(() => {
    expect(view.run?.state).not.toEqual(state);
    expect(['held', 'done', 'failed', 'streaming']).toContain(view.run?.state.kind);
  }, WAIT);
  expect(view.run?.state).toMatchObject({ kind: 'held', by: 'confirmation' });
  expect(hub.chats).toEqual([]);
});

it('never lets a file say who pays', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const runId = await importRun({ override: { billTo: 'analytical-engine' } });
  await extension.request('run.show', { runId, windowId: 1 });
  await extension.request('run.continue', { runId });
  await extension.attach(1).waitFor('done');
  expect(hub.chats.map(({ billTo }) => billTo)).toEqual([undefined]);
});

it('dates no run by one of a file that it has nothing to do with', async () => {
  const { extension } = companion;
  await extension.signIn();
  const startedAt = 8_000_000_000_000_000;
  const runId = await importRun({ startedAt, state: { kind: 'done', finish: 'stop' } });
  await extension.request('run.follow-up', { runId, question: 'Why?', windowId: 1 });
  await extension.attach(1).waitFor('done');
  const view = await companion.start(2, 'A text of today.');
  await view.waitFor('done');
  const list = await extension.request('history.list', { sub: ADA, query: 'today' });
  expect(JSON.stringify(list)).not.toMatch(/"startedAt":80\d{14}/);
  expect(JSON.stringify(list)).toContain('"startedAt"');
});

async function signInWithBilling(): Promise<void> {
  const { extension, hub } = companion;
  hub.billing.usedNanoUsd = 5_000_000_000;
  await extension.signIn();
  await extension.request('session.set-scope', { scope: 'read-billing', isOn: true });
  await vi.waitFor(async () => {
    expect((await extension.account())?.scopes).toContain('read-billing');
  }, WAIT);
}

it('adds to the count of Hugging Face what was spent here since it was read', async () => {
  const { extension } = companion;
  await signInWithBilling();
  await extension.request('billing.refresh', {});
  await extension.choose('demo/gilded-400b');
  await extension.change({ askAboveUsd: 9, monthlyCapUsd: 9 });
  const { receipt } = await (await companion.start()).waitFor('done');
  await vi.waitFor(async () => expect(await entries()).toHaveLength(1), WAIT);
  // Less than was spent, more than the free answer would cost: only the sum is above it.
  await extension.choose('demo/extractive');
  await extension.change({ monthlyCapUsd: 5 + (receipt?.costUsd ?? 0) });
  const view = await companion.start(1, `${PARAGRAPH} Again.`);
  await vi.waitFor(() => expect(['held', 'done']).toContain(view.run?.state.kind), WAIT);
  expect(view.run?.state).toMatchObject({ kind: 'held', reason: 'cap' });
});

describe("the limit of the month, where Hugging Face's own count may be read", () => {
  const counts = () => companion.requests('/api/settings/billing');

  it('goes by that count, though nobody has looked at it yet', async () => {
    await signInWithBilling();
    await companion.extension.change({ monthlyCapUsd: 4 });
    const { state } = await (await companion.start()).waitForHold('confirmation');
    expect(state).toMatchObject({ reason: 'cap' });
    expect(counts()).toHaveLength(1);
  });

  it('goes by our own where it does not come', async () => {
    await signInWithBilling();
    await companion.extension.change({ monthlyCapUsd: 4 });
    companion.hub.fault({ path: '/api/settings/billing', kind: 'reset' });
    await (await companion.start()).waitFor('done');
  });

  it('asks for no count where there is no limit', async () => {
    await signInWithBilling();
    await (await companion.start()).waitFor('done');
    expect(counts()).toEqual([]);
  });
});

it('asks for no more than it said where a family makes fewer tokens than we count', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.change({ askAboveUsd: 0 });
  const view = await companion.start();
  await view.waitForHold('confirmation');
  await extension.request('run.confirm', { runId: view.runId });
  await view.waitFor('done');
  const again = await companion.start(1, `${PARAGRAPH} Again.`);
  const { state } = await again.waitForHold('confirmation');
  await extension.request('run.confirm', { runId: again.runId });
  await again.waitFor('done');
  const bound = Number(hub.chats[1]?.body['max_tokens']);
  const said = 'costUsd' in state ? (state.costUsd ?? 0) : 0;
  // What is written alone, at the price of the provider that is asked.
  expect(said).toBeGreaterThan((bound * 0.04) / 1_000_000);
});
