import { expect, it } from 'vitest';
import { readKeptRuns, untilKept } from '@/tests/fakes/kept-runs';
import { ADA, GRACE, useCompanion } from './companion';

/* The history is its account's alone, whatever a page asks for. */

const companion = useCompanion();

/** A run of Ada's in her history, while Grace is in use. */
async function switchToGrace(): Promise<void> {
  const { extension } = companion;
  await companion.signInBoth();
  await extension.request('session.switch-account', { sub: ADA });
  await (await companion.start()).waitFor('done');
  await untilKept(ADA, 'done');
  await extension.request('session.switch-account', { sub: GRACE });
}

it('[TK-06] another account finds nothing by list, search, count or export', async () => {
  const { extension } = companion;
  await switchToGrace();
  const sub = GRACE;
  for (const query of ['', 'lighthouse']) {
    const page = await extension.request('history.list', { sub, query });
    expect(page).toMatchObject({ ok: true, value: { rows: [] } });
  }
  expect(await extension.request('history.now', { sub })).toEqual({ ok: true, value: [] });
  expect(await extension.request('history.count', { sub })).toEqual({ ok: true, value: 0 });
  const file = await extension.request('history.export', { sub });
  expect(file).toMatchObject({ ok: true, value: { runs: [] } });
});

it('[TK-06] nothing is told of, or done to, the history of an account that is not in use', async () => {
  const { extension } = companion;
  await switchToGrace();
  const sub = ADA;
  const answers = [
    await extension.request('history.now', { sub }),
    await extension.request('history.list', { sub, query: '' }),
    await extension.request('history.count', { sub }),
    await extension.request('history.export', { sub }),
    await extension.request('history.import', { sub, batch: {} }),
    await extension.request('history.delete', { sub, runId: crypto.randomUUID() }),
    await extension.request('history.delete-all', { sub }),
    await extension.request('history.set-retention', { sub, retention: 'none' }),
  ];
  for (const answer of answers) {
    expect(answer).toEqual({ ok: false, error: { kind: 'no-history' } });
  }
  expect((await readKeptRuns(ADA))?.runs).toHaveLength(1);
});
