import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EndpointRow } from '@/components/endpoint/endpoint-row';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { Result } from '@/utils/result';
import { Page } from '../support/page';

const HOME: OwnEndpoint = {
  id: 'e1',
  name: 'Home',
  url: 'http://localhost:1/v1',
  model: 'lens-7b',
  models: ['lens-7b', 'lens-8b'],
  hasKey: false,
  sendsToken: false,
};

let page: Page;
let asked: unknown[];
let answer: Result<null>;
const isInUse = signal(false);

async function open(change: Partial<OwnEndpoint> = {}, isNew = false): Promise<void> {
  const note =
    (what: string) =>
    (...values: unknown[]) => {
      asked.push([what, ...values.slice(1)]);
      return Promise.resolve(answer);
    };
  page = await Page.open(
    <ul>
      <EndpointRow
        endpoint={{ ...HOME, ...change }}
        isInUse={isInUse.value}
        isNew={isNew}
        onCheck={note('check')}
        onModel={note('model')}
        onKey={note('key')}
        onUse={note('use')}
        onRemove={note('remove')}
      />
    </ul>,
  );
}

beforeEach(() => {
  asked = [];
  answer = { ok: true, value: null };
  isInUse.value = false;
});

describe('EndpointRow', () => {
  it('checks one that has just been added, and says what it has', async () => {
    await open({}, true);
    expect(asked).toEqual([['check']]);
    expect(page.get('status').textContent).toBe('It answers, and has 2 models.');
  });

  it('checks no other unasked', async () => {
    await open();
    expect(asked).toEqual([]);
    await page.press('Check Home');
    expect(asked).toEqual([['check']]);
  });

  it('says what is wrong, with what helps', async () => {
    answer = {
      ok: false,
      error: { kind: 'endpoint-unreachable', host: 'localhost:1', isLocal: true },
    };
    await open();
    await page.press('Check Home');
    expect(page.get('alert').textContent).toContain('No server answers at localhost:1');
    expect(page.get('alert').textContent).toContain('ollama serve');
  });

  it('is used for all actions, and no longer', async () => {
    await open();
    await page.press('Use for all actions: Home');
    isInUse.value = true;
    await open();
    await page.press('Stop using it: Home');
    expect(asked).toEqual([
      ['use', true],
      ['use', false],
    ]);
  });

  it('is not used while it has no model', async () => {
    await open({ model: undefined, models: [] });
    expect(page.names('button')).toEqual(['Check Home', 'Remove Home']);
  });

  it('takes another model, and a key that it does not show', async () => {
    await open({ hasKey: true });
    const select = page.root.querySelector('select');
    await act(() => {
      if (select) select.value = 'lens-8b';
      select?.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const field = page.root.querySelector<HTMLInputElement>('input[type=password]');
    expect(field?.value).toBe('');
    if (field) await page.type(field, 'sk-1');
    if (field) await page.key(field, { key: 'Enter' });
    await vi.waitFor(() => expect(field?.value).toBe(''));
    await page.press('Remove the key of Home');
    expect(asked).toEqual([
      ['model', 'lens-8b'],
      ['key', 'sk-1'],
      ['key', null],
    ]);
  });
});
