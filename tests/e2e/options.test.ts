import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { withStorage } from './full-areas.ts';
import { openStage, SIGN_IN, type Stage } from './stage.ts';

const PLACES = [
  'Account',
  'Actions',
  'Models',
  'Privacy',
  'Shortcuts',
  'Appearance',
  'About',
] as const;

let stage: Stage;
let options: View;

beforeAll(async () => {
  stage = await openStage('options');
  await stage.signIn();
  options = await openOptions('');
});
afterAll(() => stage.close());

async function openOptions(address: string): Promise<View> {
  const { browser } = stage;
  return await browser.openTab(browser.extensionUrl(`options.html${address}`));
}

/** The place that shows: its heading, the mark in the navigation and the title say the same. */
async function shows(place: (typeof PLACES)[number], focused: string = place): Promise<void> {
  await options.waitUntil(`${place}, with the focus on ${focused}`, async () => {
    const { role, name } = await options.focused();
    return role === 'heading' && name === focused;
  });
  const [title, current, headings] = await options.evaluate<[string, string, string[]]>(
    `[document.title, document.querySelector('[aria-current=page]').textContent,
      [...document.querySelectorAll('h1')].map((h1) => h1.textContent)]`,
  );
  expect(title).toBe(`Companion for Hugging Face: ${place}`);
  expect(current).toBe(place);
  expect(headings).toEqual([place]);
}

/** What is stored for all accounts, and for the one in use; read by a page, since the background may just be waking. */
async function settings(): Promise<Record<string, unknown>> {
  const page = await openOptions('#about');
  const { settings: all, settingsByAccount } = await page.evaluate<
    Record<string, Record<string, object>>
  >(`(globalThis.browser ?? chrome).storage.local.get(['settings', 'settingsByAccount'])`);
  await page.close();
  return { ...all, ...Object.values(settingsByAccount ?? {})[0] };
}

async function stores(name: string, value: unknown): Promise<void> {
  await stage.article.waitUntil(
    `${name} to be ${String(value)}`,
    async () => (await settings())[name] === value,
  );
}

describe('the places of the options', () => {
  it('are gone to by links, one at a time, and back by Back', async () => {
    const links = await options.waitUntil('the places', async () => {
      const names = await options.names('link', {
        within: { role: 'navigation', name: 'Options' },
      });
      return names.length > 0 && names;
    });
    expect(links).toEqual(PLACES);
    for (const place of PLACES.slice(1)) {
      await options.click('link', place, { within: { role: 'navigation', name: 'Options' } });
      await shows(place);
    }
    for (const place of PLACES.slice(1, -1).toReversed()) {
      await options.evaluate('history.back()');
      await shows(place);
    }
  });

  it.each([
    ['#code', 'Account', 'Sign in with a code'],
    ['#spending', 'Account', 'Spending'],
    ['#application', 'Account', 'OAuth app'],
    ['#answers', 'Actions', 'Answers'],
    ['#language', 'Actions', 'Language'],
    ['#endpoints', 'Models', 'Your own endpoints'],
    ['#history', 'Privacy', 'History'],
    ['#nowhere', 'Account', 'Account'],
  ] as const)('show what %s names, with the focus on its heading', async (hash, place, heading) => {
    await options.close();
    options = await openOptions(hash);
    await shows(place, heading);
  });

  it('are gone to by keys alone', async () => {
    await options.close();
    options = await openOptions('');
    await options.waitFor('heading', 'Account');
    for (const place of PLACES.slice(0, 3)) {
      await options.press('Tab');
      expect(await options.focused()).toEqual({ role: 'link', name: place });
    }
    await options.press('Enter');
    await shows('Models');
    await options.press('Tab');
    expect((await options.focused()).name).toBe('Change: All actions');
  });
});

describe('what is typed in the options', () => {
  const CAP = /^Ask me when a month/;

  it('is saved without a button, and that is said', async () => {
    await options.close();
    options = await openOptions('#spending');
    await options.fill('textbox', CAP, '1.5');
    await stores('monthlyCapUsd', 1.5);
    await options.waitUntil('the words', async () =>
      (await options.text('main', '')).includes('Saved.'),
    );
  });

  it('is refused in words beside it, and stays there', async () => {
    await options.fill('textbox', CAP, 'a lot');
    await options.waitFor('alert', '');
    expect(await options.text('alert', '')).toBe('That is not a sum. It was not saved.');
    await options.press('Tab');
    expect(await options.value('textbox', CAP)).toBe('a lot');
    await stores('monthlyCapUsd', 1.5);
  });

  it('is not lost when the page closes right after', async () => {
    await options.fill('textbox', CAP, '2.25');
    await options.close();
    await stores('monthlyCapUsd', 2.25);
    options = await openOptions('#application');
    await options.fill('textbox', 'Scopes', 'openid profile');
    await options.close();
    await stores('scopes', 'openid profile');
  });

  it('is not lost when the background has to be woken for it', async () => {
    options = await openOptions('#spending');
    await options.waitFor('textbox', CAP);
    await stage.browser.killBackground();
    await options.click('textbox', CAP);
    await options.waitUntil('the background', () => stage.browser.backgroundRuns());
    await options.fill('textbox', CAP, '3.75');
    await options.close();
    await stores('monthlyCapUsd', 3.75);
  });
});

describe('the shortcuts', () => {
  it('are those that the browser has', async () => {
    options = await openOptions('#shortcuts');
    await options.waitUntil('the shortcut', async () =>
      /Open Companion\s+Alt\s?\+\s?Shift\s?\+\s?J/.test(await options.text('main', '')),
    );
  });
});

describe('deleting everything on this device', () => {
  it('says what goes, and does nothing when it is called off', async () => {
    options = await openOptions('#privacy');
    const ask = 'Delete everything on this device…';
    await options.click('button', ask);
    await options.waitFor('dialog', 'Delete everything that Companion keeps on this device?');
    expect((await options.focused()).name).toBe('Keep everything');
    expect(await options.text('dialog', /^Delete/)).toContain('All accounts are signed out here');
    await options.press('Escape');
    await options.waitFor('dialog', /^Delete/, { gone: true });
    expect((await options.focused()).name).toBe(ask);
    await stores('monthlyCapUsd', 3.75);
  });

  it('[TK-06] leaves nothing in storage and no database', async () => {
    await options.click('button', 'Delete everything on this device…');
    await options.click('button', 'Delete everything');
    await options.waitUntil('the end', async () =>
      (await options.text('main', '')).includes('Everything is deleted.'),
    );
    const kept = await withStorage<unknown>(
      stage,
      `const { schemaVersion, ...local } = await storage.local.get(null);
       const { shownConversations, ...session } = await storage.session.get(null);
       const databases = (await indexedDB.databases()).map(({ name }) => name);
       return { local, session, databases };`,
    );
    expect(kept).toEqual({ local: {}, session: {}, databases: [] });
    await stage.article.bringToFront();
    await (await stage.browser.openPopup()).waitFor('button', SIGN_IN);
    await stage.browser.closePopup();
  });
});
