import type { AnswerSurface } from '@/utils/actions/menu-item-id';
import type { RunViewers } from '@/utils/messaging/run-port-server';
import { focusWindow, openPanel, openPanelWindow } from '@/utils/surfaces/panel';

/** `sidePanel.open` can resolve and show nothing: without a viewer by then, a window opens instead. */
const PANEL_TIMEOUT_MS = 1_000;

/**
 * Opens the panel, if answers are to be there. Call it synchronously in the person's gesture.
 *
 * @returns whether the panel was asked for and has not refused
 */
export async function openSurface(surface: AnswerSurface, windowId: number): Promise<boolean> {
  if (surface === 'window') return false;
  return await openPanel(windowId).then(
    () => true,
    () => false,
  );
}

/** Waits for the panel that was asked for, and opens its page in a window where there is none. */
export async function showSomewhere(
  opening: Promise<boolean>,
  windowId: number,
  viewers: RunViewers,
): Promise<void> {
  const isAttached = (await opening) && (await viewers.waitForPanel(windowId, PANEL_TIMEOUT_MS));
  if (!isAttached) await showInWindow(windowId, viewers);
}

/** Without a gesture: the panel can't be opened any more, but it may be there. */
export async function showAfterGesture(
  surface: AnswerSurface,
  windowId: number,
  viewers: RunViewers,
): Promise<void> {
  const isAttached = surface === 'panel' && (await viewers.waitForPanel(windowId, 0));
  if (!isAttached) await showInWindow(windowId, viewers);
}

async function showInWindow(windowId: number, viewers: RunViewers): Promise<void> {
  const panelWindow = viewers.panelWindowOf(windowId);
  await (panelWindow === undefined ? openPanelWindow(windowId) : focusWindow(panelWindow));
}
