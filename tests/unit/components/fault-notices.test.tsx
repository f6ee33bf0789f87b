import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { FaultNotices } from '@/components/ui/fault-notices';
import { describeFaults } from '@/utils/errors/describe-fault';
import type { Fault, FaultKind } from '@/utils/storage/fault';
import { Page } from '../support/page';

/** A new kind does not compile until it is here. */
const KINDS = Object.keys({
  damaged: 0,
  'newer-version': 0,
  'migration-failed': 0,
  'storage-full': 0,
  'history-full': 0,
  'history-damaged': 0,
  'history-newer': 0,
  'history-unavailable': 0,
} satisfies Record<FaultKind, 0>) as FaultKind[];

async function open(...list: Fault[]) {
  const faults = signal<readonly Fault[] | undefined>(list);
  const dismissed: FaultKind[] = [];
  const model = { faults, dismiss: (kind: FaultKind) => dismissed.push(kind) };
  return { page: await Page.open(<FaultNotices model={model} />), faults, dismissed };
}

describe('FaultNotices', () => {
  it('shows nothing where nothing is wrong', async () => {
    const { page, faults } = await open();
    expect(page.all('alert')).toEqual([]);
    faults.value = undefined;
    expect(page.all('alert')).toEqual([]);
  });

  it.each(KINDS)('has words of its own for %s', async (kind) => {
    const { page } = await open({ kind });
    const { title, detail } = describeFaults(kind, [{ kind }]);
    expect(title).toMatch(/^\w.*[^.\s]$/);
    expect(detail).toMatch(/^\w.*\.$/);
    expect(page.get('alert').textContent).toContain(title + detail);
    const others = KINDS.filter((other) => other !== kind).map((other) =>
      describeFaults(other, []),
    );
    expect(others.map((other) => other.title)).not.toContain(title);
  });

  it('says in one notice all that was damaged, and what holds instead', async () => {
    const whats = ['settings', 'signIn', 'accounts', 'memoryOnly'];
    const { page } = await open(...whats.map((what) => ({ kind: 'damaged', what }) as const));
    const [notice, ...others] = page.all('alert');
    expect(others).toEqual([]);
    expect(notice?.textContent).toContain('The list of accounts was damaged; sign in again.');
    expect(notice?.textContent).toContain('The options were damaged;');
    expect(notice?.textContent?.match(/What was noted for this session/g)).toHaveLength(1);
    expect(notice?.textContent).toContain('A copy');
  });

  it('shows no more what was dismissed, and tells which kind that is', async () => {
    const { page, dismissed } = await open(
      { kind: 'storage-full' },
      { kind: 'newer-version', isDismissed: true },
    );
    expect(page.all('alert')).toHaveLength(1);
    page.get('button', 'Dismiss').click();
    expect(dismissed).toEqual(['storage-full']);
  });

  it('keeps the focus where a notice was dismissed', async () => {
    const { page, faults } = await open({ kind: 'storage-full' });
    page.get('button', 'Dismiss').focus();
    await act(() => {
      faults.value = [{ kind: 'storage-full', isDismissed: true }];
    });
    expect(page.all('alert')).toEqual([]);
    expect(document.activeElement).toBe(page.root.querySelector('.notices'));
  });

  it('shows the way to the history when it is full', async () => {
    const { page } = await open({ kind: 'history-full' });
    expect(page.get('link', 'Open the history').getAttribute('href')).toBe('/options.html#history');
  });
});
