import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptNames, probeFromArticle } from '../injected-probe.ts';
import { GECKO_ID } from '../../../utils/config/extension-ids.ts';
import { openStage, type Stage } from '../stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('storage-access');
  await stage.signIn();
  await stage.choose(stage.article, '#p1', 'summarize');
});
afterAll(() => stage.close());

// Firefox cannot keep such a script from `storage.local`: no secret may ever be there.
describe('a script that the extension puts into a page', () => {
  it('[TK-01] reads no storage and no database that has a token in it', async () => {
    // So that there is something to read.
    const kept = ['accounts', expect.stringMatching(/^accessToken\./), 'companion-secrets'];
    expect(await keptNames(stage)).toEqual(expect.arrayContaining(kept));

    const probe = await probeFromArticle(stage);
    expect(probe.id).toBe(GECKO_ID);
    expect(probe.local).toContain('Ada Lovelace');
    // Lists of models count tokens of another kind.
    expect(probe.local).not.toMatch(/hf_|(?:access|refresh|id)_?token/i);
    expect(probe.session).toMatch(/^TypeError: .*undefined/);
    expect(probe.databases).toBe('got []');
    expect(probe.secrets).toBe('got []');
  });
});
