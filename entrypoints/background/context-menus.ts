import { ACTION_IDS, isActionId } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { browser } from '@/utils/browser';
import type { RunViewers } from '@/utils/messaging/run-port-server';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { readSelection } from '@/utils/selection/read-selection';
import { focusWindow, openPanel, openPanelWindow } from '@/utils/surfaces/panel';

/** `sidePanel.open` can resolve and show nothing: without a viewer by then, a window opens instead. */
const PANEL_TIMEOUT_MS = 1_000;

/** Creates the menu at installation and update; browsers keep it in between. */
export async function createContextMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of ACTION_IDS) {
    browser.contextMenus.create({ id, title: actionTitle(id), contexts: ['selection'] });
  }
}

/** Registers what a click on a menu item does: panel first, in the gesture, then the run. */
export function serveContextMenus(runs: RunService, viewers: RunViewers): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const action = info.menuItemId;
    if (!isActionId(action)) return;
    const windowId = tab?.windowId ?? browser.windows.WINDOW_ID_NONE;
    // Nothing may come before this line that waits: the gesture would be over.
    const opening = openPanel(windowId);
    const passed = info.selectionText ?? '';
    const target = { tabId: tab?.id, frameId: info.frameId };
    runs.start({
      windowId,
      action,
      text: passed,
      readSelection: () => readSelection(target, passed),
    });
    void keepAlive(showSomewhere(opening, windowId, viewers));
  });
}

async function showSomewhere(
  opening: Promise<void>,
  windowId: number,
  viewers: RunViewers,
): Promise<void> {
  const isAttached = await opening.then(
    () => viewers.waitForPanel(windowId, PANEL_TIMEOUT_MS),
    () => false,
  );
  if (isAttached) return;
  const panelWindow = viewers.panelWindowOf(windowId);
  await (panelWindow === undefined ? openPanelWindow(windowId) : focusWindow(panelWindow));
}
