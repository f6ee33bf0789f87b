import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { ModelPicker } from '@/components/model/model-picker';
import { bareModel, chatModel } from '../support/chat-models';
import { Page } from '../support/page';

const MODELS = [
  chatModel('a/first', { price: { input: 0.05, output: 2.5 }, contextLength: 131_072 }),
  chatModel('b/second', { price: { input: 0, output: 0 } }),
  bareModel('c/third'),
];

let page: Page;
let chosen: string[];

async function open(change: Partial<Parameters<typeof ModelPicker>[0]> = {}) {
  chosen = [];
  page = await Page.open(
    <ModelPicker
      models={MODELS}
      model={MODELS[0]}
      recommendedId="b/second"
      favourites={[]}
      onChoose={(id) => chosen.push(id)}
      {...change}
    />,
  );
}

function field(): HTMLInputElement | HTMLTextAreaElement {
  return page.field('combobox', 'Model');
}

async function click(): Promise<void> {
  await act(() => field().click());
}

/** The option that the field points to. */
function active(): string | undefined {
  const id = field().getAttribute('aria-activedescendant');
  const option = id === null ? null : document.getElementById(id);
  // Its first text, without the badge.
  return option?.querySelector('.model-id')?.firstChild?.textContent ?? undefined;
}

beforeEach(() => open());

describe('ModelPicker', () => {
  it('is a closed combobox that shows the model in use', () => {
    expect(field().value).toBe('a/first');
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(field().getAttribute('aria-autocomplete')).toBe('list');
    expect(page.all('listbox')).toEqual([]);
    expect(active()).toBeUndefined();
  });

  it('controls a list of its own name', async () => {
    await page.key(field(), { key: 'ArrowDown' });
    expect(page.get('listbox', 'Model').id).toBe(field().getAttribute('aria-controls'));
    expect(field().getAttribute('aria-expanded')).toBe('true');
  });

  it('opens on a click with all models, the one in use active', async () => {
    await open({ model: MODELS[1] });
    await click();
    expect(page.all('option')).toHaveLength(3);
    expect(active()).toBe('b/second');
    expect(page.all('option').map((option) => option.getAttribute('aria-selected'))).toEqual([
      'false',
      'true',
      'false',
    ]);
  });

  it('says price, context and which is the default', async () => {
    await page.key(field(), { key: 'ArrowDown' });
    expect(page.names('option')).toEqual([
      'a/first $0.05 in, $2.50 out per million tokens · 128k context',
      'b/second default free · 128k context',
      'c/third',
    ]);
  });
});

describe('ModelPicker, with favourites', () => {
  it('has them first, also among what a search finds', async () => {
    await open({ favourites: ['c/third', 'gone/model'] });
    await click();
    const ids = () => page.all('option').map((option) => option.querySelector('.model-id'));
    const first = ids()[0];
    expect(first?.textContent).toContain('c/third');
    expect(first?.querySelector('[aria-label=favourite]')).not.toBeNull();
    expect(ids()).toHaveLength(3);
    await page.type(field(), '/');
    expect(ids()[0]?.textContent).toContain('c/third');
  });
});

describe('ModelPicker, searching and moving', () => {
  it('searches while one types', async () => {
    await page.type(field(), 'SEC');
    expect(page.all('option')).toHaveLength(1);
    expect(active()).toBe('b/second');
    await page.type(field(), 'nothing');
    expect(page.all('option')).toEqual([]);
    expect(page.names('status')).toEqual(['No model matches']);
    expect(page.all('listbox')).toEqual([]);
    expect(field().getAttribute('aria-expanded')).toBe('false');
    expect(active()).toBeUndefined();
    await page.type(field(), 'sec');
    expect(page.names('status')).toEqual(['']);
  });

  it('moves by arrows and stops at both ends', async () => {
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
      await page.key(field(), { key });
    }
    expect(active()).toBe('c/third');
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp']) await page.key(field(), { key });
    expect(active()).toBe('a/first');
  });

  it('takes the active model by Enter, and closes', async () => {
    await page.type(field(), 'third');
    const enter = await page.key(field(), { key: 'Enter' });
    expect(chosen).toEqual(['c/third']);
    expect(enter.defaultPrevented).toBe(true);
    expect(page.all('listbox')).toEqual([]);
  });

  it('moves on from the model in use', async () => {
    await open({ model: MODELS[1] });
    await click();
    await page.key(field(), { key: 'ArrowDown' });
    expect(active()).toBe('c/third');
    await page.key(field(), { key: 'Enter' });
    expect(chosen).toEqual(['c/third']);
  });

  it('keeps the model that was reached when the list changes meanwhile', async () => {
    const view = (models: typeof MODELS) => (
      <ModelPicker
        models={models}
        model={MODELS[0]}
        recommendedId={undefined}
        favourites={[]}
        onChoose={(id) => chosen.push(id)}
      />
    );
    await page.show(view(MODELS));
    await click();
    await page.key(field(), { key: 'ArrowDown' });
    await page.show(view([chatModel('0/new'), ...MODELS]));
    expect(active()).toBe('b/second');
    await page.key(field(), { key: 'Enter' });
    expect(chosen).toEqual(['b/second']);
  });

  it('takes a model by the mouse without losing the focus', async () => {
    field().focus();
    await page.key(field(), { key: 'ArrowDown' });
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    page.all('option')[1]?.dispatchEvent(down);
    expect(chosen).toEqual(['b/second']);
    expect(down.defaultPrevented).toBe(true);
  });
});

