import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { AllowedProviders } from '@/components/model/allowed-providers';
import { Page } from '../support/page';

let page: Page;
let changes: [name: string, isOn: boolean][];
let allowedAll: number;

async function open(own?: string[], managed?: string[]) {
  changes = [];
  allowedAll = 0;
  page = await Page.open(null);
  await show(own, managed);
}

async function show(own?: string[], managed?: string[]) {
  await page.show(
    <AllowedProviders
      live={['abacus', 'lantern', 'quill']}
      own={own}
      managed={managed}
      onSet={(...change) => changes.push(change)}
      onAllowAll={() => (allowedAll += 1)}
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
  expect(changes).toEqual([['quill', false]]);
});

it('allows only those of the list, and all again by a button', async () => {
  await open(['Lantern', 'quill']);
  expect(ticked()).toEqual(['lantern', 'quill']);
  await click('abacus');
  await click('lantern');
  await page.press('Allow all providers');
  expect(changes).toEqual([
    ['abacus', true],
    ['lantern', false],
  ]);
  expect(allowedAll).toBe(1);
});

it('keeps the last one, without which nothing could be sent', async () => {
  await open(['quill']);
  expect(box('quill').disabled).toBe(true);
  expect(box('abacus').disabled).toBe(false);
});

it('shows one of the list that serves nothing now, so that it can be taken off', async () => {
  await open(['abacus', 'gone']);
  await click('gone');
  expect(changes).toEqual([['gone', false]]);
});

it('leaves no choice about what policy forbids, and says why', async () => {
  await open(undefined, ['quill', 'abacus']);
  const locked = 'lantern not allowed by your organization';
  expect(ticked()).toEqual(['abacus', 'quill']);
  expect(box(locked).disabled).toBe(true);
  await open(['lantern', 'quill'], ['quill', 'abacus']);
  expect(ticked()).toEqual(['quill']);
});

it.each([
  ['the button that allows all goes', ['quill'], () => page.get('button', 'Allow all providers')],
  ['one that serves nothing now is taken off', ['abacus', 'gone'], () => box('gone')],
])('keeps the focus where %s', async (_title, own, control) => {
  await open(own);
  control().focus();
  await show(own.includes('gone') ? ['abacus'] : undefined);
  expect(document.activeElement).toBe(page.root.querySelector('fieldset'));
});
