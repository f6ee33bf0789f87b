import { describe, expect, it } from 'vitest';
import { AmountField } from '@/components/money/amount-field';
import { BillToChoice } from '@/components/money/bill-to-choice';
import { ReceiptLine } from '@/components/money/receipt-line';
import { SpendingChart } from '@/components/money/spending-chart';
import { SpentSummary } from '@/components/money/spent-summary';
import { scopeFeature } from '@/utils/account/scope-features';
import { INCLUDED_CREDIT } from '@/utils/money/included-credit';
import type { Receipt } from '@/utils/runs/run';
import { ADA } from '../support/fake-background';
import { Page } from '../support/page';

const RECEIPT: Receipt = { inputTokens: 1_234, outputTokens: 56, isEstimated: false };

async function wordsOf(change: Partial<Receipt>) {
  const page = await Page.open(<ReceiptLine receipt={{ ...RECEIPT, ...change }} />);
  return page.get('group', 'Receipt').textContent;
}

describe('ReceiptLine', () => {
  it('says price, tokens, provider and times on one line', async () => {
    const words = await wordsOf({
      costUsd: 0.000_42,
      provider: 'quill',
      firstTokenMs: 420,
      tokensPerSecond: 1_200,
      billTo: 'engines',
    });
    expect(words).toBe(
      '$0.00042 · paid by engines · tokens: 1,234 in, 56 out · quill · first word after 420 ms · 1,200 tokens a second',
    );
  });

  it('marks what is estimated, and leaves out what is not known', async () => {
    expect(await wordsOf({ isEstimated: true, costUsd: 0.01 })).toBe(
      'about $0.01 (estimated) · tokens: about 1,234 in, 56 out (estimated)',
    );
    expect(await wordsOf({ isPriceEstimated: true, costUsd: 0.01 })).toBe(
      'about $0.01 (estimated) · tokens: 1,234 in, 56 out',
    );
    expect(await wordsOf({ costUsd: 0 })).toBe('free · tokens: 1,234 in, 56 out');
    expect(await wordsOf({})).toBe('tokens: 1,234 in, 56 out');
  });
});

describe('SpendingChart', () => {
  it('is a table whose bars are measured against the dearest', async () => {
    const total = { runs: 1, estimatedUsd: 0, billedUsd: 0, unpriced: 0 };
    const rows = [
      { name: 'org/a', total: { ...total, costUsd: 0.4 } },
      { name: 'org/b', total: { ...total, costUsd: 0.1, runs: 3 } },
    ];
    const page = await Page.open(<SpendingChart caption="By model" rows={rows} />);
    expect(page.root.querySelector('caption')?.textContent).toBe('By model');
    const bars = [...page.root.querySelectorAll('meter')].map(({ value, max }) => value / max);
    expect(bars).toEqual([1, 0.25]);
    expect(page.root.querySelectorAll('tbody tr')[1]?.textContent).toBe('org/b$0.103 answers');
  });
});

describe('SpentSummary', () => {
  const SPENT = {
    usd: 0.02,
    estimatedUsd: 0.001,
    includedUsd: 0.1,
    isByHub: false,
    isIncludedByHub: false,
  };

  async function open(change: Partial<typeof SPENT>, canReadBilling = true) {
    const spent = { ...SPENT, ...change };
    return await Page.open(<SpentSummary spent={spent} canReadBilling={canReadBilling} />);
  }

  it.each([
    [
      'ours, and the documentation',
      {},
      [
        'Counted here, at list price, for this browser alone.',
        `What is included is by Hugging Face's documentation of ${INCLUDED_CREDIT.asOf}.`,
        '$0.001 of it is estimated.',
      ],
    ],
    [
      'ours, and what Hugging Face says is included',
      { isIncludedByHub: true },
      [
        'Counted here, at list price, for this browser alone.',
        "What is included is Hugging Face's own figure.",
        '$0.001 of it is estimated.',
      ],
    ],
    [
      "Hugging Face's",
      { isByHub: true, isIncludedByHub: true, estimatedUsd: 0 },
      ["Hugging Face's own count, of all apps."],
    ],
  ])('says whose figures they are: %s', async (_title, change, words) => {
    const { root } = await open(change);
    expect(root.textContent).toBe(`$0.02 this month, of $0.10 included${words.join(' ')}`);
  });

  it('leads to the permission that gives the real figures, where it is not given', async () => {
    const link = (await open({}, false)).root.querySelector('a');
    expect(link?.textContent).toBe(scopeFeature('read-billing').label);
    expect(link?.getAttribute('href')).toBe('/options.html#permissions');
    expect((await open({})).root.querySelector('a')).toBeNull();
  });
});

