import { act } from 'preact/test-utils';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { loadFirstView, PopupApp } from '@/entrypoints/popup/popup-app';
import type { OwnEndpoint } from '@/utils/endpoints/own-endpoint';
import { fakeAppModel, FakeBackground, fakeRunModel } from '../support/fake-background';
import { Page } from '../support/page';

const HOME = { id: '1', name: 'Home', url: 'http://127.0.0.1:8080' } as OwnEndpoint;

function fakeApp() {
  const app = fakeAppModel(undefined);
  app.endpoint.value = HOME;
  return app;
}

beforeAll(() => loadFirstView(fakeApp()));

beforeEach(() => {
  // oxlint-disable-next-line no-new -- it fills in the browser's APIs
  new FakeBackground();
});

it('keeps the focus in the head of the popup through a sign-in and its end', async () => {
  const app = fakeApp();
  const page = await Page.open(<PopupApp app={app} runs={fakeRunModel()} windowId={1} />);
  const header = page.root.querySelector('header');
  page.get('button', 'Sign in with Hugging Face').focus();
  await act(() => {
    app.signIn.value = { status: 'in-progress', startedAt: 1 };
  });
  expect(document.activeElement).toBe(header);
  page.get('button', 'Cancel').focus();
  await act(() => {
    app.signIn.value = { status: 'failed', error: { kind: 'sign-in-denied' } };
  });
  expect(document.activeElement).toBe(header);
  page.get('button', 'Dismiss').focus();
  await act(() => {
    app.signIn.value = undefined;
  });
  expect(document.activeElement).toBe(header);
});
