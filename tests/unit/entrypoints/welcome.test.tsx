import { signal } from '@preact/signals';
import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { i18n } from '#i18n';
import { WelcomeApp } from '@/entrypoints/welcome/welcome-app';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import type { RunSnapshot } from '@/utils/runs/run';
import type { WelcomeModel } from '@/utils/state/welcome-model';
import type { Settled, WelcomeStep } from '@/utils/surfaces/welcome-steps';
import { chatModel } from '../support/chat-models';
import { ADA, fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';
import { snapshot } from '../support/runs';

const RUN = 'Summarize this paragraph';
const PARAGRAPH = i18n.t('welcome.paragraph');
const MODEL = chatModel('org/model', {
  providers: [
    { name: 'first', price: { input: 1, output: 2 } },
    { name: 'second', price: { input: 1, output: 2 } },
  ],
});

let background: FakeBackground;

// Loaded late otherwise, even after a test has ended.
beforeAll(() => import('@/components/run/conversation'));

beforeEach(() => {
  background = new FakeBackground();
});

/** A first run whose steps are settled as a test says. */
function fakeWelcome(isPinned?: boolean) {
  const settled = signal<Record<WelcomeStep, Settled | undefined>>({
    signIn: undefined,
    pin: undefined,
    try: undefined,
  });
  const settle = vi.fn<WelcomeModel['settle']>(async (step, as) => {
    settled.value = { ...settled.value, [step]: as };
    return { ok: true, value: null };
  });
  return { settled, isPinned: signal(isPinned), settle };
}

async function open({
  app = fakeAppModel(undefined),
  run,
  welcome = fakeWelcome(),
}: {
  app?: ReturnType<typeof fakeAppModel>;
  run?: RunSnapshot;
  welcome?: ReturnType<typeof fakeWelcome>;
} = {}) {
  const runs = fakeRunModel(run);
  const page = await Page.open(<WelcomeApp app={app} runs={runs} windowId={1} welcome={welcome} />);
  return { page, runs, welcome };
}

const trial = (change: Partial<RunSnapshot> = {}) =>
  snapshot({ quote: PARAGRAPH.slice(0, 100), textLength: PARAGRAPH.length, ...change });

describe('the first run of somebody who is not signed in', () => {
  it('offers the real sign-in, sends nothing and asks nobody', async () => {
    const { page } = await open();
    await page.press('Sign in with Hugging Face');
    expect(background.requests).toEqual(['session.sign-in']);
    expect(page.all('button', RUN)).toEqual([]);
    expect(page.root.textContent).toContain('Sign in first.');
  });

  it('guides through the set-up where there is no client id', async () => {
    const app = fakeAppModel(undefined);
    app.configuration.value = { ...app.configuration.value, clientId: undefined };
    const { page } = await open({ app });
    expect(page.names('textbox')).toEqual(['Redirect URI', 'Client ID']);
  });

  it('tries an endpoint of their own, which alone gets the text', async () => {
    const app = fakeAppModel(undefined);
    const home = { id: '1', name: 'Home', url: 'http://127.0.0.1:8080' } as OwnEndpoint;
    app.endpoint.value = home;
    Object.assign(app, {
      chosen: () => ({ model: chatModel('llama'), provider: undefined, endpoint: home }),
    });
    const { page } = await open({ app });
    expect(page.root.textContent).toContain('to llama at Home, and nowhere else.');
    await page.press(RUN);
    expect(background.requests).toEqual(['run.start']);
  });
});

describe('before the paragraph is sent', () => {
  it('it is said who gets it, which model and providers answer, what it costs and who pays', async () => {
    const { page } = await open({ app: fakeAppModel(ADA, [MODEL]) });
    expect(background.count('run.start')).toBe(0);
    const words = page.root.querySelector('dl')?.textContent;
    expect(words).toContain('Hugging Face, which passes it on to first or second');
    expect(words).toContain('org/model');
    expect(words).toMatch(/costs about \$0\.000\d+\. At list price\./);
    expect(words).toContain('You (@ada)');
  });

  it('it names the organization that pays', async () => {
    const app = fakeAppModel(ADA, [MODEL]);
    app.settings.value = { billTo: 'engines' };
    const { page } = await open({ app });
    expect(page.root.querySelector('dl')?.textContent).toContain('engines');
  });

  it('it waits for the model list, and asks for it again when it did not come', async () => {
    const app = fakeAppModel(ADA);
    app.catalogue.value = undefined;
    background.answers('models.refresh', { ok: false, error: { kind: 'offline' } });
    const { page } = await open({ app });
    expect(page.all('button', RUN)).toEqual([]);
    await vi.waitFor(() => expect(page.root.textContent).toContain('You seem to be offline'));
    page.get('button', 'Try again').focus();
    await page.press('Try again');
    expect(background.count('models.refresh')).toBe(2);
    expect(page.root.contains(document.activeElement)).toBe(true);
    await act(() => {
      app.model.value = MODEL;
      app.catalogue.value = { fetchedAt: 0, models: [MODEL] };
    });
    page.get('button', RUN);
    expect(page.root.contains(document.activeElement)).toBe(true);
  });
});

describe('the paragraph', () => {
  it('is what the button sends, as any text', async () => {
    const { page } = await open({ app: fakeAppModel(ADA, [MODEL]) });
    const sent = vi.spyOn(fakeBrowser.runtime, 'sendMessage');
    await page.press(RUN);
    expect(sent).toHaveBeenCalledWith({
      kind: 'run.start',
      windowId: 1,
      action: 'summarize',
      text: PARAGRAPH,
    });
  });

  it('has its answer below it, also after a reload', async () => {
    const run = trial({ answer: 'Rings of glass.', state: { kind: 'done', finish: 'stop' } });
    const { page, runs, welcome } = await open({ app: fakeAppModel(ADA, [MODEL]), run });
    await vi.waitFor(() =>
      expect(page.get('region', 'Answer').textContent).toContain('Rings of glass.'),
    );
    expect(runs.isCovered.value).toBe(false);
    expect(welcome.settle).toHaveBeenCalledWith('try', 'done');
  });

  it('is tried only once its answer is whole', async () => {
    const run = trial({ answer: 'Rings', state: { kind: 'streaming' } });
    const { welcome } = await open({ app: fakeAppModel(ADA, [MODEL]), run });
    expect(welcome.settle).not.toHaveBeenCalled();
  });

  it('has nothing to do with another run of the window, whose end nobody has seen here', async () => {
    const run = snapshot({ answer: 'Elsewhere.', state: { kind: 'done', finish: 'stop' } });
    const { page, runs, welcome } = await open({ app: fakeAppModel(ADA, [MODEL]), run });
    expect(page.all('region', 'Answer')).toEqual([]);
    expect(runs.isCovered.value).toBe(true);
    expect(welcome.settle).not.toHaveBeenCalled();
  });
});

describe('a step', () => {
  it('can be passed over and done after all, and keeps the focus', async () => {
    const { page, welcome } = await open();
    const [, pin] = page.all('button', 'Skip');
    pin?.focus();
    await act(() => pin?.click());
    expect(welcome.settle).toHaveBeenLastCalledWith('pin', 'skipped');
    expect(document.activeElement?.id).toBe('pin');
    expect(page.root.textContent).not.toContain('puzzle piece');
    page.get('button', 'Do it after all').focus();
    await page.press('Do it after all');
    expect(welcome.settle).toHaveBeenLastCalledWith('pin', undefined);
    expect(document.activeElement?.id).toBe('pin');
    expect(page.root.textContent).toContain('puzzle piece');
  });

  it.each([
    [undefined, 1],
    [false, 0],
  ])('of pinning is the word of the person where the browser says %s', async (isPinned, count) => {
    const { page } = await open({ welcome: fakeWelcome(isPinned) });
    expect(page.all('button', 'It is there now')).toHaveLength(count);
  });
});

it('says what next once no step is open, and not before', async () => {
  const { page, welcome } = await open();
  expect(page.all('heading', 'That is all')).toEqual([]);
  await act(() => {
    welcome.settled.value = { signIn: 'skipped', pin: 'done', try: 'skipped' };
  });
  page.get('heading', 'That is all');
  expect(page.get('link', 'Keyboard shortcuts').getAttribute('href')).toBe(
    '/options.html#shortcuts',
  );
});
