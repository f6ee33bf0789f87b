import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { FollowUpNote } from '@/entrypoints/sidepanel/follow-up-note';
import type { RunSnapshot } from '@/utils/runs/run';
import { chatModel } from '../support/chat-models';
import { Page } from '../support/page';
import { snapshot } from '../support/runs';

const USUAL = chatModel('org/usual', { price: { input: 10, output: 10 } });
const GIFT = chatModel('org/gift', { price: { input: 0, output: 0 } });
const HOME = {
  id: 'e1',
  name: 'Home',
  url: 'http://127.0.0.1:8080/v1',
  models: ['lens-7b'],
  hasKey: false,
  sendsToken: false,
};

async function words(change: Partial<RunSnapshot> = {}, earlier: RunSnapshot[] = []) {
  const app = {
    chosen: () => ({ model: USUAL, provider: undefined, endpoint: undefined }),
    endpoints: signal([HOME]),
    catalogue: signal({ fetchedAt: 1, models: [USUAL, GIFT] }),
    modelPolicy: signal({ allowedModels: undefined, allowedProviders: undefined }),
    tokenRatios: signal(undefined),
  };
  const run = snapshot({ state: { kind: 'done', finish: 'stop' }, ...change });
  const runs = { earlier: signal(earlier), answer: signal(run.answer) };
  return (await Page.open(<FollowUpNote app={app} runs={runs} run={run} />)).root.textContent;
}

/** Of the words. */
function usd(text: string | null): number {
  return Number(/\$(\d+\.\d+)/.exec(text ?? '')?.[1]);
}

describe('the note at a follow-up question', () => {
  it('says what goes along, and what one more question will about cost', async () => {
    expect(await words()).toMatch(
      /^Your question goes with the text and the answers so far\. Ask costs about \$0\.00\d+\.$/,
    );
  });

  it('counts the whole text and all that was said', async () => {
    const alone = usd(await words());
    expect(usd(await words({ textLength: 40_000, sentCharacters: 40_000 }))).toBeGreaterThan(
      alone * 10,
    );
    const answer = 'A lens bends light. '.repeat(500);
    expect(usd(await words({ answer }))).toBeGreaterThan(alone * 5);
    expect(usd(await words({}, [snapshot({ answer })]))).toBeGreaterThan(alone * 5);
  });

  it('goes by the model that was chosen for the conversation alone', async () => {
    expect(await words({ ownChoice: { model: 'org/gift' } })).toContain('Ask is free.');
  });

  it('names the own endpoint that a conversation stays at, and no price', async () => {
    const choice = { model: 'lens-7b', endpoint: 'e1' };
    expect(await words({ choice })).toBe('Sends the text to lens-7b at Home, and nowhere else.');
    expect(await words({ choice: { model: 'built-in', endpoint: 'built-in' } })).toBe('');
  });
});
