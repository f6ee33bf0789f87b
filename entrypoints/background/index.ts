import { defineBackground } from 'wxt/utils/define-background';
import { activeAccount } from '@/utils/account/accounts';
import { browser } from '@/utils/browser';
import { watchConfiguration } from '@/utils/config/configuration';
import { pruneHistories } from '@/utils/history/retention';
import { Journals } from '@/utils/journal/journals';
import { keepRuns } from '@/utils/journal/keep-runs';
import { restoreRuns } from '@/utils/journal/restore-runs';
import { serveCards } from '@/utils/messaging/card-port-server';
import { serveDeviceSignIn } from '@/utils/messaging/device-sign-in-server';
import { serveRequests } from '@/utils/messaging/request-server';
import { serveRunPorts } from '@/utils/messaging/run-port-server';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { installGuardedFetch } from '@/utils/network/install-guarded-fetch';
import { RunService } from '@/utils/runs/run-service';
import { signInWithDeviceCode } from '@/utils/session/device-sign-in';
import { forgetStrayTokens } from '@/utils/session/forget-stray-tokens';
import { forgetHostAccessFailure, recoverSignIn } from '@/utils/session/sign-in';
import { accountsItem, settingsByAccountItem, settingsItem } from '@/utils/storage/items';
import { openStorage } from '@/utils/storage/open-storage';
import { showBadge } from './badge';
import { cardActions } from './card-actions';
import { createContextMenus, serveContextMenus } from './context-menus';
import { createRequestHandlers } from './request-handlers';
import { updateWhenIdle } from './update-when-idle';
import { welcomeOnce } from './welcome';

// All listeners are registered before anything waits: an event that woke the background is delivered
// once the script has run, and lost when nobody listens then.
export default defineBackground(() => {
  installGuardedFetch();
  openStorage();

  const runs = new RunService((asked, listener) => viewers.ask(asked, listener));
  const journals = new Journals();
  const keeping = keepRuns(runs.store, journals);
  showBadge(runs.store);
  updateWhenIdle(runs.store, keeping);
  // Where the accounts can't be read now, each request that needs them says so.
  const showToActive = async () =>
    runs.store.showTo((await accountsItem.get().catch(() => undefined))?.active);
  // Runs from before that can't be read keep nobody from starting new ones.
  const remembered = restoreRuns(runs.store, journals).catch(() => undefined);
  const restored = Promise.all([remembered, showToActive()]).then(() => undefined);
  const resume = async ({ isSignIn }: { isSignIn: boolean }) => {
    await restored;
    runs.resumeHeld(isSignIn);
  };
  const resumeSignedIn = () => resume({ isSignIn: true });
  const resumeOthers = () => void resume({ isSignIn: false });
  const viewers = serveRunPorts(runs.store, restored);
  serveRequests(createRequestHandlers({ runs, journals, restored, resume: resumeSignedIn }));
  serveDeviceSignIn((options) => signInWithDeviceCode(options).then(resumeSignedIn));
  serveContextMenus(runs, viewers, restored);
  serveCards(runs.store, cardActions({ runs, journals, restored }, viewers));
  browser.runtime.onInstalled.addListener(() => void createContextMenus());
  welcomeOnce();

  accountsItem.watch((accounts) => {
    runs.store.showTo(accounts?.active);
    if (activeAccount(accounts)?.session !== 'open') return;
    resumeOthers();
    // So that the model and its price are there before the first run.
    readModelCatalogue().catch(() => undefined);
  });
  watchConfiguration(resumeOthers);
  // Another choice may need no sign-in.
  settingsByAccountItem.watch(resumeOthers);
  settingsItem.watch(() => void createContextMenus());
  browser.permissions.onAdded.addListener(() => {
    void forgetHostAccessFailure().catch(() => undefined);
    resumeOthers();
  });
  // What they waited for may have come while no background was there.
  resumeOthers();
  browser.windows?.onRemoved.addListener((windowId) => {
    void restored.then(() => runs.closeWindow(windowId));
  });
  void recoverSignIn();
  void restored.then(() => pruneHistories(journals)).catch(() => undefined);
  // Where it fails, it is tried at the next start.
  void forgetStrayTokens().catch(() => undefined);
});
