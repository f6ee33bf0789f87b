import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SavedField } from '@/components/ui/saved-field';
import { SavedNote } from '@/components/ui/saved-note';
import type { SavedText } from '@/components/ui/use-saved-text';
import { Page } from '../support/page';

const WRONG = 'That is not it.';

let page: Page;
let saved: string[];
let wrong: string | undefined;

beforeEach(() => {
  vi.useFakeTimers();
  saved = [];
  wrong = undefined;
});
afterEach(async () => {
  await page.show(null);
  vi.useRealTimers();
});

const content = (props: Partial<SavedText>) => (
  <SavedNote>
    <SavedField
      label="Name"
      value="before"
      onSave={(text) => {
        saved.push(text);
        return Promise.resolve(wrong);
      }}
      {...props}
    />
  </SavedNote>
);

async function open(props: Partial<SavedText> = {}) {
  page = await Page.open(content(props));
}

const field = () => page.root.querySelector('input') as HTMLInputElement;
const rest = (ms: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
const leave = () => act(() => void field().dispatchEvent(new FocusEvent('blur')));
const says = () => page.get('status').textContent;

describe('a field that saves what is typed', () => {
  it('does so once the typing rests, and says so once', async () => {
    await open();
    await page.type(field(), 'af');
    await rest(399);
    await page.type(field(), 'after');
    await rest(399);
    expect(saved).toEqual([]);
    expect(says()).toBe('');
    await rest(1);
    expect(saved).toEqual(['after']);
    expect(says()).toBe('Saved.');
    await leave();
    await rest(5_000);
    expect(saved).toEqual(['after']);
    expect(says()).toBe('');
  });

  it.each([
    ['it is left', leave],
    ['Enter is pressed', () => page.key(field(), { key: 'Enter' })],
    ['its page is left', () => act(() => void dispatchEvent(new Event('pagehide')))],
    ['it goes', () => page.show(null)],
  ])('does so at once when %s, and not again', async (_title, end) => {
    await open();
    await page.type(field(), 'after');
    await end();
    expect(saved).toEqual(['after']);
    await rest(1_000);
    expect(saved).toEqual(['after']);
  });

  it('saves nothing that has not changed', async () => {
    await open();
    await leave();
    await page.type(field(), 'after');
    await page.type(field(), 'before');
    await leave();
    await page.show(null);
    expect(saved).toEqual([]);
  });

  it('says beside it what is wrong, and keeps what was typed until that is mended', async () => {
    await open();
    wrong = WRONG;
    await page.type(field(), 'worse');
    await rest(400);
    expect(page.get('alert').textContent).toBe(WRONG);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(field().getAttribute('aria-describedby')).toBe(page.get('alert').id);
    expect(says()).toBe('');
    await page.show(content({ value: 'changed elsewhere' }));
    expect(field().value).toBe('worse');
    wrong = undefined;
    await page.type(field(), 'better');
    expect(page.all('alert')).toEqual([]);
    await rest(400);
    expect(saved).toEqual(['worse', 'better']);
    expect(says()).toBe('Saved.');
  });

  it('tries again what was refused', async () => {
    await open();
    wrong = WRONG;
    await page.type(field(), 'worse');
    await rest(400);
    await page.key(field(), { key: 'Enter' });
    expect(saved).toEqual(['worse', 'worse']);
  });

  it('shows what is stored in its own form once it is left, and what was typed until then', async () => {
    await open();
    await act(() => field().focus());
    await page.type(field(), '1,50');
    await rest(400);
    await page.show(content({ value: '1.5' }));
    expect(field().value).toBe('1,50');
    await leave();
    expect(field().value).toBe('1.5');
  });

  it('follows what is stored by others', async () => {
    await open();
    await page.show(content({ value: 'elsewhere' }));
    expect(field().value).toBe('elsewhere');
  });

  it('waits for the end of a composition, whose Enter is its own', async () => {
    await open();
    await page.type(field(), 'ni', { isComposing: true });
    await page.key(field(), { key: 'Enter', isComposing: true });
    await page.key(field(), { key: 'Enter', keyCode: 229 });
    await rest(1_000);
    expect(saved).toEqual([]);
    await act(() => {
      field().value = '你';
      field().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    await rest(400);
    expect(saved).toEqual(['你']);
  });
});

describe('a field whose half means something else', () => {
  it('waits until it is left or confirmed', async () => {
    await open({ isStoredWhole: true });
    await page.type(field(), 'ha');
    await rest(5_000);
    expect(saved).toEqual([]);
    await page.type(field(), 'whole');
    await leave();
    expect(saved).toEqual(['whole']);
  });

  it('takes at once what is pasted', async () => {
    await open({ isStoredWhole: true });
    await page.paste(field(), 'whole');
    await rest(0);
    expect(saved).toEqual(['whole']);
  });
});

describe('a field for a secret', () => {
  it('is empty once it is stored, and takes another, also the same', async () => {
    await open({ isSecret: true, value: '' });
    for (const _ of [1, 2]) {
      await page.type(field(), 'sk-1');
      await leave();
      await rest(0);
      expect(field().value).toBe('');
    }
    expect(saved).toEqual(['sk-1', 'sk-1']);
  });
});
