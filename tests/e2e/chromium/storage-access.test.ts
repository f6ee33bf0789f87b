import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptNames, probeFromArticle } from '../injected-probe.ts';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('storage-access');
  await stage.signIn();
  await stage.choose(stage.article, '#p1', 'summarize');
});
afterAll(() => stage.close());

describe('a script that the extension puts into a page', () => {
  it('[TK-01] reads no storage and no database of the extension', async () => {
    // So that there is something to read.
    const kept = ['accounts', expect.stringMatching(/^accessToken\./), 'companion-secrets'];
    expect(await keptNames(stage)).toEqual(expect.arrayContaining(kept));

    const probe = await probeFromArticle(stage);
    expect(probe.id).toBe(new URL(stage.browser.extensionUrl('')).host);
    expect(probe.local).toMatch(/^Error: Access to storage is not allowed/);
    expect(probe.session).toMatch(/^Error: Access to storage is not allowed/);
    expect(probe.databases).toBe('got []');
    expect(probe.secrets).toBe('got []');
  });
});
