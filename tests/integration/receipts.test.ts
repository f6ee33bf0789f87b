import { expect, it, vi } from 'vitest';
import type { LedgerEntry } from '@/utils/money/ledger';
import { ADA, GRACE, PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();
const CHAT = '/v1/chat/completions';
const MONTH = new Date().toISOString().slice(0, 7);
const USD = 1e-6;

/** What stands in an account's ledger of this month. */
async function entries(sub = ADA): Promise<LedgerEntry[]> {
  const { ledgers } = (await companion.extension.storage('local')) as {
    ledgers?: Record<string, Record<string, LedgerEntry[]>>;
  };
  return ledgers?.[sub]?.[MONTH] ?? [];
}

async function entriesWhenThere(count: number, sub = ADA): Promise<LedgerEntry[]> {
  return await vi.waitFor(async () => {
    const all = await entries(sub);
    expect(all.reduce((sum, { runs }) => sum + runs, 0)).toBe(count);
    return all;
  }, WAIT);
}

it('gives a receipt by the count of the server, and the price of who has served', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const { receipt } = await (await companion.start()).waitFor('done');
  const words = (text: string) => text.match(/\s*\S+\s*$|\s*\S+/g)?.length ?? 0;
  const sent = hub.chats[0]?.messages.map(({ content }) => words(String(content))) ?? [];
  const inputTokens = sent.reduce((sum, count) => sum + count, 0);
  const outputTokens = words(hub.chats[0]?.sentText ?? '');
  expect(receipt).toMatchObject({ inputTokens, outputTokens, isEstimated: false });
  expect(receipt?.provider).toBe('abacus');
  expect(receipt?.costUsd).toBeCloseTo((inputTokens * 0.02 + outputTokens * 0.04) * USD, 12);
  expect(receipt?.firstTokenMs).toBeGreaterThanOrEqual(0);
  expect(receipt?.billTo).toBeUndefined();
});

it('estimates what a stopped answer has used, and says so', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const release = hub.hold({ afterWords: 4 });
  const view = await companion.start();
  await view.waitForText(1);
  await extension.request('run.stop', { runId: view.runId });
  await vi.waitFor(() => expect(view.run?.receipt).toMatchObject({ isEstimated: true }), WAIT);
  release();
  expect(view.run?.state.kind).toBe('stopped');
  expect(view.run?.receipt?.outputTokens).toBeGreaterThan(0);
  const [entry] = await entriesWhenThere(1);
  expect(entry?.estimatedUsd).toBe(entry?.costUsd);
});

it('gives no receipt for a request that was refused: only what is served is billed', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ path: CHAT, kind: 'status', status: 402, body: { error: 'depleted' } });
  const { receipt } = await (await companion.start()).waitFor('failed');
  expect(receipt).toBeNull();
  expect(await entries()).toEqual([]);
});

it('adds up both requests of an answer that was gone on with, as one run', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  hub.fault({ path: CHAT, kind: 'cut', afterChunks: 5 });
  const view = await companion.start();
  const first = (await view.waitFor('failed')).receipt;
  await extension.request('run.continue', { runId: view.runId });
  const { receipt } = await view.waitFor('done');
  expect(receipt?.isEstimated).toBe(true);
  expect(receipt?.inputTokens).toBeGreaterThan(first?.inputTokens ?? Infinity);
  expect(receipt?.costUsd).toBeGreaterThan(first?.costUsd ?? Infinity);
  const [entry] = await entriesWhenThere(1);
  expect(entry?.costUsd).toBeCloseTo(receipt?.costUsd ?? 0, 12);
});

it('[TK-06] sums each account by month, model and action, and keeps it through a sign-out', async () => {
  const { extension } = companion;
  await companion.signInBoth();
  await (await companion.start()).waitFor('done');
  await extension.choose('demo/gift-1b');
  await (await companion.start()).waitFor('done');
  await entriesWhenThere(2, GRACE);
  await extension.request('session.switch-account', { sub: ADA });
  await (await companion.start()).waitFor('done');
  await entriesWhenThere(1);
  await extension.request('session.sign-out', { sub: GRACE, deletesHistory: true });
  const [dear, free] = await entriesWhenThere(2, GRACE);
  expect(dear).toMatchObject({ model: 'demo/extractive', action: 'summarize', runs: 1 });
  expect(free).toMatchObject({ model: 'demo/gift-1b', costUsd: 0, unpriced: 0 });
  expect(JSON.stringify(await extension.storage('local'))).not.toContain('lighthouse');
});

it('[TK-07] [R43] writes nothing of a private window into the ledger', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.privateWindows.add(7);
  const { receipt } = await (await companion.start(7)).waitFor('done');
  expect(receipt?.costUsd).toBeGreaterThan(0);
  await (await companion.start(1)).waitFor('done');
  const [entry] = await entriesWhenThere(1);
  expect(entry?.runs).toBe(1);
  expect(entry?.inputTokens).toBe(receipt?.inputTokens);
});

