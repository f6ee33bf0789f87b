import { ACTION_IDS } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';
import { menuItemId, parseMenuItemId } from '@/utils/actions/menu-item-id';
import { browser } from '@/utils/browser';
import { canHaveCard } from '@/utils/card/can-have-card';
import { answerPlaces } from '@/utils/config/configuration';
import type { RunViewers } from '@/utils/messaging/run-port-server';
import { keepAlive } from '@/utils/runs/keep-alive';
import type { RunService } from '@/utils/runs/run-service';
import { pageOfTab } from '@/utils/selection/page-of-tab';
import { readSelection, withSurroundings } from '@/utils/selection/read-selection';
import { createQueue } from '@/utils/storage/queue';
import { settingsItem } from '@/utils/storage/items';
import { NO_WINDOW } from '@/utils/surfaces/panel';
import { openCard } from './open-card';
import { openSurface, showAfterGesture, showSomewhere } from './show-somewhere';

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
    const { answersIn, cardActions } = answerPlaces(settings);
    await contextMenus.removeAll();
    for (const action of ACTION_IDS) {
      const isCard = cardActions.includes(action);
      const id = menuItemId({ action, surface: answersIn, isCard });
      contextMenus.create({ id, title: actionTitle(action), contexts: ['selection'] });
    }
  });
}

/**
 * Registers what a click on a menu item does: panel first, in the gesture, then the run. A card comes when the
 * run is there, since it shows that one alone.
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
    const { surface } = item;
    const where = { tabId: tab?.id, url: tab?.url, frameId: info.frameId, frameUrl: info.frameUrl };
    const isCard = item.isCard && canHaveCard(where);
    const opening = isCard ? undefined : openSurface(surface, windowId);
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
    const started = restored.then(start);
    void keepAlive(started);
    if (opening) return void keepAlive(showSomewhere(opening, windowId, viewers));
    const showInstead = () => showAfterGesture(surface, windowId, viewers);
    void keepAlive(
      started.then(async (id) => {
        if (!(await openCard(where, item, id))) await showInstead();
      }),
    );
  });
}
