import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { empty, fill, says, withStorage } from './full-areas.ts';
import { openStage, type Stage } from './stage.ts';

/* Real limits of real browsers, and real garbage. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('storage-faults');
  await stage.signIn();
});
afterAll(() => stage.close());

const openOptions = () => stage.browser.openTab(stage.browser.extensionUrl('options.html'));

describe('a storage without room', () => {
  it('[R31] [TK-09] says so where a sign-in can not even begin', async () => {
    const options = await openOptions();
    const { bytes, said } = await fill(stage, 'session');
    expect(said).toMatch(/quota/i);
    expect(bytes).toBeLessThan(11 * (1 << 20));
    await options.click('button', 'Add account');
    await says(options, "The browser's storage is full");
    await empty(stage, 'session');
    await options.close();
  });
});

describe('a value that is damaged', () => {
  it('[R32] [TK-10] is told, is kept as a copy, and costs nothing else', async () => {
    const options = await openOptions();
    await withStorage(stage, `await storage.local.set({ settings: 'garbage' });`);
    await says(options, 'The options were damaged');
    await options.click('button', 'Dismiss');
    await options.waitFor('alert', '', { gone: true });
    const stored = await withStorage<Record<string, { json?: string }>>(
      stage,
      `return await storage.local.get(['damaged.settings']);`,
    );
    expect(stored['damaged.settings']?.json).toBe('"garbage"');
    await options.waitFor('button', 'Add account');
    await options.close();
  });

  it('[R32] [TK-10] is put aside by a background that starts, and the panel tells it', async () => {
    await withStorage(stage, `await storage.local.set({ settingsByAccount: [[1], 'garbage'] });`);
    await stage.browser.killBackground();
    await stage.choose(stage.article, '#p1', 'summarize');
    await says(await stage.browser.panel(), 'The chosen models were damaged');
    const stored = await withStorage<Record<string, unknown>>(
      stage,
      `return await storage.local.get(null);`,
    );
    expect(stored).not.toHaveProperty('settingsByAccount');
    expect(stored).toHaveProperty(['damaged.settingsByAccount']);
  });
});
