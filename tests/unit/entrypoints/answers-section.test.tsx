import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SavedNote } from '@/components/ui/saved-note';
import { AnswersSection } from '@/entrypoints/options/answers-section';
import { fakeAppModel, FakeBackground } from '../support/fake-background';
import { Page } from '../support/page';

let background: FakeBackground;
let page: Page;

beforeEach(async () => {
  background = new FakeBackground();
  page = await Page.open(
    <SavedNote>
      <AnswersSection app={fakeAppModel(undefined)} />
    </SavedNote>,
  );
});

function input(words: string): HTMLInputElement {
  const label = [...page.root.querySelectorAll('label')].find(
    (one) => one.textContent?.trim() === words,
  );
  const found = label?.querySelector('input');
  if (!found) throw new Error(`no choice ${words}`);
  return found;
}

const WINDOW = 'In a small window of their own';
const PANEL = "In the browser's side panel";

describe('where answers appear, in the options', () => {
  it('says that a change is saved', async () => {
    await act(() => input('Ask').click());
    await vi.waitFor(() => expect(page.get('status').textContent).toBe('Saved.'));
  });

  it('shows what is stored after each change that was refused', async () => {
    background.answers('settings.set-card-action', { ok: false, error: { kind: 'storage-full' } });
    background.answers('settings.set-answers-in', { ok: false, error: { kind: 'storage-full' } });
    for (let time = 0; time < 2; time += 1) {
      await act(() => input('Ask').click());
      await vi.waitFor(() => expect(input('Ask').checked).toBe(false));
      await act(() => input(WINDOW).click());
      await vi.waitFor(() => expect(input(WINDOW).checked).toBe(false));
      expect(input(PANEL).checked).toBe(true);
    }
    expect(page.get('status').textContent).toBe('');
  });
});
