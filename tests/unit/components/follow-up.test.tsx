import { describe, expect, it } from 'vitest';
import { FollowUp } from '@/components/run/follow-up';
import type { Result } from '@/utils/result';
import { Page } from '../support/page';

const REFUSED: Result<unknown> = { ok: false, error: { kind: 'run-gone' } };
const TAKEN: Result<unknown> = { ok: true, value: null };

/** A follow-up whose questions are answered when a test says so. */
async function open() {
  const asked: string[] = [];
  const pending: Array<(answer: Result<unknown>) => void> = [];
  const onFollowUp = (question: string) => {
    asked.push(question);
    return new Promise<Result<unknown>>((resolve) => pending.push(resolve));
  };
  const view = <FollowUp onFollowUp={onFollowUp} note={null} />;
  const page = await Page.open(view);
  const field = page.field('textbox', 'Follow-up question');
  const answer = async (result: Result<unknown>) => {
    pending.shift()?.(result);
    // Lets what waits for it go on.
    await page.show(view);
  };
  return { page, field, asked, answer };
}

describe('a follow-up question', () => {
  it('stays where it was typed until it is taken', async () => {
    const { page, field, answer } = await open();
    await page.type(field, 'Why?');
    await page.press('Ask');
    expect(field.value).toBe('Why?');
    await answer(TAKEN);
    expect(field.value).toBe('');
    expect(page.all('alert')).toEqual([]);
  });

  it('stays where it is refused, with the reason beside it until it is asked again', async () => {
    const { page, field, asked, answer } = await open();
    await page.type(field, 'Why?');
    await page.press('Ask');
    await answer(REFUSED);
    expect(field.value).toBe('Why?');
    expect(page.get('alert').textContent).toContain('This run is no longer in memory');
    await page.press('Ask');
    expect(page.all('alert')).toEqual([]);
    expect(asked).toEqual(['Why?', 'Why?']);
  });

  it('is asked once, however often it is pressed, and leaves alone what is typed meanwhile', async () => {
    const { page, field, asked, answer } = await open();
    await page.type(field, 'Why?');
    await page.press('Ask');
    await page.press('Ask');
    expect(asked).toEqual(['Why?']);
    await page.type(field, 'And how?');
    await answer(TAKEN);
    expect(field.value).toBe('And how?');
  });

  it('is not asked where it is blank', async () => {
    const { page, field, asked } = await open();
    await page.type(field, '  ');
    await page.press('Ask');
    expect(asked).toEqual([]);
  });
});
