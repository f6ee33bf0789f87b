import type { Runtime } from 'webextension-polyfill';
import type { Run, RunId } from '@/utils/runs/run';
import { toHead, toSnapshot } from '@/utils/runs/run-snapshot';
import type { RunStore } from '@/utils/runs/run-store';
import { gatherDeltas } from './gather-deltas';
import type { RunPortEvent } from './protocol';

/** A view that is attached. */
export interface Viewer {
  /** Whose run it shows. */
  windowId: number;
  /** The window it is a tab of; panels and popups are no tabs. */
  ownWindowId: number | undefined;
  /** It has its first snapshot; before that nothing would make sense to it. */
  isGreeted: boolean;
  /** The runs it was told to show. */
  shown: readonly RunId[];
}

/**
 * Tells views what happens in the conversation of their window, from their first snapshot on.
 *
 * @returns what gives a view its first snapshot
 */
export function tellViewers(
  store: RunStore,
  viewers: ReadonlyMap<Runtime.Port, Viewer>,
): { greet(port: Runtime.Port): void } {
  const tell = (windowId: number, event: RunPortEvent) => {
    for (const [port, viewer] of viewers) {
      if (viewer.windowId === windowId && viewer.isGreeted) post(port, event);
    }
  };
  const snapshotOf = (windowId: number): Extract<RunPortEvent, { kind: 'snapshot' }> => {
    const turns = store.shownIn(windowId).map(toSnapshot);
    for (const viewer of viewers.values()) {
      if (viewer.windowId === windowId) viewer.shown = turns.map(({ id }) => id);
    }
    return {
      kind: 'snapshot',
      run: turns.at(-1) ?? null,
      earlier: turns.slice(0, -1),
      viewer: store.viewer ?? null,
    };
  };
  /** To the views of each window that shows a run. */
  const tellOf = (run: Run, event: RunPortEvent) => {
    for (const windowId of new Set([...viewers.values()].map((viewer) => viewer.windowId))) {
      if (store.shownIn(windowId).includes(run)) tell(windowId, event);
    }
  };
  /** To all others: what they list has changed. */
  const tellOthers = (run: Run) => {
    if (!store.isVisible(run)) return;
    for (const [port, { windowId, isGreeted }] of viewers) {
      if (isGreeted && !store.shownIn(windowId).includes(run)) post(port, { kind: 'elsewhere' });
    }
  };
  const deltas = gatherDeltas((run, grown) =>
    tellOf(run, { kind: 'delta', runId: run.id, ...grown }),
  );
  const tellAll = (windowId: number) => {
    // What a snapshot has in it must not come once more.
    deltas.flush();
    const event = snapshotOf(windowId);
    tell(windowId, event.run ? event : { kind: 'cleared' });
  };
  store.observe({
    onStart: (run) => {
      tellAll(run.windowId);
      tellOthers(run);
    },
    onShow: tellAll,
    onText: deltas.add,
    onChange: (run) => {
      deltas.flush();
      tellOf(run, { kind: 'change', run: toHead(run) });
      tellOthers(run);
    },
    onViewer: () => {
      for (const { windowId } of viewers.values()) tellAll(windowId);
    },
    onForget: (run) => {
      const showing = [...viewers.values()].filter(({ shown }) => shown.includes(run.id));
      for (const { windowId } of showing) tellAll(windowId);
      tellOthers(run);
    },
  });

  return {
    greet: (port) => {
      const viewer = viewers.get(port);
      // It may have left meanwhile.
      if (!viewer) return;
      deltas.flush();
      viewer.isGreeted = true;
      post(port, snapshotOf(viewer.windowId));
    },
  };
}

/** One that has just closed hears nothing, and the next one must. */
export function post(port: Runtime.Port, event: RunPortEvent): void {
  try {
    port.postMessage(event);
  } catch {
    // Its end is told to its own listener.
  }
}
