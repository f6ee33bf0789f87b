import { batch, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { RunPortEvent } from '@/utils/messaging/protocol';
import { watchRuns } from '@/utils/messaging/run-port-client';
import { hasEnded, type RunHead, type RunSnapshot } from '@/utils/runs/run';

/** The conversation of a window as a view shows it. */
export interface RunModel {
  /** Resolves when it is known whether there is a run. */
  isKnown: Promise<void>;
  /** Its newest run; `undefined` when there is none. */
  run: ReadonlySignal<RunHead | undefined>;
  /** The answer so far; grows at most once a frame, however fast the text comes. */
  answer: ReadonlySignal<string>;
  /** What a thinking model thought so far. */
  reasoning: ReadonlySignal<string>;
  /** The turns before, the first first. */
  earlier: ReadonlySignal<readonly RunSnapshot[]>;
  /** Grows when something happens to a run that is not shown here. */
  elsewhere: ReadonlySignal<number>;
  /** Set by the view while something else stands in place of the run: nobody sees its end then. */
  isCovered: Signal<boolean>;
}

/** Attaches to the background and follows. */
export function createRunModel(windowId: number): RunModel {
  const run = signal<RunHead | undefined>(undefined);
  const earlier = signal<readonly RunSnapshot[]>([]);
  const answer = signal('');
  const reasoning = signal('');
  const elsewhere = signal(0);
  const isCovered = signal(false);
  const arrived = { answer: '', reasoning: '' };
  let isScheduled = false;
  let tellKnown: () => void;
  const isKnown = new Promise<void>((resolve) => {
    tellKnown = resolve;
  });
  /** Whose runs are shown, as the background said last. */
  let viewer: string | null | undefined;

  const flush = () => {
    isScheduled = false;
    batch(() => {
      answer.value = arrived.answer;
      reasoning.value = arrived.reasoning;
    });
  };
  const onText = (text: string, thought: string) => {
    arrived.answer += text;
    arrived.reasoning += thought;
    if (isScheduled) return;
    isScheduled = true;
    // A hidden page has no frames; its reader must still find everything when it is shown again.
    if (document.hidden) setTimeout(flush);
    else requestAnimationFrame(flush);
  };
  const show = (next: RunSnapshot | undefined, before: readonly RunSnapshot[]) =>
    batch(() => {
      const stored = { answer: next?.answer ?? '', reasoning: next?.reasoning ?? '' };
      // A background that was killed knows less than what is on the screen already: it gets it back.
      const isBehind =
        next?.id === run.value?.id &&
        arrived.answer.startsWith(stored.answer) &&
        arrived.reasoning.startsWith(stored.reasoning) &&
        arrived.answer.length + arrived.reasoning.length >
          stored.answer.length + stored.reasoning.length;
      if (next && isBehind) port.send({ kind: 'recover', runId: next.id, ...arrived });
      Object.assign(arrived, stored);
      // The rest comes back at once, as it would to any other view; until then the screen stays as it is.
      if (!isBehind) flush();
      earlier.value = before;
      run.value = next;
    });
  /** The background was stopped and has forgotten: what is on the screen stays there. */
  const keepInterrupted = () => {
    const last = run.value;
    if (!last || hasEnded(last.state)) return;
    run.value = { ...last, state: { kind: 'failed', error: { kind: 'interrupted' } } };
  };

  const port = watchRuns(windowId, (event: RunPortEvent) => {
    switch (event.kind) {
      case 'snapshot':
        if (event.run) show(event.run, event.earlier);
        else if (event.viewer === viewer) keepInterrupted();
        // Somebody else is in use by now.
        else show(undefined, []);
        viewer = event.viewer;
        tellKnown();
        break;
      case 'elsewhere':
        elsewhere.value += 1;
        break;
      case 'cleared':
        show(undefined, []);
        break;
      case 'change':
        batch(() => {
          flush();
          if (event.run.id === run.value?.id) run.value = event.run;
        });
        break;
      case 'infer':
      case 'stop-inferring':
        // Most views are never asked.
        void import('@/utils/built-in/infer-for-background').then((module) =>
          module.inferForBackground(event, (message) => port.send(message)),
        );
        break;
      case 'delta':
        if (event.runId === run.value?.id) onText(event.text, event.reasoning);
        break;
    }
  });
  const tellSeen = () => {
    const shown = run.value;
    if (shown && hasEnded(shown.state) && !isCovered.value && !document.hidden) {
      port.send({ kind: 'seen', runId: shown.id });
    }
  };
  effect(tellSeen);
  document.addEventListener('visibilitychange', tellSeen);

  return { isKnown, run, answer, reasoning, earlier, elsewhere, isCovered };
}
