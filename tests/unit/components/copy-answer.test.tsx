import { afterEach, describe, expect, it, vi } from 'vitest';
import { CopyAnswer } from '@/components/run/copy-answer';
import { Page } from '../support/page';

const ANSWER = '**Bold** and $x^2$';

async function open() {
  const written: string[] = [];
  const items: Record<string, string>[] = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    written.push(text);
  });
  const write = vi.spyOn(navigator.clipboard, 'write').mockImplementation(async ([item]) => {
    const types = item?.types ?? [];
    const texts = types.map(async (type) => [type, await (await item?.getType(type))?.text()]);
    items.push(Object.fromEntries(await Promise.all(texts)));
  });
  const page = await Page.open(<CopyAnswer text={() => ANSWER} />);
  const says = (words: string) =>
    vi.waitFor(() => expect(page.get('status').textContent).toBe(words));
  return { page, written, items, write, says };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('CopyAnswer', () => {
  it('copies the answer as HTML and as text in one', async () => {
    const { page, items, says } = await open();
    await page.press('Copy');
    await says('Copied');
    expect(items).toHaveLength(1);
    expect(items[0]?.['text/plain']).toBe('Bold and x^2');
    expect(items[0]?.['text/html']).toMatch(/^<p><strong>Bold<\/strong> and <math /);
  });

  it('copies plain text where the browser refuses HTML, and says so', async () => {
    const { page, written, write, says } = await open();
    write.mockRejectedValue(new Error('NotAllowedError'));
    await page.press('Copy');
    await says('Copied as plain text. This browser refused the formatted one.');
    expect(written).toEqual(['Bold and x^2']);
  });

  it('says when nothing could be copied', async () => {
    const { page, write, says } = await open();
    write.mockRejectedValue(new Error('NotAllowedError'));
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('NotAllowedError'));
    await page.press('Copy');
    await says('Copying was refused');
  });

  it.each([
    ['Copy as Markdown', ANSWER],
    ['Copy as plain text', 'Bold and x^2'],
  ])('offers "%s", and gives the focus back', async (name, text) => {
    const { page, written, says } = await open();
    expect(page.names('button')).toEqual(['Copy', 'Copy as…']);
    await page.openMenu('Copy as…');
    expect(page.get('button', 'Copy as…').getAttribute('aria-expanded')).toBe('true');
    await page.press(name, 'menuitem');
    await says('Copied');
    expect(written).toEqual([text]);
    expect(page.names('menuitem')).toEqual([]);
    expect(document.activeElement).toBe(page.get('button', 'Copy as…'));
  });

  it('closes the choice by Escape, but for one of an input method', async () => {
    const { page } = await open();
    await page.openMenu('Copy as…');
    await page.key(page.get('menuitem', 'Copy as Markdown'), { key: 'Escape', isComposing: true });
    expect(page.names('menuitem')).toHaveLength(2);
    await page.key(page.get('menuitem', 'Copy as Markdown'), { key: 'Escape' });
    expect(page.names('menuitem')).toEqual([]);
  });
});
