import { beforeEach, describe, expect, it } from 'vitest';
import { act } from 'preact/test-utils';
import { EndpointForm, type EnteredEndpoint } from '@/components/endpoint/endpoint-form';
import { EndpointOffer } from '@/components/endpoint/endpoint-offer';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { Result } from '@/utils/result';
import { Page } from '../support/page';

const HUB = 'https://a.endpoints.huggingface.cloud';

let page: Page;
let added: EnteredEndpoint[];
let answer: Result<string>;

beforeEach(async () => {
  added = [];
  answer = { ok: true, value: 'e1' };
  const onAdd = (entered: EnteredEndpoint) => {
    added.push(entered);
    return Promise.resolve(answer);
  };
  page = await Page.open(<EndpointForm onAdd={onAdd} />);
});

async function submit(): Promise<void> {
  await act(() => page.root.querySelector('form')?.requestSubmit());
}

const url = () => page.field('textbox', 'Address');
const key = () => {
  const input = page.root.querySelector('input[type=password]');
  if (!(input instanceof HTMLInputElement)) throw new Error('there is no field for a key');
  return input;
};

describe('EndpointForm', () => {
  it('adds an endpoint by its address alone, and is empty again', async () => {
    await page.type(url(), 'localhost:11434');
    await submit();
    expect(added).toEqual([{ url: 'http://localhost:11434/v1', sendsToken: false }]);
    expect(url().value).toBe('');
  });

  it('says what is possible where the address is not, and asks nobody', async () => {
    await page.type(url(), 'https://example.org');
    await submit();
    expect(page.get('alert').textContent).toContain('.endpoints.huggingface.cloud');
    expect(added).toEqual([]);
    await page.type(url(), 'localhost');
    expect(page.all('alert')).toEqual([]);
  });

  it('offers to send the token to a host of Hugging Face alone, and is not set to', async () => {
    await page.type(url(), 'localhost:11434');
    expect(page.root.querySelector('input[type=checkbox]')).toBeNull();
    await page.type(url(), HUB);
    const box = page.root.querySelector<HTMLInputElement>('input[type=checkbox]');
    expect(box?.checked).toBe(false);
    await act(() => box?.click());
    // Another address after that takes the consent away with it.
    await page.type(url(), 'localhost:11434');
    await submit();
    expect(added).toEqual([{ url: 'http://localhost:11434/v1', sendsToken: false }]);
  });

  it('passes name, key and consent on, and keeps them when it fails', async () => {
    answer = { ok: false, error: { kind: 'endpoint-key', reason: 'format' } };
    await page.type(url(), HUB);
    await page.type(page.field('textbox', 'Name (optional)'), 'Mine');
    await page.type(key(), 'sk 1');
    await act(() => page.root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click());
    await submit();
    expect(added).toEqual([{ url: `${HUB}/v1`, name: 'Mine', key: 'sk 1', sendsToken: true }]);
    expect(page.get('alert').textContent).toContain("That can't be a key");
    expect(key().value).toBe('sk 1');
  });
});

describe('EndpointOffer', () => {
  const HOME: OwnEndpoint = {
    id: 'e1',
    name: 'Home',
    url: 'http://localhost:1/v1',
    model: 'lens',
    models: ['lens'],
    hasKey: false,
    sendsToken: false,
  };
  const { model: _, ...silent } = { ...HOME, id: 'e2', name: 'Silent' };

  it('leads to where endpoints are added while none has a model', async () => {
    await page.show(<EndpointOffer endpoints={[silent]} onUse={() => undefined} />);
    expect(page.names('link')).toEqual(['Use a server of your own']);
    expect(page.all('button')).toEqual([]);
  });

  it('uses one with a click', async () => {
    const used: string[] = [];
    await page.show(<EndpointOffer endpoints={[silent, HOME]} onUse={({ id }) => used.push(id)} />);
    await page.press('Use Home');
    expect(used).toEqual(['e1']);
  });
});
