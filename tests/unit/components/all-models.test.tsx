import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it } from 'vitest';
import { AllModels } from '@/components/model/all-models';
import { MODELS as HUB_MODELS } from '@/tests/hub/models';
import { parseModels } from '@/utils/models/parse-models';
import { Page } from '../support/page';

const MODELS = parseModels({ data: HUB_MODELS }) ?? [];

let page: Page;
let asked: unknown[];

async function open(change: Partial<Parameters<typeof AllModels>[0]> = {}) {
  asked = [];
  page = await Page.open(
    <AllModels
      models={MODELS}
      chosenId="demo/gift-1b"
      recommendedId="demo/extractive"
      favourites={[]}
      onChoose={(id) => asked.push(id)}
      onFavourite={(id, isFavourite) => asked.push([id, isFavourite])}
      onClose={() => asked.push('close')}
      {...change}
    />,
  );
}

/** The models as they stand there. */
function shown(): (string | null)[] {
  return [...page.root.querySelectorAll('.model-take')].map(({ textContent }) => textContent);
}

function tick(name: string): Promise<void> {
  return act(() => page.get('checkbox', name).click());
}

beforeEach(() => open());

describe('AllModels', () => {
  it('begins in the search, with every model and the recommended one first', () => {
    expect(document.activeElement).toBe(page.get('searchbox', 'Search models'));
    expect(shown()).toHaveLength(MODELS.length);
    expect(shown()[0]).toBe('demo/extractive');
    expect(page.names('status')).toEqual([`${MODELS.length} of ${MODELS.length} models`]);
  });

  it('says what helps to choose, as the description of the button that takes it', () => {
    const facts = (id: string) => {
      const described = page.get('button', id).getAttribute('aria-describedby') ?? '';
      return document.getElementById(described)?.textContent;
    };
    expect(facts('demo/extractive')).toBe(
      'default uses tools $0.02 in, $0.04 out per million tokens · 128k context · first word from 90 ms · up to 240 tokens/s · 3 providers',
    );
    expect(facts('demo/onlooker-24b')).toMatch(/^sees pictures /);
    expect(facts('demo/unmeasured-12b')).toBe('1 provider');
  });

  it('narrows the list by words and by each filter, and says how many are left', async () => {
    await tick('uses tools');
    expect(shown()).toEqual(['demo/extractive', 'demo/gilded-400b']);
    await page.type(page.field('searchbox', 'Search models'), 'gild');
    expect(shown()).toEqual(['demo/gilded-400b']);
    await tick('sees pictures');
    expect(shown()).toEqual([]);
    expect(page.names('status')).toEqual(['No model matches']);
    await tick('uses tools');
    await page.type(page.field('searchbox', 'Search models'), '');
    expect(shown()).toEqual(['demo/onlooker-24b']);
    expect(page.names('status')).toEqual([`1 of ${MODELS.length} models`]);
  });

  it('keeps only free models, and only those with room', async () => {
    await tick('free');
    expect(shown()).toEqual(['demo/gift-1b']);
    await page.choose('Context at least', '128k');
    expect(shown()).toEqual([]);
    await tick('free');
    expect(shown()).toContain('demo/gilded-400b');
    expect(shown()).not.toContain('demo/onlooker-24b');
  });

  it.each([
    ['Price', 'demo/gift-1b'],
    ['Time to the first word', 'demo/extractive'],
    ['Speed', 'demo/two-shops-70b'],
    ['Context', 'demo/gilded-400b'],
  ])('sorts by %s', async (order, first) => {
    await page.choose('Sort by', order);
    expect(shown()[0]).toBe(first);
  });

  it('takes a model, and shows which one is taken', async () => {
    expect(page.get('button', 'demo/gift-1b').getAttribute('aria-pressed')).toBe('true');
    expect(page.get('button', 'demo/gilded-400b').getAttribute('aria-pressed')).toBe('false');
    await page.press('demo/gilded-400b');
    expect(asked).toEqual(['demo/gilded-400b']);
  });

  it('has favourites first in any order, and stars that say whether they are', async () => {
    await open({ favourites: ['demo/ponder-32b-thinking'] });
    expect(shown()[0]).toBe('demo/ponder-32b-thinking');
    const star = page.get('button', 'Favourite: demo/ponder-32b-thinking');
    expect(star.getAttribute('aria-pressed')).toBe('true');
    await page.press('Favourite: demo/ponder-32b-thinking');
    await page.press('Favourite: demo/gift-1b');
    expect(asked).toEqual([
      ['demo/ponder-32b-thinking', false],
      ['demo/gift-1b', true],
    ]);
  });

  it('closes by Escape, but for one of an input method', async () => {
    await page.key(page.get('searchbox', 'Search models'), { key: 'Escape', isComposing: true });
    expect(asked).toEqual([]);
    await page.key(page.get('button', 'demo/gift-1b'), { key: 'Escape' });
    expect(asked).toEqual(['close']);
  });
});
