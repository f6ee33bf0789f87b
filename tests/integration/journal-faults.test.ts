import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { allTurns } from '@/tests/fakes/all-turns';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readKeptRuns, untilKept } from '@/tests/fakes/kept-runs';
import { ADA, PARAGRAPH, useCompanion, WAIT } from './companion';

/* What a careful reader found: what the disk refuses, what is deleted, and what must not come back. */

const companion = useCompanion();
const OTHER = 'A tide mill grinds twice a day. The sea does the work. The miller keeps its hours.';

/** Lets nothing be written to databases. @returns what lets it again */
function fillDisk(): () => void {
  const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  return () => spy.mockRestore();
}

async function sessionRuns(): Promise<string[]> {
  const names = Object.keys(await companion.extension.storage('session'));
  return names.filter((name) => name.startsWith('run.'));
}

it('[R31] an answer in the history outlives that its being read could not be written', async () => {
  const { extension } = companion;
  await extension.signIn();
  const view = await companion.start(1);
  const { id } = await view.waitFor('done');
  await untilKept(ADA, 'done');
  const empty = fillDisk();
  view.say({ kind: 'seen', runId: id });
  await vi.waitFor(async () => expect(await sessionRuns()).toHaveLength(1), WAIT);
  empty();
  await extension.request('run.start', { windowId: 1, action: 'summarize', text: OTHER });
  await vi.waitFor(() => expect(view.run?.quote).toBe(OTHER), WAIT);
  await view.waitFor('done');
  await allTurns();
  expect((await readKeptRuns(ADA))?.runs.map((run) => run.id)).toContain(id);
});

it('[R31] [TK-09] an answer whose end the disk had no room for is whole after two starts of the background', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const view = await companion.start(1);
  await view.waitForText();
  await vi.waitFor(async () => expect((await readKeptRuns(ADA))?.answers).toHaveLength(1), WAIT);
  const empty = fillDisk();
  letGo();
  const { answer } = await view.waitFor('done');
  await vi.waitFor(async () => {
    const session = await extension.storage('session');
    expect(JSON.stringify(session)).toContain(JSON.stringify(answer).slice(1, -1));
  }, WAIT);
  empty();
  await extension.startBackground();
  await extension.attach(1).waitFor('done');
  await allTurns();
  await extension.startBackground();
  const again = extension.attach(1);
  await vi.waitFor(() => expect(again.run).toBeDefined(), WAIT);
  expect(again.run).toMatchObject({ state: { kind: 'done' }, answer });
});

it('[TK-06] nothing of a run stays on disk when no history is wanted while it is under way', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const view = await companion.start(1);
  await view.waitForText();
  await vi.waitFor(async () => expect((await readKeptRuns(ADA))?.answers).toHaveLength(1), WAIT);
  await extension.request('history.set-retention', { sub: ADA, retention: 'none' });
  letGo();
  await view.waitFor('done');
  await allTurns();
  const kept = await readKeptRuns(ADA);
  expect({ runs: kept?.runs.length, texts: kept?.texts }).toEqual({ runs: 0, texts: [] });
});

it('[TK-07] [R43] a question asked in a private window reaches no disk', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { id } = await (await companion.start(1)).waitFor('done');
  extension.privateWindows.add(3);
  const view = extension.attach(3);
  await extension.request('run.show', { runId: id, windowId: 3 });
  await view.waitFor('done');
  const question = 'A private question?';
  await extension.request('run.follow-up', { runId: id, question, windowId: 3 });
  await vi.waitFor(() => expect(view.run?.question).toBe(question), WAIT);
  await view.waitFor('done');
  await allTurns();
  expect(JSON.stringify(await readKeptRuns(ADA))).not.toContain(question);
});

it('[BR-07] [R33] the update that waited for an answer takes nothing of it', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const letGo = hub.hold({ afterWords: 3 });
  const view = await companion.start(1);
  await vi.waitFor(() => expect(hub.chats).toHaveLength(1), WAIT);
  extension.updates.offer();
  let killed: { mockRestore: () => void } | undefined;
  const reloaded = new Promise<void>((resolve) => {
    Object.assign(fakeBrowser.runtime, {
      reload: () => {
        extension.stopBackground();
        // Nothing that has not begun is written any more.
        killed = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
          throw new DOMException('', 'AbortError');
        });
        resolve();
      },
    });
  });
  letGo();
  await reloaded;
  await allTurns();
  killed?.mockRestore();
  // Browsers empty it when an extension is reloaded.
  await fakeBrowser.storage.session.clear();
  await extension.startBackground();
  const again = extension.attach(1);
  await vi.waitFor(() => expect(again.run).toBeDefined(), WAIT);
  expect(again.run).toMatchObject({ state: { kind: 'done' }, answer: hub.chats[0]?.sentText });
  view.close();
});