it('learns from the count of the server how a family counts', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const { receipt } = await (await companion.start()).waitFor('done');
  await entriesWhenThere(1);
  const { tokenRatios } = (await extension.storage('local')) as {
    tokenRatios: Record<string, { ratio: number; receipts: number }>;
  };
  const { estimateTokens } = await import('@/utils/models/estimate-tokens');
  const sent = hub.chats[0]?.messages ?? [];
  const estimated = sent.reduce((sum, { content }) => sum + estimateTokens(String(content)), 0);
  expect(tokenRatios['extractive']?.receipts).toBe(1);
  expect(tokenRatios['extractive']?.ratio).toBeCloseTo((receipt?.inputTokens ?? 0) / estimated, 6);
});

it('asks before a run that would take the month above its cap, and not before a free one', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await (await companion.start()).waitFor('done');
  await entriesWhenThere(1);
  await extension.change({ monthlyCapUsd: 0.000_001 });
  const view = await companion.start(1, `${PARAGRAPH} Again.`);
  const { state } = await view.waitForHold('confirmation');
  expect(state).toMatchObject({ reason: 'cap' });
  expect(hub.chats).toHaveLength(1);
  await extension.request('run.confirm', { runId: view.runId });
  await view.waitFor('done');
  await extension.choose('demo/gift-1b');
  await (await companion.start(2, 'A free text.')).waitFor('done');
});

it('asks above the sum that the person has set', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.change({ askAboveUsd: 0 });
  const asked = await (await companion.start()).waitForHold('confirmation');
  expect(asked.state).toMatchObject({ reason: 'cost' });
  await extension.change({ askAboveUsd: 5 });
  await extension.choose('demo/gilded-400b');
  await (await companion.start(2, 'A dear text.')).waitFor('done');
});

it('asks again where the price has risen since it was agreed to', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const choose = (provider: string) =>
    extension.change({ choices: { default: { model: 'demo/two-shops-70b', provider } } });
  await choose('abacus');
  await extension.change({ askAboveUsd: 0 });
  const view = await companion.start();
  const first = await view.waitForHold('confirmation');
  await choose('quill');
  await extension.request('run.confirm', { runId: view.runId });
  await vi.waitFor(() => {
    expect(view.run?.state).toMatchObject({ kind: 'held', by: 'confirmation' });
    expect(view.run?.state).not.toEqual(first.state);
  }, WAIT);
  expect(hub.chats).toEqual([]);
  await extension.request('run.confirm', { runId: view.runId });
  await view.waitFor('done');
});

it('bills the organization that was chosen, for all runs or for one, but never against policy', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.change({ billTo: 'analytical-engine' });
  const { receipt, id: runId } = await (await companion.start()).waitFor('done');
  expect(receipt?.billTo).toBe('analytical-engine');
  const [entry] = await entriesWhenThere(1);
  expect(entry?.billedUsd).toBe(entry?.costUsd);
  await extension.change({ billTo: null });
  const view = extension.attach(1);
  const override = { billTo: 'analytical-engine' };
  await extension.request('run.retry', { runId, windowId: 1, override });
  await view.waitFor('done');
  await (await companion.start(2, 'Mine to pay.')).waitFor('done');
  const payers = hub.chats.map(({ billTo }) => billTo);
  expect(payers).toEqual(['analytical-engine', 'analytical-engine', undefined]);
});

it("shows Hugging Face's own figure where it may be read, and forgets it at sign-out", async () => {
  const { extension, hub } = companion;
  hub.billing.usedNanoUsd = 42_000_000;
  await extension.signIn();
  await extension.request('billing.refresh', {});
  expect(companion.requests('/api/settings/billing')).toEqual([]);
  await extension.request('session.set-scope', { scope: 'read-billing', isOn: true });
  await vi.waitFor(async () => {
    const { list = [] } = (await extension.accounts()) ?? {};
    expect(list[0]?.scopes).toContain('read-billing');
  }, WAIT);
  await extension.request('billing.refresh', {});
  const { billingUsages } = (await extension.storage('session')) as {
    billingUsages?: Record<string, unknown>;
  };
  expect(billingUsages?.[ADA]).toMatchObject({ month: MONTH, usedUsd: 0.042, includedUsd: 0.1 });
  await extension.request('billing.refresh', {});
  expect(companion.requests('/api/settings/billing')).toHaveLength(1);
  await extension.request('session.sign-out', { sub: ADA });
  expect(await extension.storage('session')).not.toHaveProperty('billingUsages');
});

it('goes on with its own count where the billing answers something else', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  await extension.request('session.set-scope', { scope: 'read-billing', isOn: true });
  await vi.waitFor(async () => {
    const { list = [] } = (await extension.accounts()) ?? {};
    expect(list[0]?.scopes).toContain('read-billing');
  }, WAIT);
  hub.fault({ path: '/api/settings/billing', kind: 'html', status: 200 });
  expect(await extension.request('billing.refresh', {})).toEqual({ ok: true, value: null });
  expect(await extension.storage('session')).not.toHaveProperty('billingUsages');
});
