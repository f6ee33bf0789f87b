// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isExtensionPage } from '@/utils/messaging/sender-trust';

const ID = fakeBrowser.runtime.id;
const ORIGIN = `chrome-extension://${ID}`;
const OTHER = 'aaaabbbbccccddddeeeeffffgggghhhh';
const TAB = {
  id: 5,
  index: 0,
  windowId: 1,
  highlighted: true,
  active: true,
  pinned: false,
  incognito: false,
};

describe('isExtensionPage', () => {
  it.each([
    ['the popup', { id: ID, origin: ORIGIN, url: `${ORIGIN}/popup.html` }],
    ['the side panel', { id: ID, origin: ORIGIN, url: `${ORIGIN}/sidepanel.html` }],
    [
      'the options page in a tab',
      { id: ID, origin: ORIGIN, url: `${ORIGIN}/options.html`, tab: TAB, frameId: 0 },
    ],
    [
      'the panel in a window of its own',
      { id: ID, origin: ORIGIN, url: `${ORIGIN}/sidepanel.html?window=1`, tab: TAB, frameId: 0 },
    ],
    ['a page of a browser that says no origin', { id: ID, url: `${ORIGIN}/popup.html` }],
  ])('[IS-03] trusts %s', (_title, sender) => {
    expect(isExtensionPage(sender)).toBe(true);
  });

  it.each([
    [
      'a content script in a page',
      {
        id: ID,
        origin: 'https://news.example',
        url: 'https://news.example/a',
        tab: TAB,
        frameId: 0,
      },
    ],
    [
      'a content script in a frame of another page',
      { id: ID, origin: 'https://ads.example', url: 'https://ads.example/', tab: TAB, frameId: 9 },
    ],
    [
      'a content script in a sandboxed frame, whose origin is opaque',
      { id: ID, origin: 'null', url: `${ORIGIN}/popup.html`, tab: TAB, frameId: 9 },
    ],
    [
      'a content script of a browser that says no origin',
      { id: ID, url: 'https://news.example/', tab: TAB, frameId: 0 },
    ],
    [
      'a page whose address holds ours',
      { id: ID, url: `https://news.example/?${ORIGIN}/popup.html`, tab: TAB },
    ],
    [
      'an origin that begins like ours',
      { id: ID, origin: `${ORIGIN}.evil.example`, url: `${ORIGIN}/popup.html` },
    ],
    [
      'an address that begins like ours, without an origin',
      { id: ID, url: `${ORIGIN}.evil.example/popup.html` },
    ],
    [
      'another extension',
      {
        id: OTHER,
        origin: `chrome-extension://${OTHER}`,
        url: `chrome-extension://${OTHER}/a.html`,
      },
    ],
    ['another extension that claims our address', { id: OTHER, origin: ORIGIN, url: `${ORIGIN}/` }],
    ['a web page', { origin: 'https://news.example', url: 'https://news.example/', tab: TAB }],
    ['a page without an id', { origin: ORIGIN, url: `${ORIGIN}/popup.html` }],
    ['a sender without origin and address', { id: ID }],
    ['nobody', {}],
  ])('[IS-03] does not trust %s', (_title, sender) => {
    expect(isExtensionPage(sender)).toBe(false);
  });
});
