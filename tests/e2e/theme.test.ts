import { afterAll, beforeAll, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let page: View;

beforeAll(async () => {
  stage = await openStage('theme');
  page = await stage.browser.openTab(stage.browser.extensionUrl('options.html'));
});
afterAll(() => stage.close());

/** What pages are painted on, by `color-scheme` and the background's lightness. */
async function ground(view: View): Promise<'light' | 'dark'> {
  const [scheme, colour] = await view.evaluate<string[]>(
    `[getComputedStyle(document.documentElement).colorScheme, getComputedStyle(document.body).backgroundColor]`,
  );
  const lightness = Number(/\d+/.exec(colour ?? '')?.[0]);
  expect(lightness > 127 ? 'light' : 'dark').toBe(scheme);
  return scheme === 'dark' ? 'dark' : 'light';
}

it.each(['dark', 'light'] as const)(
  'pages are %s by choice, whatever the system is',
  async (choice) => {
    await page.evaluate(`localStorage.setItem('theme', '${choice}')`);
    await page.navigate(stage.browser.extensionUrl('options.html'));
    expect(await ground(page)).toBe(choice);
    const popup = await stage.browser.openPopup();
    expect(await ground(popup)).toBe(choice);
    await stage.browser.closePopup();
  },
);

it('all open pages go with a choice at once', async () => {
  const other = await stage.browser.openTab(stage.browser.extensionUrl('sidepanel.html'));
  await other.waitUntil('the panel', async () => (await ground(other)) === 'light');
  await page.evaluate(`localStorage.setItem('theme', 'dark')`);
  await other.waitUntil('the choice', () =>
    other.evaluate<boolean>(`document.documentElement.dataset.theme === 'dark'`),
  );
  expect(await ground(other)).toBe('dark');
});
