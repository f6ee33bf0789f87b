import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '@/utils/browser';
import { serveRequests } from '@/utils/messaging/request-server';
import { serveRunPorts } from '@/utils/messaging/run-port-server';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { installGuardedFetch } from '@/utils/network/install-guarded-fetch';
import { rememberRuns } from '@/utils/runs/run-memory';
import { RunService } from '@/utils/runs/run-service';
import { recoverSignIn } from '@/utils/session/sign-in';
import { restrictStorageAccess } from '@/utils/storage/restrict-access';
import { accountItem, settingsItem } from '@/utils/storage/items';
import { createContextMenus, serveContextMenus } from './context-menus';
import { createRequestHandlers } from './request-handlers';

// All listeners are registered before anything waits: an event that woke the background is delivered
// once the script has run, and lost when nobody listens then.
export default defineBackground(() => {
  installGuardedFetch();
  restrictStorageAccess();

  const runs = new RunService();
  const restored = rememberRuns(runs.store);
  const resume = async () => {
    await restored;
    runs.resumeHeld((await accountItem.get())?.sub);
  };
  const viewers = serveRunPorts(runs.store, restored);
  serveRequests(createRequestHandlers({ runs, restored, resume }));
  serveContextMenus(runs, viewers);
  browser.runtime.onInstalled.addListener(() => void createContextMenus());

  accountItem.watch((account) => {
    if (!account) return;
    void resume();
    // So that the model and its price are there before the first run.
    readModelCatalogue().catch(() => undefined);
  });
  settingsItem.watch(() => void resume());
  // What they waited for may have come while no background was there.
  void resume();
  browser.windows?.onRemoved.addListener((windowId) => {
    void restored.then(() => runs.forgetWindow(windowId));
  });
  void recoverSignIn();
});
