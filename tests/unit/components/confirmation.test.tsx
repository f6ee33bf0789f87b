import { describe, expect, it } from 'vitest';
import { Confirmation } from '@/components/run/confirmation';
import { Page } from '../support/page';

async function open(sendCharacters: number, costUsd: number | undefined, textLength = 1_100_000) {
  const done: string[] = [];
  const reason = sendCharacters < textLength ? 'cut' : 'cost';
  const page = await Page.open(
    <Confirmation
      state={{ kind: 'held', by: 'confirmation', reason, sendCharacters, costUsd }}
      textLength={textLength}
      onConfirm={() => done.push('confirm')}
      onCancel={() => done.push('cancel')}
    />,
  );
  return { page, done };
}

describe('Confirmation', () => {
  it.each([
    ['a cut and its price', 110_000, 0.02, 'Send the first 110,000 characters, at most $0.02'],
    ['a cut without a known price', 110_000, undefined, 'Send the first 110,000 characters'],
    ['a dear text', 1_100_000, 1.5, 'Send all 1,100,000 characters, at most $1.50'],
    ['a cut that is free', 110_000, 0, 'Send the first 110,000 characters, at most $0.00'],
  ])('[R34] names %s on its button', async (_title, sent, cost, label) => {
    const { page } = await open(sent, cost);
    expect(page.names('button')).toEqual([label, 'Cancel']);
  });

  it('[R34] says why it asks', async () => {
    const cut = await open(110_000, 0.02);
    expect(cut.page.root.textContent).toContain(
      'The text has 1,100,000 characters; the model takes only the beginning.',
    );
    const dear = await open(1_100_000, 1.5);
    expect(dear.page.root.textContent).toContain(
      'This may cost more than you want to spend unasked.',
    );
  });

  it('is a group that its question names', async () => {
    const { page } = await open(7, 0.02, 7);
    const id = page.get('group').getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(id)?.textContent).toBe(
      'This may cost more than you want to spend unasked.',
    );
  });

  it('sends only on yes', async () => {
    const { page, done } = await open(7, 0.02, 7);
    await page.press('Cancel');
    await page.press('Send all 7 characters, at most $0.02');
    expect(done).toEqual(['cancel', 'confirm']);
  });
});