describe('ModelPicker, leaving', () => {
  it('leaves everything as it was on Escape, and keeps the popup open once', async () => {
    await page.type(field(), 'sec');
    const first = await page.key(field(), { key: 'Escape' });
    expect(first.defaultPrevented).toBe(true);
    expect(page.all('listbox')).toEqual([]);
    expect(field().value).toBe('a/first');
    const second = await page.key(field(), { key: 'Escape' });
    expect(second.defaultPrevented).toBe(false);
    expect(chosen).toEqual([]);
  });

  it('takes nothing by Enter when nothing matches, or when it is closed', async () => {
    const closed = await page.key(field(), { key: 'Enter' });
    expect(closed.defaultPrevented).toBe(false);
    await page.type(field(), 'nothing');
    await page.key(field(), { key: 'Enter' });
    expect(chosen).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a click', () => click()],
    ['an arrow', () => page.key(field(), { key: 'ArrowDown' })],
    ['emptying the field', () => page.type(field(), '')],
  ])('only closes by Enter after nothing but %s', async (_title, openList) => {
    await open({ model: MODELS[1] });
    await openList();
    expect(page.all('listbox')).toHaveLength(1);
    const enter = await page.key(field(), { key: 'Enter' });
    expect(enter.defaultPrevented).toBe(true);
    expect(page.all('listbox')).toEqual([]);
    expect(chosen).toEqual([]);
    expect(field().value).toBe('b/second');
  });

  it('has no active model where none is in use, and starts at the first', async () => {
    await open({ model: undefined });
    await click();
    expect(active()).toBeUndefined();
    await page.key(field(), { key: 'ArrowDown' });
    expect(active()).toBe('a/first');
  });

  it.each([
    ['while composing', { key: 'Enter', isComposing: true }],
    ['with keyCode 229', { key: 'Enter', keyCode: 229 }],
  ])('takes nothing by the Enter that ends a composition (%s)', async (_title, key) => {
    await page.type(field(), 'third');
    await page.key(field(), key);
    expect(chosen).toEqual([]);
    expect(page.all('listbox')).toHaveLength(1);
  });

  it('closes when the focus goes elsewhere', async () => {
    await page.type(field(), 'sec');
    field().dispatchEvent(new FocusEvent('blur'));
    await page.key(field(), { key: 'Tab' });
    expect(page.all('listbox')).toEqual([]);
    expect(field().value).toBe('a/first');
  });

  it('shows at most fifty, and finds the others by search', async () => {
    const models = Array.from({ length: 60 }, (_, index) => chatModel(`org/model-${index}`));
    await open({ models });
    await page.key(field(), { key: 'ArrowDown' });
    expect(page.all('option')).toHaveLength(50);
    await page.type(field(), 'model-59');
    expect(active()).toBe('org/model-59');
  });

  it('says that it is loading until there is a list', async () => {
    await open({ models: undefined, model: undefined });
    expect(field().placeholder).toBe('Loading the model list…');
    await click();
    expect(page.names('status')).toEqual(['Loading the model list…']);
    await open({ model: undefined });
    expect(field().placeholder).toBe('Search models');
  });
});
