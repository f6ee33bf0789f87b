import { describe, expect, it, vi } from 'vitest';
import { Menu } from '@/components/ui/menu';
import { MenuItem } from '@/components/ui/menu-item';
import { Page } from '../../support/page';

async function open() {
  const done: string[] = [];
  const page = await Page.open(
    <Menu label="Copy as">
      <MenuItem onChoose={() => done.push('one')}>One</MenuItem>
      <hr />
      <MenuItem href="https://example.org/">Two</MenuItem>
      <MenuItem onChoose={() => done.push('three')}>Three</MenuItem>
    </Menu>,
  );
  const press = (key: string) => page.key(document.activeElement ?? document.body, { key });
  return { page, done, press };
}

const focused = () => document.activeElement?.textContent;

describe('Menu', () => {
  it('takes the focus to its first item, by a press or by the arrow that leads there', async () => {
    const { page, press } = await open();
    await page.openMenu('Copy as');
    expect(focused()).toBe('One');
    await press('Escape');
    await vi.waitFor(() => expect(focused()).toBe('Copy as'));
    await press('ArrowDown');
    await vi.waitFor(() => expect(focused()).toBe('One'));
  });

  it.each([
    ['ArrowDown', ['Two', 'Three', 'One']],
    ['ArrowUp', ['Three', 'Two', 'One']],
    ['End', ['Three']],
    ['Home', ['One']],
  ])('goes through its items by %s, around the ends', async (key, items) => {
    const { page, press } = await open();
    await page.openMenu('Copy as');
    for (const item of items) {
      const event = await press(key);
      expect(event.defaultPrevented).toBe(true);
      expect(focused()).toBe(item);
    }
  });

  it('is one stop of the Tab key', async () => {
    const { page } = await open();
    await page.openMenu('Copy as');
    expect(page.all('menuitem').map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, -1]);
  });

  it('gives the focus back before what was chosen is done', async () => {
    const { page, done } = await open();
    await page.openMenu('Copy as');
    await page.press('Three', 'menuitem');
    expect(done).toEqual(['three']);
    expect(page.names('menuitem')).toEqual([]);
    expect(focused()).toBe('Copy as');
  });
});