it('[AU-18] a sign-out whose deletion fails leaves the account on the list, to be signed out again', async () => {
  const { extension } = companion;
  await extension.signIn();
  await (await companion.start(1)).waitFor('done');
  await untilKept(ADA, 'done');
  const spy = vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(() => {
    throw new DOMException('', 'UnknownError');
  });
  const signOut = () => extension.request('session.sign-out', { sub: ADA, deletesHistory: true });
  expect(await signOut()).toMatchObject({ ok: false });
  expect(await extension.account()).toMatchObject({ sub: ADA, session: 'ended' });
  expect(await extension.accessToken()).toBeUndefined();
  spy.mockRestore();
  expect(await signOut()).toMatchObject({ ok: true });
  expect(await readKeptRuns(ADA)).toBeUndefined();
  expect(await extension.accounts()).toEqual({ list: [] });
});

it('[AU-18] sign-out leaves no database behind, however much there is to write', async () => {
  const { extension, hub } = companion;
  await extension.signIn();
  const views = [];
  for (let n = 1; n <= 12; n += 1) views.push(await companion.start(n, `${PARAGRAPH} ${n}`));
  await vi.waitFor(() => expect(hub.chats).toHaveLength(12), WAIT);
  for (const view of views) await view.waitFor('done');
  await extension.request('session.sign-out', { sub: ADA, deletesHistory: true });
  await allTurns();
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
    `companion-runs.${ADA}`,
  );
});

it('a deletion that fails is not said to be done', async () => {
  const { extension } = companion;
  await extension.signIn();
  const { id } = await (await companion.start(1)).waitFor('done');
  await untilKept(ADA, 'done');
  const spy = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('', 'UnknownError');
  });
  const answer = await extension.request('history.delete', { sub: ADA, runId: id });
  await allTurns();
  spy.mockRestore();
  const isKept = (await readKeptRuns(ADA))?.runs.some((run) => run.id === id);
  expect({ ok: answer?.ok, isKept }).not.toEqual({ ok: true, isKept: true });
});

it('a run from the history leaves memory when no window shows it any more', async () => {
  const { RunStore } = await import('@/utils/runs/run-store');
  const { keepRuns } = await import('@/utils/journal/keep-runs');
  const { Journals } = await import('@/utils/journal/journals');
  const { createRun } = await import('@/utils/runs/run-input');
  const store = new RunStore();
  store.showTo(ADA);
  const ended = (startedAt: number) => {
    const input = { windowId: 1, isPrivate: false, action: 'summarize', text: PARAGRAPH } as const;
    const run = createRun(input, { owner: ADA, startedAt });
    return { ...run, isRead: true, state: { kind: 'done', finish: 'stop' } as const };
  };
  const [first, second] = [ended(1), ended(2)];
  const journals = new Journals();
  keepRuns(store, journals);
  const account = await journals.of(ADA);
  for (const run of [first, second]) await account?.journal.write(run);
  for (const run of [first, second]) {
    store.restore(await (account?.journal.loadConversation(run.id) ?? []));
    const loaded = store.get(run.id);
    if (loaded) store.show(1, loaded);
  }
  await allTurns();
  expect(store.all().map(({ id }) => id)).toEqual([second.id]);
});

it('what was deleted for its age does not come back when its end is seen', async () => {
  const { extension } = companion;
  await extension.signIn();
  await extension.waitFor('local', 'modelCatalogue');
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() - 40 * 86_400_000);
  const view = extension.attach(1);
  const started = extension.request('run.start', {
    windowId: 1,
    action: 'summarize',
    text: PARAGRAPH,
  });
  await started;
  clock.mockRestore();
  const { id } = await view.waitFor('done');
  await untilKept(ADA, 'done');
  await extension.request('history.set-retention', { sub: ADA, retention: '30-days' });
  expect((await readKeptRuns(ADA))?.runs).toEqual([]);
  view.say({ kind: 'seen', runId: id });
  await allTurns();
  expect((await readKeptRuns(ADA))?.runs).toEqual([]);
});

it('[R50] [R32] gives way to a newer version of the database, says so, and shows answers on', async () => {
  const { extension } = companion;
  await extension.signIn();
  await (await companion.start(1)).waitFor('done');
  await untilKept(ADA, 'done');
  // As another version of the extension opens it; it would wait for ever if this one held on to it.
  const newer = await openDB(`companion-runs.${ADA}`, 2);
  const view = await companion.start(2, OTHER);
  expect(await view.waitFor('done')).toMatchObject({ quote: OTHER });
  await vi.waitFor(async () => {
    expect(await sessionRuns()).toHaveLength(1);
    expect(await extension.storage('session')).toMatchObject({
      faults: [{ kind: 'history-newer' }],
    });
  }, WAIT);
  expect(await newer.count('runs')).toBe(1);
  newer.close();
});

it('[R31] says again that the disk is full, once there was room in between', async () => {
  const { extension } = companion;
  await extension.signIn();
  const full = { faults: [{ kind: 'history-full' }] };
  const empty = fillDisk();
  await (await companion.start(1)).waitFor('done');
  await vi.waitFor(
    async () => expect(await extension.storage('session')).toMatchObject(full),
    WAIT,
  );
  empty();
  await (await companion.start(2, OTHER)).waitFor('done');
  await untilKept(ADA, 'done', 2);
  await vi.waitFor(async () => {
    expect(await extension.storage('session')).not.toHaveProperty('faults');
  }, WAIT);
  fillDisk();
  await companion.start(3, 'A third text.');
  await vi.waitFor(
    async () => expect(await extension.storage('session')).toMatchObject(full),
    WAIT,
  );
});
