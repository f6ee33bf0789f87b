import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { RunPortEvent } from '@/utils/messaging/protocol';
import { watchRuns } from '@/utils/messaging/run-port-client';
import { hasEnded, type RunSnapshot } from '@/utils/runs/run';

/** The newest run of a window as a view shows it. */
export interface RunModel {
  /** `undefined` when there is none. Its `answer` is as old as the last snapshot: read {@link answer}. */
  run: ReadonlySignal<Omit<RunSnapshot, 'answer'> | undefined>;
  /** The answer so far; grows at most once a frame, however fast the text comes. */
  answer: ReadonlySignal<string>;
}

/** Attaches to the background and follows. */
export function createRunModel(windowId: number): RunModel {
  const run = signal<Omit<RunSnapshot, 'answer'> | undefined>(undefined);
  const answer = signal('');
  let arrived = '';
  let isScheduled = false;

  const flush = () => {
    isScheduled = false;
    answer.value = arrived;
  };
  const onText = (text: string) => {
    arrived += text;
    if (isScheduled) return;
    isScheduled = true;
    // A hidden page has no frames; its reader must still find everything when it is shown again.
    if (document.hidden) setTimeout(flush);
    else requestAnimationFrame(flush);
  };
  const show = (next: RunSnapshot | undefined) =>
    batch(() => {
      const stored = next?.answer ?? '';
      // A background that was stopped remembers less than what is on the screen already.
      const isBehind = next?.id === run.value?.id && arrived.startsWith(stored);
      if (!isBehind) arrived = stored;
      answer.value = arrived;
      run.value = next;
    });

  watchRuns(windowId, (event: RunPortEvent) => {
    switch (event.kind) {
      case 'snapshot':
        if (event.run) show(event.run);
        else keepInterrupted();
        break;
      case 'change':
        batch(() => {
          flush();
          run.value = event.run;
        });
        break;
      case 'delta':
        if (event.runId === run.value?.id) onText(event.text);
        break;
      case 'cleared':
        show(undefined);
        break;
    }
  });

  /** The background was stopped and has forgotten: what is on the screen stays there. */
  const keepInterrupted = () => {
    const last = run.value;
    if (!last || hasEnded(last.state)) return;
    run.value = { ...last, state: { kind: 'failed', error: { kind: 'interrupted' } } };
  };

  return { run, answer };
}