describe('AmountField', () => {
  async function open(value?: number) {
    const stored: (number | null)[] = [];
    const page = await Page.open(
      <AmountField
        label="Most"
        hint="A hint."
        value={value}
        placeholder="0.01"
        onChange={(usd) => {
          stored.push(usd);
          return Promise.resolve(true);
        }}
      />,
    );
    const write = async (text: string) => await page.enter(page.field('textbox', 'Most'), text);
    return { page, stored, write };
  }

  it('stores a sum, with a point or a comma, and nothing for an empty field', async () => {
    const { stored, write } = await open(0.5);
    await write('0.02');
    await write(' 1,5 ');
    await write('0,005');
    await write('0');
    await write('');
    expect(stored).toEqual([0.02, 1.5, 0.005, 0, null]);
  });

  it.each(['1,000', '10,250'])(
    'guesses nothing about %s and says how to write it',
    async (text) => {
      const { page, stored, write } = await open();
      await write(text);
      expect(stored).toEqual([]);
      expect(page.get('alert').textContent).toContain('Write thousands without a comma');
      expect(page.field('textbox', 'Most').value).toBe(text);
    },
  );

  it.each(['a lot', '-1', '1e9', 'NaN', 'Infinity', '1.2.3'])(
    'refuses %s and says so',
    async (text) => {
      const { page, stored, write } = await open();
      await write(text);
      expect(stored).toEqual([]);
      expect(page.get('alert').textContent).toBe('That is not a sum. It was not saved.');
      expect(page.field('textbox', 'Most').getAttribute('aria-invalid')).toBe('true');
      expect(page.field('textbox', 'Most').value).toBe(text);
    },
  );
});

describe('BillToChoice', () => {
  const organization = { sub: 'o', name: 'Engines', username: 'engines', canPay: true };
  const poor = { sub: 'p', name: 'Readers', username: 'readers', canPay: false };
  const account = { ...ADA, organizations: [organization, poor] };

  it('offers the person and the organizations that can pay', async () => {
    const chosen: (string | null)[] = [];
    const page = await Page.open(
      <BillToChoice
        account={account}
        billTo={undefined}
        managed={undefined}
        onChoose={(billTo) => chosen.push(billTo)}
      />,
    );
    const select = page.root.querySelector('select');
    expect([...(select?.options ?? [])].map(({ text }) => text)).toEqual([
      `You (@${ADA.username})`,
      'Engines',
    ]);
    await page.choose('Paid by', 'Engines');
    await page.choose('Paid by', 'You');
    expect(chosen).toEqual(['engines', null]);
  });

  it('leads to the permission that shows who can pay, where nobody is known to and it is not given', async () => {
    const props = { billTo: undefined, managed: undefined, onChoose: () => undefined };
    const linksOf = async (change: Partial<typeof ADA>) => {
      const page = await Page.open(<BillToChoice {...props} account={{ ...ADA, ...change }} />);
      return [...page.root.querySelectorAll('a')].map(({ textContent }) => textContent);
    };
    const organizations = [poor];
    expect(await linksOf({ organizations })).toEqual([scopeFeature('read-billing').label]);
    expect(await linksOf({ organizations, scopes: ['read-billing'] })).toEqual([]);
    expect(await linksOf({ organizations: [organization] })).toEqual([]);
  });

  it('still shows one that was chosen and cannot pay any more, and says what policy has decided', async () => {
    const props = { account, onChoose: () => undefined };
    const lost = await Page.open(<BillToChoice {...props} billTo="readers" managed={undefined} />);
    expect(lost.root.textContent).toContain('readers (cannot pay now)');
    const managed = await Page.open(
      <BillToChoice {...props} billTo={undefined} managed="engines" />,
    );
    expect(managed.root.textContent).toBe('Your organization has decided that engines pays.');
  });
});
