import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from '@/components/ui/button';
import { Tooltip } from '@/components/ui/tooltip';
import { Page } from '../../support/page';

async function open() {
  const shown = vi.spyOn(HTMLElement.prototype, 'showPopover');
  const hidden = vi.spyOn(HTMLElement.prototype, 'hidePopover');
  const page = await Page.open(
    <Tooltip words="Organizations that you are in">
      {(id) => <Button aria-describedby={id}>Engines</Button>}
    </Tooltip>,
  );
  return { page, shown, hidden, button: page.get('button', 'Engines') };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('Tooltip', () => {
  it('describes its control also while it is not shown', async () => {
    const { page, button } = await open();
    const id = button.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(id)).toBe(page.get('tooltip', 'Organizations that you are in'));
  });

  it('shows with the focus and goes with it', async () => {
    const { button, shown, hidden } = await open();
    await act(() => button.focus());
    expect(shown).toHaveBeenCalledTimes(1);
    await act(() => button.blur());
    expect(hidden).toHaveBeenCalledTimes(1);
  });

  it('goes by Escape, which then does nothing else', async () => {
    const { page, button, hidden } = await open();
    await act(() => button.focus());
    expect((await page.key(button, { key: 'Escape' })).defaultPrevented).toBe(true);
    expect(hidden).toHaveBeenCalledTimes(1);
    expect((await page.key(button, { key: 'Escape' })).defaultPrevented).toBe(false);
  });
});
