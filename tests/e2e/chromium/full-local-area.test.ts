import { afterAll, beforeAll, expect, it } from 'vitest';
import { empty, fill, says, withStorage } from '../full-areas.ts';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('full-local-area');
  await stage.signIn();
});
afterAll(() => stage.close());

// Firefox 153 has no limit of its own: it took 24 MiB without a word.
it('[R31] [TK-09] says that the disk area is full, keeps what was there, and works once there is room', async () => {
  const options = await stage.browser.openTab(stage.browser.extensionUrl('options.html#answers'));
  const { bytes, said } = await fill(stage, 'local');
  expect(said).toMatch(/quota/i);
  expect(bytes).toBeLessThan(11 * (1 << 20));
  await options.click('radio', 'In a small window of their own');
  await says(options, 'Something could not be stored.');
  const kept = await withStorage<object>(
    stage,
    `return await storage.local.get(['accounts', 'settings']);`,
  );
  expect(kept).toHaveProperty('accounts');
  expect(kept).not.toHaveProperty('settings');
  await empty(stage, 'local');
  // What is shown is what is stored: it can be chosen again.
  await options.click('radio', 'In a small window of their own');
  await options.waitUntil('no notice', async () => (await options.names('alert')).length === 0);
});
