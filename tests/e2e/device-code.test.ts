import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, SIGN_IN, type Stage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('device-code');
});
afterAll(() => stage.close());

function openCodePage(): Promise<View> {
  return stage.browser.openTab(stage.browser.extensionUrl('options.html#code'));
}

/** Asks for a code and waits until it is shown. */
async function getCode(page: View, button = 'Get a code'): Promise<string> {
  await page.click('button', button);
  await page.waitFor('button', 'Copy the code');
  return (await page.text('code', '')).replaceAll(/\s/g, '');
}

/** Enters a code on the Hub's page, which opens by the link beside it, and decides. */
async function decide(code: string, answer: 'Allow' | 'Deny', tab?: View): Promise<void> {
  const device = tab ?? (await stage.browser.openTab(`${stage.hub.origin}/oauth/device`));
  await device.fill('textbox', 'Code', code);
  await device.click('button', 'Continue');
  await device.click('button', answer);
  await device.waitFor('heading', answer === 'Allow' ? 'Done' : 'Denied');
  await device.close();
}

/** The codes that the Hub has been asked about, in the order of the first question for each. */
function polled(): string[] {
  const bodies = stage.hub.requests
    .filter(({ path }) => path === '/oauth/token')
    .map(({ body }) => new URLSearchParams(body).get('device_code') ?? '');
  return [...new Set(bodies)].filter((code) => code !== '');
}

describe('the sign-in with a code', () => {
  it('[R8] says that access was declined, and polls for no code whose page has been closed', async () => {
    const { browser } = stage;
    const closed = await openCodePage();
    const first = await getCode(closed);
    await closed.close();
    await decide(first, 'Allow');
    const page = await openCodePage();
    await decide(await getCode(page), 'Deny');
    // Its only poll comes after the time for that of the first one.
    expect(await page.text('alert', '')).toContain('You declined access');
    expect(polled()).toHaveLength(1);
    await (await browser.openPopup()).waitFor('button', SIGN_IN);
    await browser.closePopup();
    await page.close();
  });

  it('signs in by the link on the page, and polls for no code that was cancelled', async () => {
    const { browser, hub } = stage;
    const page = await openCodePage();
    const cancelled = await getCode(page);
    await page.click('button', 'Cancel');
    await page.waitFor('button', 'Get a code');
    await decide(cancelled, 'Allow');
    const before = polled().length;
    const code = await getCode(page);
    await page.click('link', /\/oauth\/device$/);
    await decide(code, 'Allow', await browser.tab(`${hub.origin}/oauth/device`));
    await page.waitFor('heading', 'Permissions');
    expect(polled()).toHaveLength(before + 1);
    const popup = await browser.openPopup();
    await popup.waitFor('button', 'Account');
    const header = await popup.text('banner', '');
    for (const part of ['Ada Lovelace', '@ada', 'PRO']) expect(header).toContain(part);
    await browser.closePopup();
  });
});
