import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '@/utils/browser';
import type { AskView } from '@/utils/runs/ask-view';
import type { RunStore } from '@/utils/runs/run-store';
import { adoptLostRun, markRead, recoverText } from '@/utils/runs/run-views';
import { askOneViewer } from './ask-one-viewer';
import { viewerMessageSchema } from './message-schemas';
import { RUN_PORT } from './protocol';
import { isPrivateWindow } from '@/utils/surfaces/panel';
import { isExtensionPage } from './sender-trust';
import { tellViewers, type Viewer } from './tell-viewers';

/** The views that are looking, by window. */
export interface RunViewers {
  /** Resolves to true as soon as the panel of the window is attached, to false after the time (milliseconds). */
  waitForPanel(windowId: number, timeoutMs: number): Promise<boolean>;
  /** The small window that shows the runs of this one, where there is one. */
  panelWindowOf(windowId: number): number | undefined;
  /** Has one of them ask the browser's own model. */
  ask: AskView;
}

/**
 * Tells attached views what happens in the conversation of their window. A view that leaves stops nothing.
 *
 * @param restored resolves when the store holds the runs from before the background was stopped
 */
export function serveRunPorts(store: RunStore, restored: Promise<void>): RunViewers {
  const viewers = new Map<Runtime.Port, Viewer>();
  const waiting = new Set<() => void>();

  const views = tellViewers(store, viewers);
  const asking = askOneViewer(viewers);

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== RUN_PORT || !port.sender || !isExtensionPage(port.sender)) return;
    const ownWindowId = port.sender.tab?.windowId;
    port.onDisconnect.addListener(() => {
      viewers.delete(port);
      asking.leave(port);
    });
    port.onMessage.addListener((message) => {
      const parsed = v.safeParse(viewerMessageSchema, message);
      if (!parsed.success) return;
      void restored.then(async () => {
        switch (parsed.output.kind) {
          case 'attach': {
            const { windowId } = parsed.output;
            // What ordinary windows have lost is nothing for a private one.
            if (!(await isPrivateWindow(windowId))) adoptLostRun(store, windowId);
            return views.greet(port);
          }
          case 'seen':
            return markRead(store, parsed.output.runId);
          case 'recover':
            return recoverText(store, parsed.output);
          case 'inferred':
          case 'inferred-end':
            return asking.hear(port, parsed.output);
        }
      });
      if (parsed.output.kind !== 'attach') return;
      viewers.set(port, {
        windowId: parsed.output.windowId,
        ownWindowId,
        isGreeted: false,
        shown: [],
      });
      for (const check of waiting) check();
    });
  });

  /** A tab shows the runs of the window that it is in. */
  const isOfItsOwn = ({ windowId, ownWindowId }: Viewer) =>
    ownWindowId !== undefined && ownWindowId !== windowId;
  const find = (fits: (viewer: Viewer) => boolean) => [...viewers.values()].find(fits);
  return {
    ask: asking.ask,
    waitForPanel: (windowId, timeoutMs) =>
      new Promise((resolve) => {
        const finish = (isAttached: boolean) => {
          clearTimeout(timer);
          waiting.delete(check);
          resolve(isAttached);
        };
        const timer = setTimeout(() => finish(false), timeoutMs);
        const check = () => {
          const isPanel = (viewer: Viewer) =>
            viewer.windowId === windowId && viewer.ownWindowId === undefined;
          if (find(isPanel)) finish(true);
        };
        waiting.add(check);
        check();
      }),
    panelWindowOf: (windowId) =>
      find((viewer) => viewer.windowId === windowId && isOfItsOwn(viewer))?.ownWindowId,
  };
}
