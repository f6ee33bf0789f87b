import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settled, WelcomeStep } from '@/utils/surfaces/welcome-steps';
import { useCompanion, WAIT } from './companion';

/* The first run: when its page opens, and what is remembered of it. */

const companion = useCompanion();

const steps = async () => (await companion.extension.storage('local'))['welcome'];

/** A new profile, which the page was opened in. */
async function installNew(): Promise<void> {
  await companion.install({ isNew: true });
  await vi.waitFor(() => expect(companion.extension.openedTabs).toHaveLength(1), WAIT);
}

/** Its answer comes after what the installation has asked of storage before. */
const settle = (step: WelcomeStep, as: Settled | null) =>
  companion.extension.request('welcome.settle', { step, as });

it('opens its page once it is installed', async () => {
  await installNew();
  const { extension } = companion;
  expect(extension.openedTabs[0]).toMatch(/^chrome-extension:.*\/welcome\.html$/);
  expect(await steps()).toEqual({});
});

it('never opens it again: not for an update, a restart, or a second installation over the same profile', async () => {
  await installNew();
  const { extension } = companion;
  await extension.triggerInstalled('update');
  await extension.restartBrowser();
  await extension.triggerInstalled('install');
  await settle('pin', 'skipped');
  expect(extension.openedTabs).toHaveLength(1);
});

it('does not open it when a version that had none is updated', async () => {
  await settle('pin', 'skipped');
  expect(companion.extension.openedTabs).toEqual([]);
});

it('does not open it where it cannot be remembered that it was', async () => {
  const { local } = fakeBrowser.storage;
  const { extension } = companion;
  const set = vi.fn(() => Promise.reject(new Error('disk full')));
  Object.assign(fakeBrowser.storage, { local: { ...local, set } });
  await extension.triggerInstalled('install');
  await vi.waitFor(() => expect(set).toHaveBeenCalled(), WAIT);
  Object.assign(fakeBrowser.storage, { local });
  await settle('pin', 'skipped');
  expect(extension.openedTabs).toEqual([]);
});

it('remembers how each step was settled, until it is opened again', async () => {
  await installNew();
  await settle('pin', 'skipped');
  await settle('try', 'done');
  expect(await steps()).toEqual({ pin: 'skipped', try: 'done' });
  await settle('pin', null);
  expect(await steps()).toEqual({ try: 'done' });
});

it('opens nothing in a browser without tabs', async () => {
  const { extension } = companion;
  Object.assign(fakeBrowser, { tabs: { ...fakeBrowser.tabs, create: undefined } });
  await extension.triggerInstalled('install');
  await settle('pin', null);
  expect(extension.openedTabs).toEqual([]);
});
