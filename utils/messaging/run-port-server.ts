import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from '@/utils/browser';
import type { Run } from '@/utils/runs/run';
import { toSnapshot } from '@/utils/runs/run-snapshot';
import type { RunStore } from '@/utils/runs/run-store';
import { attachSchema } from './message-schemas';
import { RUN_PORT, type RunPortEvent } from './protocol';
import { isExtensionPage } from './sender-trust';

/** The views that are looking, by window. */
export interface RunViewers {
  /** Resolves to true as soon as the panel of the window is attached, to false after the time (milliseconds). */
  waitForPanel(windowId: number, timeoutMs: number): Promise<boolean>;
  /** The small window that shows the runs of this one, where there is one. */
  panelWindowOf(windowId: number): number | undefined;
}

/** A view that is attached. */
interface Viewer {
  /** Whose run it shows. */
  windowId: number;
  /** The window it is a tab of; panels and popups are no tabs. */
  ownWindowId: number | undefined;
}

/**
 * Tells attached views what happens to the run of their window. A view that leaves stops nothing.
 *
 * @param restored resolves when the store holds the runs from before the background was stopped
 */
export function serveRunPorts(store: RunStore, restored: Promise<void>): RunViewers {
  const viewers = new Map<Runtime.Port, Viewer>();
  const waiting = new Set<() => void>();

  const tell = (windowId: number, event: RunPortEvent) => {
    for (const [port, viewer] of viewers) if (viewer.windowId === windowId) port.postMessage(event);
  };
  const tellOf = (run: Run, event: RunPortEvent) => {
    if (store.ofWindow(run.windowId) === run) tell(run.windowId, event);
  };
  store.observe({
    onStart: (run) => tellOf(run, { kind: 'snapshot', run: toSnapshot(run) }),
    onText: (run, text) => tellOf(run, { kind: 'delta', runId: run.id, text }),
    onChange: (run) => {
      const { answer: _, ...change } = toSnapshot(run);
      tellOf(run, { kind: 'change', run: change });
    },
    onViewer: () => {
      for (const [port, { windowId }] of viewers) {
        const run = store.ofWindow(windowId);
        port.postMessage(run ? { kind: 'snapshot', run: toSnapshot(run) } : { kind: 'cleared' });
      }
    },
    onForget: ({ windowId }) => {
      if (!store.ofWindow(windowId)) tell(windowId, { kind: 'cleared' });
    },
  });

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== RUN_PORT || !port.sender || !isExtensionPage(port.sender)) return;
    const ownWindowId = port.sender.tab?.windowId;
    port.onDisconnect.addListener(() => viewers.delete(port));
    port.onMessage.addListener((message) => {
      const attach = v.safeParse(attachSchema, message);
      if (!attach.success) return;
      const { windowId } = attach.output;
      viewers.set(port, { windowId, ownWindowId });
      for (const check of waiting) check();
      void restored.then(() => {
        const run = store.ofWindow(windowId);
        const event: RunPortEvent = { kind: 'snapshot', run: run ? toSnapshot(run) : null };
        // It may have left meanwhile.
        if (viewers.has(port)) port.postMessage(event);
      });
    });
  });

  const find = (fits: (viewer: Viewer) => boolean) => [...viewers.values()].find(fits);
  return {
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
      find((viewer) => viewer.windowId === windowId && viewer.ownWindowId !== undefined)
        ?.ownWindowId,
  };
}
