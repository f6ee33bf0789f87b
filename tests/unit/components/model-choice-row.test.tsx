import { beforeEach, describe, expect, it } from 'vitest';
import { ModelChoiceRow } from '@/components/model/model-choice-row';
import { withProviders } from '@/utils/models/with-providers';
import { Page } from '../support/page';

const MODEL = withProviders({ id: 'demo/two-shops-70b', isThinking: false }, [
  {
    name: 'abacus',
    price: { input: 0.6, output: 0.9 },
    contextLength: 131_072,
    tokensPerSecond: 35,
    firstTokenMs: 180,
  },
  { name: 'quill', price: { input: 0.9, output: 1.8 }, contextLength: 65_536 },
  { name: 'lantern' },
]);

let page: Page;
let asked: unknown[];

async function open(change: Partial<Parameters<typeof ModelChoiceRow>[0]> = {}) {
  const row = (
    <ul>
      <ModelChoiceRow
        title="Translate"
        model={MODEL}
        provider={undefined}
        place={undefined}
        allowed={undefined}
        isOwn
        hasProvider
        otherwise="as for all actions"
        reset="As for all actions"
        isOpen={false}
        onOpen={(isOpen) => asked.push(isOpen)}
        onProvider={(provider) => asked.push(provider)}
        onReset={() => asked.push('reset')}
        {...change}
      >
        <input type="search" aria-label="inside" />
      </ModelChoiceRow>
    </ul>
  );
  page ??= await Page.open(row);
  await page.show(row);
}

function options(): HTMLOptionElement[] {
  return [...page.root.querySelectorAll('option')];
}

function said(): string | undefined {
  return page.root.querySelector('select + .hint')?.textContent ?? undefined;
}

beforeEach(async () => {
  asked = [];
  page = await Page.open(null);
  await open();
});

describe('ModelChoiceRow', () => {
  it('offers the policies, and then each live provider with its price and speed', () => {
    expect(options().map(({ text }) => text)).toEqual([
      'Cheapest provider',
      'Fastest provider',
      'Your order at Hugging Face',
      'abacus · $0.60 in, $0.90 out · 35 tokens/s · first word 180 ms',
      'quill · $0.90 in, $1.80 out',
      'lantern',
    ]);
    expect(page.get('combobox', 'Provider: Translate')).toHaveProperty('value', 'cheapest');
  });

  it.each([
    [
      'the cheapest',
      undefined,
      'served by abacus · $0.60 in, $0.90 out per million tokens · 128k context',
    ],
    ['any', 'preferred', '$0.60–$0.90 in, $0.90–$1.80 out per million tokens · 64k context'],
    [
      'a named one',
      'quill',
      'served by quill · $0.90 in, $1.80 out per million tokens · 64k context',
    ],
  ])('says the price and the context with %s', async (_title, provider, words) => {
    await open({ provider });
    expect(said()).toBe(words);
  });

  it('chooses who serves', async () => {
    await page.choose('Provider: Translate', 'Fastest');
    await page.choose('Provider: Translate', 'quill');
    expect(asked).toEqual(['fastest', 'quill']);
  });

  it('says that a chosen provider does not serve it now, and keeps it', async () => {
    await open({ provider: 'groq' });
    expect(page.get('combobox', 'Provider: Translate')).toHaveProperty('value', 'groq');
    expect(options().map(({ text }) => text)).toContain('groq (does not serve it now)');
  });

  it('says that the order at Hugging Face is lost where only some providers are allowed', async () => {
    await open({ provider: 'preferred', allowed: ['quill', 'abacus'] });
    const [, , preferred] = options();
    expect(preferred?.disabled).toBe(true);
    expect(said()).toMatch(/^served by abacus .* so the cheapest of them is asked\.$/);
    await open({ provider: undefined, allowed: ['quill', 'abacus'] });
    expect(said()).not.toContain('cannot be kept');
  });

  it('has nothing to choose or take back where the model is that of all actions', async () => {
    await open({ isOwn: false, hasProvider: false });
    expect(page.all('combobox')).toEqual([]);
    expect(page.names('button')).toEqual(['Change: Translate']);
    expect(page.get('listitem').textContent).toContain('demo/two-shops-70b as for all actions');
  });
});

describe('ModelChoiceRow, focus', () => {
  it('is on Change after all models were closed', async () => {
    const change = () => page.get('button', 'Change: Translate');
    await page.press('Change: Translate');
    await open({ isOpen: true });
    expect(change().getAttribute('aria-expanded')).toBe('true');
    page.get('searchbox', 'inside').focus();
    await open({ isOpen: false });
    expect(asked).toEqual([true]);
    expect(document.activeElement).toBe(change());
  });

  it('is on Change after the choice was taken back', async () => {
    page.get('button', 'As for all actions: Translate').focus();
    await page.press('As for all actions: Translate');
    await open({ isOwn: false, hasProvider: false });
    expect(asked).toEqual(['reset']);
    expect(document.activeElement).toBe(page.get('button', 'Change: Translate'));
  });
});
