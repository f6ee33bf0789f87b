import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { i18n } from '#i18n';
import { LaterConversation } from '@/components/run/later-conversation';
import { precededBy } from '@/components/run/run-controls';
import { Button } from '@/components/ui/button';
import { Note } from '@/components/ui/notice';
import { RequestFailure } from '@/components/ui/request-failure';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { useRequestFailure } from '@/components/ui/use-request-failure';
import { WhoGetsIt } from '@/components/welcome/who-gets-it';
import type { ActionId } from '@/utils/actions/action';
import { request } from '@/utils/messaging/request-client';
import type { RunHead } from '@/utils/runs/run';
import type { AppModel } from '@/utils/state/app-model';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';

/** A paragraph, what becomes of it when it is sent, and the real answer to it. */
export function TryStep(props: {
  app: AppModel;
  runs: RunModel;
  windowId: number;
  onDone: () => void;
}) {
  const { app, runs, windowId } = props;
  const trial = useKeptFocus<HTMLDivElement>();
  const text = useSignal(i18n.t('welcome.paragraph'));
  const action = useSignal<ActionId>('summarize');
  const failure = useRequestFailure();
  const account = app.account.value;
  const endpoint = app.endpoint.value;
  const isListed = app.catalogue.value !== undefined;
  // Their words come from the list of models, which needs no token, but nobody else is asked without an account.
  const readModels = () => void failure.attempt(request('models.refresh', {}));
  useEffect(() => {
    if (account) readModels();
  }, [account?.sub]);
  useSignalEffect(() => {
    const run = runs.run.value;
    const isTrial = run !== undefined && isAbout(run, text.value);
    // Whoever looks here does not see the end of another run of this window.
    runs.isCovered.value = !isTrial;
    if (isTrial && run.state.kind === 'done') props.onDone();
  });
  const controls = precededBy(() => failure.show(undefined), createRunControls(runs, windowId));
  const run = runs.run.value;
  return (
    <div ref={trial} class="step-trial" tabIndex={-1}>
      <p>{i18n.t('welcome.tryHow')}</p>
      <blockquote class="trial">{text.value}</blockquote>
      {!account && !endpoint ? (
        <p class="hint row">
          <a href="#sign-in">{i18n.t('welcome.signInFirst')}</a>
        </p>
      ) : endpoint || isListed ? (
        <>
          <WhoGetsIt app={app} text={text} action={action} />
          <p class="row">
            <Button
              kind="primary"
              onClick={() =>
                void failure.attempt(
                  request('run.start', { windowId, action: action.value, text: text.value }),
                )
              }
            >
              {i18n.t('welcome.run')}
            </Button>
          </p>
        </>
      ) : (
        <p class="row" role="status">
          {failure.error.value ? (
            <Button onClick={readModels}>{i18n.t('run.tryAgain')}</Button>
          ) : (
            i18n.t('model.loading')
          )}
        </p>
      )}
      <RequestFailure error={failure.error} />
      {run && isAbout(run, text.value) && (
        <LaterConversation
          run={run}
          earlier={[]}
          answer={runs.answer}
          reasoning={runs.reasoning}
          controls={controls}
          gate={<Note>{i18n.t('run.holdSignIn')}</Note>}
          hasQuote={false}
          hasFollowUp={false}
        />
      )}
    </div>
  );
}

/** Whether a run works on this text, whichever way it was started. */
function isAbout(run: RunHead, text: string): boolean {
  return run.textLength === text.length && text.startsWith(run.quote);
}
