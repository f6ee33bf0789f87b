import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { AllowedProviders } from '@/components/model/allowed-providers';
import { Page } from '../support/page';

let page: Page;
let changes: unknown[];

async function open(own?: string[], managed?: string[]) {
  changes = [];
  page = await Page.open(
    <AllowedProviders
      live={['abacus', 'lantern', 'quill']}
      own={own}
      managed={managed}
      onChange={(next) => changes.push(next)}
    />,
  );
}

function box(name: string): HTMLInputElement {
  return page.get('checkbox', name) as HTMLInputElement;
}

function ticked(): string[] {
  return page.names('checkbox').filter((name) => box(name).checked);
}

function click(name: string): Promise<void> {
  return act(() => box(name).click());
}

it('allows all until one is taken away', async () => {
  await open();
  expect(ticked()).toEqual(['abacus', 'lantern', 'quill']);
  expect(page.all('button')).toEqual([]);
  await click('quill');
  expect(changes).toEqual([['abacus', 'lantern']]);
});

it('allows only those of the list, and all again by a button', async () => {
  await open(['Lantern', 'quill']);
  expect(ticked()).toEqual(['lantern', 'quill']);
  await click('abacus');
  await click('lantern');
  await page.press('Allow all providers');
  expect(changes).toEqual([['Lantern', 'quill', 'abacus'], ['quill'], undefined]);
});

it('keeps the last one, without which nothing could be sent', async () => {
  await open(['quill']);
  expect(box('quill').disabled).toBe(true);
  expect(box('abacus').disabled).toBe(false);
});

it('shows one of the list that serves nothing now, so that it can be taken off', async () => {
  await open(['abacus', 'gone']);
  await click('gone');
  expect(changes).toEqual([['abacus']]);
});

it('leaves no choice about what policy forbids, and says why', async () => {
  await open(undefined, ['quill', 'abacus']);
  const locked = 'lantern not allowed by your organization';
  expect(ticked()).toEqual(['abacus', 'quill']);
  expect(box(locked).disabled).toBe(true);
  await open(['lantern', 'quill'], ['quill', 'abacus']);
  expect(ticked()).toEqual(['quill']);
});
