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
  /** Resolves to true as soon as a view of the window is attached, to false after the time (milliseconds). */
  waitForViewer(windowId: number, timeoutMs: number): Promise<boolean>;
}

/**
 * Tells attached views what happens to the newest run of their window. A view that leaves stops nothing.
 *
 * @param restored resolves when the store holds the runs from before the background was stopped
 */
export function serveRunPorts(store: RunStore, restored: Promise<void>): RunViewers {
  const windows = new Map<Runtime.Port, number>();
  const waiting = new Set<() => void>();

  const tell = (windowId: number, event: RunPortEvent) => {
    for (const [port, portWindow] of windows) if (portWindow === windowId) port.postMessage(event);
  };
  const tellOf = (run: Run, event: RunPortEvent) => {
    if (store.newestOf(run.windowId) === run) tell(run.windowId, event);
  };
  store.observe({
    onStart: (run) => tell(run.windowId, { kind: 'snapshot', run: toSnapshot(run) }),
    onText: (run, text) => tellOf(run, { kind: 'delta', runId: run.id, text }),
    onChange: (run) => {
      const { answer: _, ...change } = toSnapshot(run);
      tellOf(run, { kind: 'change', run: change });
    },
    onForget: () => undefined,
    onClear: () => {
      for (const windowId of new Set(windows.values())) tell(windowId, { kind: 'cleared' });
    },
  });

  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== RUN_PORT || !port.sender || !isExtensionPage(port.sender)) return;
    port.onDisconnect.addListener(() => windows.delete(port));
    port.onMessage.addListener((message) => {
      const attach = v.safeParse(attachSchema, message);
      if (!attach.success) return;
      const { windowId } = attach.output;
      windows.set(port, windowId);
      for (const check of waiting) check();
      void restored.then(() => {
        const run = store.newestOf(windowId);
        const event: RunPortEvent = { kind: 'snapshot', run: run ? toSnapshot(run) : null };
        // It may have left meanwhile.
        if (windows.has(port)) port.postMessage(event);
      });
    });
  });

  return {
    waitForViewer: (windowId, timeoutMs) =>
      new Promise((resolve) => {
        const finish = (isAttached: boolean) => {
          clearTimeout(timer);
          waiting.delete(check);
          resolve(isAttached);
        };
        const timer = setTimeout(() => finish(false), timeoutMs);
        const check = () => {
          if ([...windows.values()].includes(windowId)) finish(true);
        };
        waiting.add(check);
        check();
      }),
  };
}
