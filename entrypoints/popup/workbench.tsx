import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { ActionBar } from '@/components/run/action-bar';
import { QuestionForm } from '@/components/run/question-form';
import { lazy } from '@/components/ui/lazy';
import type { useRequestFailure } from '@/components/ui/use-request-failure';
import type { ActionId } from '@/utils/actions/action';
import { actionShortcut } from '@/utils/keyboard/action-shortcut';
import { request } from '@/utils/messaging/request-client';
import type { RunId } from '@/utils/runs/run';
import type { AppModel } from '@/utils/state/app-model';
import type { RunModel } from '@/utils/state/run-model';
import { TextField } from './text-field';
import { useFirstFocus } from './use-first-focus';
import { useSelectedText } from './use-selected-text';
import { useStart } from './use-start';

const RequestFailure = lazy(() =>
  import('@/components/ui/request-failure').then((module) => module.RequestFailure),
);
const SendsNote = lazy(() => import('./sends-note').then((module) => module.SendsNote));
const ModelChoice = lazy(() => import('./model-choice').then((module) => module.ModelChoice));
/** How high they are depends on what is chosen: what stands below them comes after them. */
const loadAbove = () => Promise.all([ModelChoice.load(), SendsNote.load()]);
const ShownRun = lazy(async () => {
  const [module] = await Promise.all([import('./shown-run'), loadAbove()]);
  return module.ShownRun;
});
const PopupFoot = lazy(async () => {
  const [module] = await Promise.all([import('./popup-foot'), loadAbove()]);
  return module.PopupFoot;
});

/** Text in, action, answer out: the popup of somebody who is signed in, or uses an endpoint of their own. */
export function Workbench(props: {
  app: AppModel;
  runs: RunModel;
  windowId: number;
  failure: ReturnType<typeof useRequestFailure>;
}) {
  const { app, runs, windowId, failure } = props;
  const text = useSignal('');
  const question = useSignal('');
  /** Whose price is shown. */
  const pointed = useSignal<ActionId>('summarize');
  const selected = useSelectedText(text);
  const { textBox, note } = selected;
  /** Of the list of recent runs: its button goes away when it is shown, and the focus must not. */
  const chosenId = useRef<RunId>(undefined);

  useFirstFocus(textBox);
  useEffect(() => {
    // Who is not signed in uses a server of their own, and asks nobody else for anything.
    if (!app.account.value) return;
    // After the first paint, which waits for no network.
    void request('models.refresh', {}).then((result) => {
      if (!result.ok && !app.catalogue.value) failure.show(result.error);
    });
  }, []);

  const start = useStart({ windowId, text, question, selected, failure });
  const onKeyDown = (onEnter: ActionId) => (event: KeyboardEvent) => {
    const action = actionShortcut(event, onEnter);
    if (!action) return;
    event.preventDefault();
    void start(action);
  };
  const run = runs.run.value;
  const sub = app.account.value?.sub;

  return (
    <>
      <TextField text={text} textBox={textBox} note={note} onKeyDown={onKeyDown('summarize')} />
      <ActionBar
        onAction={(action) => void start(action)}
        onPoint={(action) => {
          pointed.value = action;
        }}
      />
      <QuestionForm
        question={question}
        onAsk={() => void start('ask')}
        onKeyDown={onKeyDown('ask')}
      />
      {app.account.value && (
        <div class="model-place">
          <ModelChoice app={app} failure={failure} />
        </div>
      )}
      <div class="sends-place">
        <SendsNote app={app} text={text} action={pointed} />
      </div>
      <RequestFailure error={failure.error} />
      {run && (
        <ShownRun
          run={run}
          runs={runs}
          windowId={windowId}
          failure={failure}
          text={text.value}
          takesFocus={run.id === chosenId.current}
        />
      )}
      {/* Last: it comes a moment later, and nothing must move under a pointer. */}
      {sub !== undefined && (
        <PopupFoot
          key={sub}
          app={app}
          runs={runs}
          sub={sub}
          windowId={windowId}
          failure={failure}
          onShow={(id) => {
            chosenId.current = id;
          }}
        />
      )}
    </>
  );
}
