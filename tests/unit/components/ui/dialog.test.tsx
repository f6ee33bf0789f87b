import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Page } from '../../support/page';

async function open() {
  const closed: string[] = [];
  const content = (isOpen: boolean) => (
    <>
      <Button>Before</Button>
      {isOpen && (
        <Dialog
          title="Delete all?"
          onClose={() => closed.push('closed')}
          actions={<Button kind="danger">Delete</Button>}
        />
      )}
    </>
  );
  const page = await Page.open(content(false));
  page.get('button', 'Before').focus();
  await page.show(content(true));
  const dialog = page.root.querySelector('dialog');
  if (!dialog) throw new Error('no dialog');
  return { page, dialog, closed, close: () => page.show(content(false)) };
}

describe('Dialog', () => {
  it('is modal and named by its title', async () => {
    const { dialog } = await open();
    expect(dialog.open).toBe(true);
    const title = document.getElementById(dialog.getAttribute('aria-labelledby') ?? '');
    expect(title?.textContent).toBe('Delete all?');
  });

  it('gives the focus back to where it was', async () => {
    const { page, close } = await open();
    page.get('button', 'Delete').focus();
    await close();
    expect(document.activeElement).toBe(page.get('button', 'Before'));
  });

  it('closes by Escape alone, and not the popup around it', async () => {
    const { page, closed } = await open();
    const composing = { key: 'Escape', isComposing: true };
    await page.key(page.get('button', 'Delete'), composing);
    expect(closed).toEqual([]);
    const event = await page.key(page.get('button', 'Delete'), { key: 'Escape' });
    expect(event.defaultPrevented).toBe(true);
    expect(closed).toEqual(['closed']);
  });

  it('closes by a press beside it, not by one on its words', async () => {
    const { page, dialog, closed } = await open();
    await act(() => page.get('heading', 'Delete all?').click());
    expect(closed).toEqual([]);
    await act(() => dialog.click());
    expect(closed).toEqual(['closed']);
  });
});
