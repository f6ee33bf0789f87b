import { ACTION_IDS } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { menuItemId, parseMenuItemId, type AnswerSurface } from '@/utils/actions/menu-item-id';
import { browser } from '@/utils/browser';
import type { RunViewers } from '@/utils/messaging/run-port-server';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { pageOfTab } from '@/utils/selection/page-of-tab';
import { readSelection, withSurroundings } from '@/utils/selection/read-selection';
import { createQueue } from '@/utils/storage/queue';
import { settingsItem } from '@/utils/storage/items';
import { focusWindow, NO_WINDOW, openPanel, openPanelWindow } from '@/utils/surfaces/panel';

/** `sidePanel.open` can resolve and show nothing: without a viewer by then, a window opens instead. */
const PANEL_TIMEOUT_MS = 1_000;

const inOrder = createQueue();

/**
 * Creates the menu: at installation and update, between which browsers keep it, and when answers are to
 * appear elsewhere.
 */
export async function createContextMenus(): Promise<void> {
  // Firefox for Android has no menus.
  const { contextMenus } = browser;
  if (!contextMenus) return;
  await inOrder(async () => {
    // A menu there must be, also where storage can't be read.
    const settings = await settingsItem.get().catch(() => undefined);
    const surface = settings?.answersIn ?? 'panel';
    await contextMenus.removeAll();
    for (const action of ACTION_IDS) {
      const id = menuItemId(action, surface);
      contextMenus.create({ id, title: actionTitle(action), contexts: ['selection'] });
    }
  });
}

/**
 * Registers what a click on a menu item does: panel first, in the gesture, then the run.
 *
 * @param restored resolves when it is known whose run it is
 */
export function serveContextMenus(
  runs: RunService,
  viewers: RunViewers,
  restored: Promise<void>,
): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    const item = parseMenuItemId(info.menuItemId);
    if (!item) return;
    const windowId = tab?.windowId ?? NO_WINDOW;
    // Nothing may come before this line that waits: the gesture would be over.
    const opening = openSurface(item.surface, windowId);
    const passed = info.selectionText ?? '';
    const target = { tabId: tab?.id, frameId: info.frameId, isEditable: info.editable };
    const readAgain = readSelection(target, passed);
    const start = () =>
      runs.start({
        windowId,
        isPrivate: tab?.incognito ?? false,
        action: item.action,
        // In a field it may be a secret, which is known when the field has been looked at.
        text: info.editable ? '' : passed,
        page: pageOfTab(tab),
        readSelection: () => readAgain.then((selection) => withSurroundings(selection, tab?.title)),
      });
    void keepAlive(restored.then(start));
    void keepAlive(showSomewhere(opening, windowId, viewers));
  });
}

/** @returns whether the panel was asked for and has not refused */
async function openSurface(surface: AnswerSurface, windowId: number): Promise<boolean> {
  if (surface === 'window') return false;
  return await openPanel(windowId).then(
    () => true,
    () => false,
  );
}

async function showSomewhere(
  opening: Promise<boolean>,
  windowId: number,
  viewers: RunViewers,
): Promise<void> {
  const isAttached = (await opening) && (await viewers.waitForPanel(windowId, PANEL_TIMEOUT_MS));
  if (isAttached) return;
  const panelWindow = viewers.panelWindowOf(windowId);
  await (panelWindow === undefined ? openPanelWindow(windowId) : focusWindow(panelWindow));
}
