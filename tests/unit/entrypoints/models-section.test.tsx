import { act } from 'preact/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ModelsSection } from '@/entrypoints/options/models-section';
import { ModelChoice } from '@/entrypoints/popup/model-choice';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import type { AccountSettings } from '@/utils/account/account-settings';
import { chatModel } from '../support/chat-models';
import { ADA, fakeAppModel, FakeBackground } from '../support/fake-background';
import { Page } from '../support/page';

const MODELS = [chatModel('a/first'), chatModel('b/second')];
const OWN = { model: 'b/second', provider: 'fastest' };

let app: ReturnType<typeof fakeAppModel>;
let sent: unknown[];
let page: Page;

beforeEach(() => {
  void new FakeBackground();
  sent = [];
  Object.assign(fakeBrowser.runtime, {
    sendMessage: (message: unknown) => {
      sent.push(message);
      return Promise.resolve({ ok: true, value: null });
    },
  });
  app = fakeAppModel(ADA, MODELS);
  app.providers.value = ['abacus', 'quill'];
});

async function open(settings: AccountSettings = {}) {
  app.settings.value = settings;
  page = await Page.open(<ModelsSection app={app} />);
}

function changes(): unknown[] {
  return sent.flatMap((message) => {
    const { kind, change, sub } = message as { kind: string; change?: unknown; sub?: string };
    return kind === 'settings.change' && sub === ADA.sub ? [change] : [];
  });
}

describe('the models section of the options', () => {
  it('takes a model for one action, beside those of the others', async () => {
    await open({ choices: { default: OWN } });
    await page.press('Change: Translate');
    await page.press('b/second');
    expect(changes()).toEqual([{ choices: { translate: { model: 'b/second' } } }]);
    expect(page.all('searchbox')).toEqual([]);
  });

  it('keeps the policy of the router with another model', async () => {
    await open({ choices: { translate: OWN } });
    await page.press('Change: Translate');
    await page.press('a/first');
    const translate = { model: 'a/first', provider: 'fastest' };
    expect(changes()).toEqual([{ choices: { translate } }]);
  });

  it('takes a choice back, and only that', async () => {
    await open({ choices: { default: OWN, ask: OWN } });
    await page.press('As for all actions: Ask');
    await page.press('Use the recommended one: All actions');
    expect(changes()).toEqual([{ choices: { ask: null } }, { choices: { default: null } }]);
  });

  it('chooses who serves the model of all actions, also the recommended one', async () => {
    await open();
    await page.choose('Provider: All actions', 'Fastest');
    expect(changes()).toEqual([
      { choices: { default: { model: 'a/first', provider: 'fastest' } } },
    ]);
  });

  it('stars a model, and takes the star away', async () => {
    await open({ favourites: ['b/second'] });
    await page.press('Change: All actions');
    await page.press('Favourite: a/first');
    await page.press('Favourite: b/second');
    expect(changes()).toEqual([
      { favourite: { model: 'a/first', isOn: true } },
      { favourite: { model: 'b/second', isOn: false } },
    ]);
  });

  it('allows only some providers, and all again', async () => {
    await open();
    await act(() => page.get('checkbox', 'quill').click());
    await act(() => {
      app.settings.value = { providers: ['abacus'] };
    });
    await page.press('Allow all providers');
    const provider = { name: 'quill', isOn: false, live: ['abacus', 'quill'] };
    expect(changes()).toEqual([{ provider }, { providers: null }]);
  });

  it('shows who may get the text as it is, when a change could not be stored', async () => {
    const error = { kind: 'storage-full' };
    const sendMessage = () => Promise.resolve({ ok: false, error });
    Object.assign(fakeBrowser.runtime, { sendMessage });
    await open();
    const box = page.get('checkbox', 'quill') as HTMLInputElement;
    const select = page.get('combobox', 'Provider: All actions') as HTMLSelectElement;
    await act(() => box.click());
    await page.choose('Provider: All actions', 'Fastest');
    await vi.waitFor(() => expect(page.all('alert')).toHaveLength(1));
    await vi.waitFor(() => expect(box.checked).toBe(true));
    await vi.waitFor(() => expect(select.value).toBe('cheapest'));
  });

  it('asks for the list when it is needed, and not before', async () => {
    await open();
    expect(sent).toEqual([]);
    await page.press('Change: Ask');
    expect(sent).toEqual([{ kind: 'models.refresh' }]);
  });

  it('asks for the list at once when there is none', async () => {
    app.catalogue.value = undefined;
    await open();
    await vi.waitFor(() => expect(sent).toEqual([{ kind: 'models.refresh' }]));
    expect(page.root.textContent).toContain('Loading the model list');
  });

  it('closes what was open when another account is taken into use', async () => {
    await open();
    await page.press('Change: Ask');
    await act(() => {
      app.account.value = { ...ADA, sub: '2', username: 'grace' };
    });
    expect(page.all('searchbox')).toEqual([]);
  });

  it('has nothing to choose without an account', async () => {
    app.account.value = undefined;
    await open();
    expect(page.root.textContent).toContain('Sign in to choose models.');
    expect(page.all('button')).toEqual([]);
    expect(sent).toEqual([]);
  });
});

describe('the model in the popup', () => {
  function Popup() {
    return <ModelChoice app={app} failure={useRequestFailure()} />;
  }

  it('is that of all actions: those of single actions stay, and are named', async () => {
    app.settings.value = { choices: { translate: OWN, 'fix-grammar': OWN, default: OWN } };
    page = await Page.open(<Popup />);
    expect(page.root.textContent).toContain('Another model for: Translate, Fix grammar');
    expect(page.get('link', 'All models').getAttribute('href')).toBe('/options.html#models');
    await page.type(page.field('combobox', 'Model'), 'first');
    await page.key(page.field('combobox', 'Model'), { key: 'Enter' });
    expect(changes()).toEqual([
      { choices: { default: { model: 'a/first', provider: 'fastest' } } },
    ]);
  });
});
