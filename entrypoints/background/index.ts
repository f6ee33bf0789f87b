import { defineBackground } from 'wxt/utils/define-background';
import { activeAccount } from '@/utils/account/accounts';
import { browser } from '@/utils/browser';
import { watchConfiguration } from '@/utils/config/configuration';
import { serveDeviceSignIn } from '@/utils/messaging/device-sign-in-server';
import { serveRequests } from '@/utils/messaging/request-server';
import { serveRunPorts } from '@/utils/messaging/run-port-server';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { installGuardedFetch } from '@/utils/network/install-guarded-fetch';
import { rememberRuns } from '@/utils/runs/run-memory';
import { RunService } from '@/utils/runs/run-service';
import { signInWithDeviceCode } from '@/utils/session/device-sign-in';
import { forgetStrayTokens } from '@/utils/session/forget-stray-tokens';
import { forgetHostAccessFailure, recoverSignIn } from '@/utils/session/sign-in';
import { restrictStorageAccess } from '@/utils/storage/restrict-access';
import { accountsItem, settingsItem } from '@/utils/storage/items';
import { createContextMenus, serveContextMenus } from './context-menus';
import { createRequestHandlers } from './request-handlers';

// All listeners are registered before anything waits: an event that woke the background is delivered
// once the script has run, and lost when nobody listens then.
export default defineBackground(() => {
  installGuardedFetch();
  restrictStorageAccess();

  const runs = new RunService();
  const showToActive = async () => runs.store.showTo((await accountsItem.get())?.active);
  const restored = Promise.all([rememberRuns(runs.store), showToActive()]).then(() => undefined);
  const resume = async () => {
    await restored;
    runs.resumeHeld();
  };
  const viewers = serveRunPorts(runs.store, restored);
  serveRequests(createRequestHandlers({ runs, restored, resume }));
  serveDeviceSignIn((options) => signInWithDeviceCode(options).then(resume));
  serveContextMenus(runs, viewers, restored);
  browser.runtime.onInstalled.addListener(() => void createContextMenus());

  accountsItem.watch((accounts) => {
    runs.store.showTo(accounts?.active);
    if (activeAccount(accounts)?.session !== 'open') return;
    void resume();
    // So that the model and its price are there before the first run.
    readModelCatalogue().catch(() => undefined);
  });
  watchConfiguration(() => void resume());
  settingsItem.watch(() => void createContextMenus());
  browser.permissions.onAdded.addListener(() => {
    void forgetHostAccessFailure();
    void resume();
  });
  // What they waited for may have come while no background was there.
  void resume();
  browser.windows?.onRemoved.addListener((windowId) => {
    void restored.then(() => runs.forgetWindow(windowId));
  });
  void recoverSignIn();
  // Where it fails, it is tried at the next start.
  void forgetStrayTokens().catch(() => undefined);
});
