import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { SCOPES } from '../hub/scopes.ts';
import { openStage, showsAnswer, wordsOf, type Stage } from './stage.ts';

/** The names of the switches. */
const LABELS = {
  email: 'Read your email address',
  'read-memberships': 'Read your organizations and roles',
  'read-repos': 'Read your repositories',
  'read-billing': 'Read your billing: payment method and what the month has cost',
} as const;

type Scope = keyof typeof LABELS;

let stage: Stage;
let options: View;

beforeAll(async () => {
  stage = await openStage('scopes');
  await stage.signIn();
  options = await stage.browser.openTab(stage.browser.extensionUrl('options.html#account'));
});
afterAll(() => stage.close());

const isOn = async (scope: Scope) => (await options.state('switch', LABELS[scope])).checked;

/** Waits until a switch stands as it should and can be moved again. */
async function rests(scope: Scope, wanted: 'on' | 'off'): Promise<void> {
  await options.waitUntil(`the switch of ${scope} to be ${wanted}`, async () => {
    const { checked, disabled } = await options.state('switch', LABELS[scope]);
    return checked === (wanted === 'on') && !disabled;
  });
}

/** Switches a scope on and answers in the sign-in window, which must ask for it. */
async function ask(scope: Scope, answer: 'Allow' | 'Deny'): Promise<void> {
  await options.click('switch', LABELS[scope]);
  const window = await stage.browser.signInWindow();
  expect(await window.text('list', '')).toContain(SCOPES[scope]);
  await window.click('button', answer);
}

/** The name of the switch beside which words of trouble stand. */
function besideWords(): Promise<string> {
  return options.evaluate(
    `document.querySelector('[role=alert]').closest('li').querySelector('label').textContent`,
  );
}

/** The scopes of the last authorization request. */
function asked(): string[] {
  const { origin, requests } = stage.hub;
  const last = requests.findLast(({ path }) => path.startsWith('/oauth/authorize?'));
  return new URL(last?.path ?? '', origin).searchParams.get('scope')?.split(' ') ?? [];
}

/** Searches the models in the popup. */
async function search(text: string): Promise<View> {
  const popup = await stage.browser.openPopup();
  await popup.fill('combobox', 'Model', text);
  return popup;
}

describe('the switches of what an account allows', () => {
  it('switch on what the person allows, and show it', async () => {
    expect(await isOn('email')).toBe(false);
    expect(await options.text('main', '')).not.toContain('ada@example.org');
    await ask('email', 'Allow');
    await rests('email', 'on');
    expect(await options.text('main', '')).toContain('ada@example.org');
    expect(await options.names('alert')).toEqual([]);
  });

  it('[R8] stay off after Deny, with words beside, and the session goes on', async () => {
    const { browser, hub } = stage;
    await ask('read-memberships', 'Deny');
    expect(await options.text('alert', '')).toContain('You declined');
    expect(await besideWords()).toBe(LABELS['read-memberships']);
    await rests('read-memberships', 'off');
    expect(await isOn('email')).toBe(true);
    const popup = await browser.openPopup();
    await popup.fill('textbox', 'Text', 'Lamps burn oil. Lenses bend light.');
    await popup.click('button', 'Summarize');
    await popup.waitFor('button', 'Try again');
    await showsAnswer(popup, wordsOf(hub.chats.at(-1)?.sentText ?? ''));
    await browser.closePopup();
  });

  it('stay off when less is granted than was asked for, and say so', async () => {
    stage.hub.grantOnly(['openid', 'profile', 'inference-api', 'email']);
    await ask('read-billing', 'Allow');
    await options.waitUntil('the words', async () =>
      (await options.text('alert', '')).includes('"read-billing" was not allowed'),
    );
    stage.hub.grantOnly(undefined);
    expect(await besideWords()).toBe(LABELS['read-billing']);
    await rests('read-billing', 'off');
    expect(await isOn('email')).toBe(true);
  });

  it('let the model search find private models', async () => {
    const { browser } = stage;
    const before = await search('note-g');
    await before.waitUntil('the words', async () =>
      (await before.text('main', '')).includes('No model matches'),
    );
    await browser.closePopup();
    await ask('read-repos', 'Allow');
    await rests('read-repos', 'on');
    await (await search('note-g')).waitFor('option', /^ada\/note-g-8b private\b/);
    await browser.closePopup();
  });

  it('switch off what the Hub is then asked without', async () => {
    await options.click('switch', LABELS.email);
    await rests('email', 'off');
    expect(await options.text('main', '')).not.toContain('ada@example.org');
    expect(asked()).toEqual(['openid', 'profile', 'inference-api', 'read-repos']);
    expect(await isOn('read-repos')).toBe(true);
  });
});
