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

  it('shows for the pointer and goes by Escape from anywhere', async () => {
    const { page, button, shown, hidden } = await open();
    const around = vi.fn<() => void>();
    page.root.addEventListener('keydown', around);
    await point('pointerenter', button);
    expect(shown).toHaveBeenCalledTimes(1);
    expect((await page.key(page.root, { key: 'Escape' })).defaultPrevented).toBe(true);
    expect(hidden).toHaveBeenCalledTimes(1);
    expect(around).not.toHaveBeenCalled();
    await page.key(page.root, { key: 'Escape' });
    expect(around).toHaveBeenCalledTimes(1);
  });

  it('touches its control, so that the pointer can go from one to the other', async () => {
    const { page, button } = await open();
    const place = button.parentElement;
    vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(600);
    if (place)
      vi.spyOn(place, 'getBoundingClientRect').mockReturnValue(new DOMRect(10, 20, 80, 30));
    await point('pointerenter', button);
    expect(page.get('tooltip').style.top).toBe('50px');
  });

  it('stays while its control has the focus, when the pointer leaves', async () => {
    const { button, hidden } = await open();
    await act(() => button.focus());
    await point('pointerleave', button);
    expect(hidden).not.toHaveBeenCalled();
    await act(() => button.blur());
    expect(hidden).toHaveBeenCalledTimes(1);
  });
});

/** Enters or leaves the place of a control: these events do not bubble. */
async function point(type: 'pointerenter' | 'pointerleave', control: HTMLElement): Promise<void> {
  await act(() => void control.parentElement?.dispatchEvent(new PointerEvent(type)));
}
