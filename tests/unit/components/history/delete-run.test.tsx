import { describe, expect, it } from 'vitest';
import { openers, openHistory, SEARCH } from '../../support/history-page';
import { historyRow } from '../../support/history-rows';
import type { Page } from '../../support/page';

describe('deleting a run', () => {
  const rows = ['c', 'b', 'a'].map((id) => historyRow(id));
  const ask = (page: Page, id: string) => page.press(`Delete: Summarize, Page ${id}`);

  it('takes a second press, which a repeated key cannot be', async () => {
    const { page, model } = await openHistory(rows);
    page.get('button', 'Delete: Summarize, Page b').focus();
    await ask(page, 'b');
    const group = page.get('group');
    expect(document.activeElement).toBe(group);
    expect(group.textContent).toContain('Delete this answer?');
    expect(model.delete).not.toHaveBeenCalled();
    await page.press('Delete');
    expect(model.delete.mock.calls).toEqual([[rows[1]]]);
  });

  it.each([
    ['the next row', 'b', 1],
    ['the row before, from the last', 'a', 1],
  ])('moves the focus to %s', async (_title, id, index) => {
    const { page } = await openHistory(rows);
    await ask(page, id);
    await page.press('Delete');
    expect(openers(page)).toHaveLength(2);
    expect(document.activeElement).toBe(openers(page)[index]);
  });

  it('moves the focus to the search when no row is left', async () => {
    const { page } = await openHistory([historyRow('a')]);
    await ask(page, 'a');
    await page.press('Delete');
    expect(document.activeElement).toBe(page.field('searchbox', SEARCH));
  });

  it.each(['Keep', 'Escape'])('is taken back by %s, with the focus on its button', async (way) => {
    const { page, model } = await openHistory(rows);
    page.get('button', 'Delete: Summarize, Page b').focus();
    await ask(page, 'b');
    if (way === 'Keep') {
      page.get('button', 'Keep').focus();
      await page.press('Keep');
    } else {
      expect((await page.key(page.get('group'), { key: 'Escape' })).defaultPrevented).toBe(true);
    }
    expect(document.activeElement).toBe(page.get('button', 'Delete: Summarize, Page b'));
    expect(model.delete).not.toHaveBeenCalled();
  });

  it('leaves the row where it could not be deleted', async () => {
    const { page, model } = await openHistory(rows);
    model.delete.mockImplementation(() => Promise.resolve(false));
    await ask(page, 'b');
    await page.press('Delete');
    expect(openers(page)).toHaveLength(3);
    expect(page.root.querySelector('[aria-busy=true]')).toBeNull();
    expect(page.all('button', 'Delete: Summarize, Page b')).toHaveLength(1);
  });
});
