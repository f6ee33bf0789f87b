import { expect, it, vi } from 'vitest';
import { CARD_PAGE, CARD_WINDOW, inviteCard } from './card-invitation';
import { PARAGRAPH, useCompanion, WAIT } from './companion';

const companion = useCompanion();

it.each([
  ['a PDF', { url: 'https://example.org/lens.PDF' }, {}],
  ['a page of the browser', { url: 'chrome://version' }, {}],
  ['a store', { url: 'https://addons.mozilla.org/en-US/firefox/' }, {}],
  ['a page that is not known', {}, {}],
  ['no tab', { id: -1, url: CARD_PAGE }, {}],
  [
    'a frame of another origin',
    { url: CARD_PAGE },
    { frameId: 3, frameUrl: 'https://ads.example/' },
  ],
  ['a frame without an address', { url: CARD_PAGE }, { frameId: 3, frameUrl: 'about:srcdoc' }],
])('[R40] opens the panel within the gesture for %s', (_what, tab, info) => {
  const { extension } = companion;
  extension.clickMenu('card:explain', PARAGRAPH, info, tab);
  expect(extension.openedPanels).toEqual([1]);
  expect(extension.invitations).toEqual([]);
});

it('shows a card in a frame of the same origin', async () => {
  await inviteCard(companion, { frameId: 3, frameUrl: 'https://example.org/frame' });
  expect(companion.extension.openedPanels).toEqual([]);
});

it('[R39] opens a window where the page refuses, for which the gesture is over', async () => {
  const { extension } = companion;
  extension.cardShows = false;
  extension.clickMenu('card:explain', PARAGRAPH, {}, { url: CARD_PAGE });
  await vi.waitFor(() => expect(extension.openedWindows).toEqual([CARD_WINDOW]), WAIT);
});

it('[R39] leaves it to the panel that is there where the page refuses', async () => {
  const { extension } = companion;
  await extension.signIn();
  extension.cardShows = false;
  const panel = extension.attach(1);
  extension.clickMenu('card:explain', PARAGRAPH, {}, { url: CARD_PAGE });
  await panel.waitFor('done');
  await extension.network.settle();
  expect(extension.openedWindows).toEqual([]);
});

it('answers where the person wants them to', async () => {
  const { extension } = companion;
  const ids = () => extension.menuItems.map(({ id }) => id);
  // As quickly as a person, or a page, can: none takes another back.
  await Promise.all([
    extension.request('settings.set-card-action', { action: 'ask', isCard: true }),
    extension.request('settings.set-card-action', { action: 'translate', isCard: false }),
    extension.request('settings.set-card-action', { action: 'explain', isCard: false }),
    extension.request('settings.set-answers-in', { surface: 'window' }),
  ]);
  await vi.waitFor(() => expect(ids().at(-1)).toBe('card:window:ask'), WAIT);
  expect(ids().slice(0, 2)).toEqual(['window:summarize', 'window:explain']);
});

it('wears the theme that the person has chosen', async () => {
  const { extension } = companion;
  await extension.request('settings.set-theme', { theme: 'dark' });
  await inviteCard(companion);
  expect(extension.invitations).toMatchObject([{ theme: 'dark' }]);
});
